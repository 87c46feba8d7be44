-- one row is one host name with the site that it belongs to
SELECT regexp_extract(url, '^https?://([^/:?#]+)', 1) AS host, min(site) AS site
FROM base.articles
GROUP BY host
HAVING count(DISTINCT site) = 1;
