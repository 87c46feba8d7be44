-- one row is one of a site's newest articles
SELECT a.site, a.url, a.first_day
FROM base.articles AS a
WHERE list_contains($sites, a.site)
QUALIFY row_number() OVER (PARTITION BY a.site ORDER BY a.first_day DESC, a.article_id) <= 100
ORDER BY a.site, a.article_id;
