-- one row is one of a site's newest pages with the sketch of its template
SELECT site, url, skeleton, min(day) OVER (PARTITION BY site) AS first_day
FROM base.page_traits
WHERE len(skeleton) > 0
QUALIFY row_number() OVER (PARTITION BY site ORDER BY day DESC, url) <= $most
ORDER BY site, day DESC, url;
