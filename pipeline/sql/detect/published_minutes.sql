-- one row is one article of the last two months with the minute that it gives for its publication
--
-- Midnight is what a page writes that knows the day alone.
CREATE OR REPLACE TEMP TABLE published_minute AS
SELECT a.site, a.article_id, a.url, a.first_day, coalesce(o.origin_id, a.article_id) AS origin_id, date_trunc('minute', v.published) AS minute
FROM base.articles AS a
JOIN base.article_versions AS v ON v.article_id = a.article_id
LEFT JOIN base.origins AS o ON o.article_id = a.article_id
WHERE v.published_has_time AND NOT v.is_stub
    AND v.published BETWEEN CAST($day AS DATE) - INTERVAL 60 DAY AND CAST($day AS DATE) + INTERVAL 2 DAY
    AND v.published <> date_trunc('day', v.published)
QUALIFY row_number() OVER (PARTITION BY a.article_id ORDER BY v.seen_at, v.version_id) = 1;
