-- one row is one site's day with how many articles it published
SELECT site, CAST(minute AS DATE) AS day, count(*) AS articles FROM published_minute GROUP BY ALL ORDER BY site, day;
