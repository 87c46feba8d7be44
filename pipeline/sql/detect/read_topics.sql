-- one row is one site with how many of its articles name a work on record, and how many do not (read, or dropped unread for that reason)
WITH read_article AS (
    SELECT a.site, a.article_id, a.first_day, bool_or(len(h.works) > 0) AS names_work
    FROM base.articles AS a
    JOIN base.article_versions AS v ON v.article_id = a.article_id
    JOIN base.article_values AS h ON h.version_id = v.version_id
    WHERE list_contains($sites, a.site)
    GROUP BY a.site, a.article_id, a.first_day
),
dropped AS (
    SELECT site, count(DISTINCT url) AS articles FROM base.fetches
    WHERE outcome = 'dropped' AND list_contains($sites, site)
    GROUP BY site
)
SELECT r.site, s.kind, count(*) FILTER (WHERE r.names_work) AS on_topic, count(*) + coalesce(any_value(d.articles), 0) AS articles,
    min(r.first_day) AS first_day
FROM read_article AS r
LEFT JOIN dropped AS d ON d.site = r.site
LEFT JOIN base.sites AS s ON s.site = r.site
GROUP BY r.site, s.kind
ORDER BY r.site;
