-- one row is one site with a score, or with new articles this week
WITH this_week AS (
    SELECT site, min(site_name) AS site_name, count(*) AS articles
    FROM week_article
    WHERE new_this_week
    GROUP BY site
),
wrong AS (
    SELECT site, count(DISTINCT falsehood_id) AS contradicted
    FROM week_carrier
    WHERE new_this_week AND falsehood_id IN (SELECT falsehood_id FROM week_falsehood)
    GROUP BY site
)
SELECT
    coalesce(s.site, w.site) AS site,
    coalesce(s.site_name, w.site_name) AS site_name,
    s.kind,
    s.score,
    s.low,
    s.high,
    s.raw_share,
    coalesce(s.articles, 0) AS articles,
    coalesce(s.origins, 0) AS origins,
    s.movement,
    coalesce(w.articles, 0) AS week_articles,
    coalesce(x.contradicted, 0) AS week_contradicted
FROM site_scores_as_of($sunday) AS s
FULL JOIN this_week AS w USING (site)
LEFT JOIN wrong AS x ON x.site = coalesce(s.site, w.site)
WHERE s.score IS NOT NULL OR w.articles > 0
ORDER BY s.score DESC NULLS LAST, site;
