-- one row is one site on one day: what was asked, what came, whether that is healthy
CREATE OR REPLACE MACRO site_health_as_of(as_of_day) AS TABLE
WITH last_attempt AS (
    SELECT * FROM base.crawl_runs WHERE day <= as_of_day
    QUALIFY row_number() OVER (PARTITION BY day, site ORDER BY attempt DESC) = 1
),
observed AS (
    SELECT
        day,
        site,
        count(DISTINCT article_id) FILTER (WHERE outcome = 'new') AS new_articles,
        count(DISTINCT article_id) FILTER (WHERE outcome = 'changed') AS changed_articles,
        count(DISTINCT article_id) FILTER (WHERE outcome = 'gone') AS gone_articles,
        count(DISTINCT article_id) FILTER (WHERE outcome = 'baseline') AS baseline_articles,
        count(DISTINCT article_id) FILTER (WHERE outcome IN ('same', 'not_modified')) AS unchanged,
        count(DISTINCT url) FILTER (WHERE outcome IN ('not_kept', 'dropped')) AS left_out,
        count(DISTINCT url) FILTER (WHERE outcome = 'error') AS page_errors,
        count(DISTINCT url) FILTER (WHERE error IS NOT NULL AND status = 200) AS unreadable
    FROM base.fetches WHERE day <= as_of_day AND role = 'article'
    GROUP BY day, site
)
SELECT
    r.day,
    r.site,
    coalesce(s.name, r.site) AS site_name,
    r.outcome,
    r.cause,
    r.detail,
    r.attempt AS attempts,
    r.requests,
    r.announced,
    r.fetched,
    r.not_modified,
    r.skipped_by_robots,
    r.errors,
    r.left_out AS left_by_cap,
    coalesce(o.new_articles, 0) AS new_articles,
    coalesce(o.changed_articles, 0) AS changed_articles,
    coalesce(o.gone_articles, 0) AS gone_articles,
    coalesce(o.baseline_articles, 0) AS baseline_articles,
    coalesce(o.unchanged, 0) AS unchanged,
    coalesce(o.left_out, 0) AS left_out,
    coalesce(o.page_errors, 0) AS page_errors,
    coalesce(o.unreadable, 0) AS unreadable,
    s.articles_min,
    s.articles_max,
    CASE
        WHEN r.outcome <> 'ok' THEN r.outcome
        WHEN coalesce(o.new_articles, 0) < s.articles_min THEN 'fewer than usual'
        WHEN coalesce(o.new_articles, 0) > s.articles_max THEN 'more than usual'
        WHEN r.errors > 0 THEN 'partial'
        ELSE 'healthy'
    END AS health,
    date_diff('second', r.started_at, r.finished_at) AS seconds,
    r.warc_file
FROM last_attempt AS r
LEFT JOIN observed AS o ON o.day = r.day AND o.site = r.site
LEFT JOIN base.sites AS s ON s.site = r.site;

CREATE OR REPLACE VIEW site_health AS SELECT * FROM site_health_as_of(DATE '9999-12-31');

COMMENT ON VIEW site_health IS 'One row is one site on one day: what was asked, what came, whether that is healthy.';
COMMENT ON COLUMN site_health.day IS 'Day (partition). Key with site.';
COMMENT ON COLUMN site_health.site IS 'Slug of the site.';
COMMENT ON COLUMN site_health.site_name IS 'Name of the publication.';
COMMENT ON COLUMN site_health.outcome IS 'How the last attempt ended: ok, failed or not crawled.';
COMMENT ON COLUMN site_health.cause IS 'Named cause where it did not go well; NULL when fine.';
COMMENT ON COLUMN site_health.detail IS 'The cause in words.';
COMMENT ON COLUMN site_health.attempts IS 'Attempts of that day.';
COMMENT ON COLUMN site_health.requests IS 'Requests made in the last attempt.';
COMMENT ON COLUMN site_health.announced IS 'Distinct candidates that feeds, sitemaps and listings announced.';
COMMENT ON COLUMN site_health.fetched IS 'Article pages that came.';
COMMENT ON COLUMN site_health.not_modified IS 'Article pages answered 304.';
COMMENT ON COLUMN site_health.skipped_by_robots IS 'Addresses that robots.txt keeps closed.';
COMMENT ON COLUMN site_health.errors IS 'Article pages and discovery addresses that gave no usable answer.';
COMMENT ON COLUMN site_health.left_by_cap IS 'Pages that the night''s cap left out.';
COMMENT ON COLUMN site_health.new_articles IS 'Articles first seen that day.';
COMMENT ON COLUMN site_health.changed_articles IS 'Articles whose substance changed.';
COMMENT ON COLUMN site_health.gone_articles IS 'Articles answered 404 or 410.';
COMMENT ON COLUMN site_health.baseline_articles IS 'Articles that were already old at first contact.';
COMMENT ON COLUMN site_health.unchanged IS 'Articles that came back the same or were answered 304.';
COMMENT ON COLUMN site_health.left_out IS 'Pages that may not be kept or are about nothing that is watched.';
COMMENT ON COLUMN site_health.page_errors IS 'Pages that ended in an error.';
COMMENT ON COLUMN site_health.unreadable IS 'Pages that came whole but could not be read as an article.';
COMMENT ON COLUMN site_health.articles_min IS 'Fewest new articles of a healthy day; NULL when none is declared.';
COMMENT ON COLUMN site_health.articles_max IS 'Most new articles of a healthy day; NULL when none is declared.';
COMMENT ON COLUMN site_health.health IS 'healthy, partial (some addresses gave no usable answer), fewer than usual, more than usual, failed or not crawled.';
COMMENT ON COLUMN site_health.seconds IS 'Length of the attempt.';
COMMENT ON COLUMN site_health.warc_file IS 'Archive file of the last attempt.';
