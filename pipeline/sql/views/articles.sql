-- one row is one article with its latest version, what it is about, its score and its counts of verdicts
CREATE OR REPLACE MACRO articles_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE
WITH version AS (
    SELECT * FROM article_versions_as_of(as_of_day)
),
version_count AS (
    SELECT article_id, count(*) AS versions FROM version GROUP BY article_id
),
main_show AS (
    SELECT version_id, show_slug FROM base.article_shows
    WHERE role = 'main'
    QUALIFY row_number() OVER (PARTITION BY version_id ORDER BY confidence DESC, show_slug) = 1
),
whole_score AS (
    SELECT * FROM scores_as_of(as_of_day, known_at := known_at) WHERE show_slug IS NULL
),
claim_count AS (
    SELECT
        version_id,
        count(*) AS claims,
        count(*) FILTER (WHERE verdict = 'supported') AS supported,
        count(*) FILTER (WHERE verdict = 'contradicted' AND own_word) AS contradicted,
        count(*) FILTER (WHERE verdict = 'conflicts_with_record' AND own_word) AS conflicting
    FROM claims_as_of(as_of_day, known_at := known_at)
    GROUP BY version_id
)
SELECT
    a.article_id,
    v.version_id,
    a.site,
    coalesce(t.name, a.site) AS site_name,
    a.url,
    v.title,
    v.authors,
    v.published,
    v.published_has_time,
    v.modified,
    v.language,
    v.word_count,
    v.page_type,
    v.is_stub,
    a.first_seen,
    a.last_seen,
    a.first_day,
    v.last_day,
    CASE WHEN a.gone_day <= as_of_day THEN 'gone' ELSE 'live' END AS state,
    CASE WHEN a.gone_day <= as_of_day THEN a.gone_day END AS gone_day,
    a.baseline AS is_baseline,
    a.discovered_by,
    n.versions,
    m.show_slug,
    w.title AS show_title,
    s.label,
    s.score,
    s.low,
    s.high,
    s.coverage,
    s.core,
    s.reasons,
    p.article AS premise_article,
    p.record AS premise_record,
    p.agrees AS premise_agrees,
    coalesce(c.claims, 0) AS claims,
    coalesce(c.supported, 0) AS supported,
    coalesce(c.contradicted, 0) AS contradicted,
    coalesce(c.conflicting, 0) AS conflicting,
    coalesce(o.origin_id, a.article_id) AS origin_id,
    coalesce(o.is_first, true) AS is_origin_first,
    v.correction_notice
FROM base.articles AS a
JOIN version AS v ON v.article_id = a.article_id AND v.is_latest
JOIN version_count AS n ON n.article_id = a.article_id
LEFT JOIN base.sites AS t ON t.site = a.site
LEFT JOIN main_show AS m ON m.version_id = v.version_id
LEFT JOIN base.shows AS w ON w.show_slug = m.show_slug AND w.superseded_at IS NULL
LEFT JOIN whole_score AS s ON s.version_id = v.version_id
LEFT JOIN base.premises AS p ON p.version_id = v.version_id
LEFT JOIN claim_count AS c ON c.version_id = v.version_id
LEFT JOIN base.origins AS o ON o.article_id = a.article_id
WHERE a.first_day <= as_of_day;

CREATE OR REPLACE VIEW articles AS SELECT * FROM articles_as_of(DATE '9999-12-31');

COMMENT ON VIEW articles IS 'One row is one article with its latest version, what it is about, its score and its counts of verdicts.';
COMMENT ON COLUMN articles.article_id IS 'Key: stable hash of site and canonical address.';
COMMENT ON COLUMN articles.version_id IS 'Latest version.';
COMMENT ON COLUMN articles.site IS 'Slug of the site.';
COMMENT ON COLUMN articles.site_name IS 'Name of the publication.';
COMMENT ON COLUMN articles.url IS 'Canonical address within the site.';
COMMENT ON COLUMN articles.title IS 'Headline without the site''s name.';
COMMENT ON COLUMN articles.authors IS 'Bylines as listed; empty when there is none.';
COMMENT ON COLUMN articles.published IS 'Publication as the page states it, UTC.';
COMMENT ON COLUMN articles.published_has_time IS 'False when the page gives only the day.';
COMMENT ON COLUMN articles.modified IS 'Last modification as the page states it, UTC.';
COMMENT ON COLUMN articles.language IS 'ISO 639-1.';
COMMENT ON COLUMN articles.word_count IS 'Words of the body.';
COMMENT ON COLUMN articles.page_type IS 'article, video, gallery, listing, stub or other.';
COMMENT ON COLUMN articles.is_stub IS 'True for cookie walls, error pages and other texts that say nothing.';
COMMENT ON COLUMN articles.first_seen IS 'First response, UTC.';
COMMENT ON COLUMN articles.last_seen IS 'Last response that showed it alive, UTC.';
COMMENT ON COLUMN articles.first_day IS 'Day (partition) that first brought it.';
COMMENT ON COLUMN articles.last_day IS 'Last day (partition) that showed its latest content.';
COMMENT ON COLUMN articles.state IS 'live, or gone when it was last answered 404 or 410.';
COMMENT ON COLUMN articles.gone_day IS 'Day on which it was found gone; NULL while live.';
COMMENT ON COLUMN articles.is_baseline IS 'True when it was already old at first contact with the site: known, never new.';
COMMENT ON COLUMN articles.discovered_by IS 'How its address was first discovered.';
COMMENT ON COLUMN articles.versions IS 'Distinct contents seen.';
COMMENT ON COLUMN articles.show_slug IS 'Show that it is mainly about; NULL where none is on record.';
COMMENT ON COLUMN articles.show_title IS 'Main title of that show.';
COMMENT ON COLUMN articles.label IS 'reliable, mixed, unreliable or insufficient; NULL when not yet checked.';
COMMENT ON COLUMN articles.score IS 'Factual reliability, 0 to 1; NULL when insufficient.';
COMMENT ON COLUMN articles.low IS 'Lower bound of the 90 % interval.';
COMMENT ON COLUMN articles.high IS 'Upper bound of it.';
COMMENT ON COLUMN articles.coverage IS 'Checkable weight over all weight, 0 to 1.';
COMMENT ON COLUMN articles.core IS 'Does it get the source and the truth of the story right: right, wrong or not answered.';
COMMENT ON COLUMN articles.reasons IS 'Why this label, in words.';
COMMENT ON COLUMN articles.premise_article IS 'What the article answers to "is it a true story?"; NULL where it evades.';
COMMENT ON COLUMN articles.premise_record IS 'What the record answers.';
COMMENT ON COLUMN articles.premise_agrees IS 'Whether both agree; NULL when either is missing.';
COMMENT ON COLUMN articles.claims IS 'Claims that its latest version states.';
COMMENT ON COLUMN articles.supported IS 'Of these, supported.';
COMMENT ON COLUMN articles.contradicted IS 'Of these, contradicted and in the article''s own word.';
COMMENT ON COLUMN articles.conflicting IS 'Of these, in conflict with the record and in the article''s own word.';
COMMENT ON COLUMN articles.origin_id IS 'Origin: the article that founded it.';
COMMENT ON COLUMN articles.is_origin_first IS 'True for the first of its origin.';
COMMENT ON COLUMN articles.correction_notice IS 'Sentence in which the latest text announces a correction; NULL when there is none.';
