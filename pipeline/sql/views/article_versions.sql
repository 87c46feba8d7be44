-- one row is one distinct content of one article
CREATE OR REPLACE MACRO article_versions_as_of(as_of_day) AS TABLE
SELECT
    v.version_id,
    v.article_id,
    a.site,
    a.url,
    row_number() OVER (PARTITION BY v.article_id ORDER BY v.seen_at, v.version_id) AS version_number,
    row_number() OVER (PARTITION BY v.article_id ORDER BY least(v.last_day, as_of_day) DESC, v.seen_at DESC, v.version_id) = 1 AS is_latest,
    v.day,
    v.seen_at,
    least(v.last_day, as_of_day) AS last_day,
    v.last_seen,
    v.title,
    v.authors,
    v.published,
    v.published_has_time,
    v.modified,
    v.language,
    v.description,
    v.word_count,
    v.page_type,
    v.paywalled,
    v.is_stub,
    v.correction_notice,
    v.canonical_url,
    v.content_hash,
    v.warc_file,
    v.warc_offset
FROM base.article_versions AS v
JOIN base.articles AS a USING (article_id)
WHERE v.day <= as_of_day;

CREATE OR REPLACE VIEW article_versions AS SELECT * FROM article_versions_as_of(DATE '9999-12-31');

COMMENT ON VIEW article_versions IS 'One row is one distinct content of one article.';
COMMENT ON COLUMN article_versions.version_id IS 'Key.';
COMMENT ON COLUMN article_versions.article_id IS 'Article.';
COMMENT ON COLUMN article_versions.site IS 'Slug of the site.';
COMMENT ON COLUMN article_versions.url IS 'Canonical address within the site.';
COMMENT ON COLUMN article_versions.version_number IS '1 for the first content seen, in order of first observation.';
COMMENT ON COLUMN article_versions.is_latest IS 'True for the content that was last seen.';
COMMENT ON COLUMN article_versions.day IS 'Day (partition) that first brought this content.';
COMMENT ON COLUMN article_versions.seen_at IS 'When it was first observed, UTC.';
COMMENT ON COLUMN article_versions.last_day IS 'Last day (partition) that showed it, no later than the day asked for.';
COMMENT ON COLUMN article_versions.last_seen IS 'When it was last observed, UTC.';
COMMENT ON COLUMN article_versions.title IS 'Headline without the site''s name.';
COMMENT ON COLUMN article_versions.authors IS 'Bylines as listed; empty when there is none.';
COMMENT ON COLUMN article_versions.published IS 'Publication as the page states it, UTC.';
COMMENT ON COLUMN article_versions.published_has_time IS 'False when the page gives only the day.';
COMMENT ON COLUMN article_versions.modified IS 'Last modification as the page states it, UTC.';
COMMENT ON COLUMN article_versions.language IS 'ISO 639-1.';
COMMENT ON COLUMN article_versions.description IS 'The page''s own summary.';
COMMENT ON COLUMN article_versions.word_count IS 'Words of the body.';
COMMENT ON COLUMN article_versions.page_type IS 'article, video, gallery, listing, stub or other.';
COMMENT ON COLUMN article_versions.paywalled IS 'True when only part of the text was to be had.';
COMMENT ON COLUMN article_versions.is_stub IS 'True for cookie walls, error pages and other texts that say nothing.';
COMMENT ON COLUMN article_versions.correction_notice IS 'Sentence in which the text itself announces a correction; NULL when there is none.';
COMMENT ON COLUMN article_versions.canonical_url IS 'Canonical address that the page declares, also on another host.';
COMMENT ON COLUMN article_versions.content_hash IS 'Hash of the substance (title and body).';
COMMENT ON COLUMN article_versions.warc_file IS 'Archive file of the first observation.';
COMMENT ON COLUMN article_versions.warc_offset IS 'Byte offset of its record there.';
