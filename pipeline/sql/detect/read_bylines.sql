-- one row is one name that two sites and more print over articles that are nobody's copies
WITH first_version AS (
    SELECT article_id, authors FROM base.article_versions
    WHERE NOT is_stub
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY seen_at, version_id) = 1
),
signed AS (
    SELECT a.site, a.article_id, a.url, a.first_day, unnest(v.authors) AS author
    FROM first_version AS v
    JOIN base.articles AS a ON a.article_id = v.article_id
    JOIN base.origins AS o ON o.article_id = v.article_id
    WHERE o.is_first AND len(v.authors) > 0
)
SELECT author, site, count(DISTINCT article_id) AS articles, min_by(url, (first_day, url)) AS url, min(first_day) AS first_day
FROM signed
GROUP BY author, site
ORDER BY author, site;
