-- one row is one work that articles call a true story, or ask about, and that has no record
CREATE OR REPLACE MACRO radar_as_of(as_of_day) AS TABLE
WITH mention AS (
    SELECT m.*, a.site, a.url, a.first_seen, coalesce(o.origin_id, m.article_id) AS origin_id
    FROM base.radar_mentions AS m
    JOIN base.articles AS a USING (article_id)
    LEFT JOIN base.origins AS o USING (article_id)
    WHERE m.day <= as_of_day
)
SELECT
    work_key,
    mode(title ORDER BY title) AS title,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT origin_id) AS origins,
    count(DISTINCT site) AS sites,
    bool_or(in_headline) AS in_headline,
    min(first_seen) AS first_seen,
    max(day) AS newest_day,
    min_by(article_id, (NOT in_headline, first_seen, article_id)) AS example_article_id,
    min_by(site, (NOT in_headline, first_seen, article_id)) AS example_site,
    min_by(url, (NOT in_headline, first_seen, article_id)) AS example_url,
    min_by(quote, (NOT in_headline, first_seen, article_id)) AS example_quote
FROM mention
GROUP BY work_key;

CREATE OR REPLACE VIEW radar AS SELECT * FROM radar_as_of(DATE '9999-12-31');

COMMENT ON VIEW radar IS 'One row is one work that articles call a true story, or ask about, and that has no record.';
COMMENT ON COLUMN radar.work_key IS 'Key: title folded, without article and subtitle.';
COMMENT ON COLUMN radar.title IS 'Title as most articles write it: a title that `reelcheck shows add` takes.';
COMMENT ON COLUMN radar.articles IS 'Articles that say so.';
COMMENT ON COLUMN radar.origins IS 'Independent origins among them.';
COMMENT ON COLUMN radar.sites IS 'Sites among them.';
COMMENT ON COLUMN radar.in_headline IS 'True when at least one headline says it: the stronger sign.';
COMMENT ON COLUMN radar.first_seen IS 'First observation of the first of them, UTC.';
COMMENT ON COLUMN radar.newest_day IS 'Day (partition) that brought the newest.';
COMMENT ON COLUMN radar.example_article_id IS 'Article that serves as example, one with it in the headline where there is one.';
COMMENT ON COLUMN radar.example_site IS 'Its site.';
COMMENT ON COLUMN radar.example_url IS 'Its address.';
COMMENT ON COLUMN radar.example_quote IS 'What it says, verbatim, at most 300 characters.';
