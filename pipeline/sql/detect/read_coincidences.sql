-- one row is one pair of sites with articles of different origins that were out in the same minute
SELECT
    a.site,
    b.site AS other_site,
    count(DISTINCT a.minute) AS times,
    count(DISTINCT CAST(a.minute AS DATE)) AS days,
    max(greatest(a.first_day, b.first_day)) AS day,
    min_by(a.url, (a.minute, a.url, b.url)) AS url,
    min_by(b.url, (a.minute, a.url, b.url)) AS other_url
FROM published_minute AS a
JOIN published_minute AS b ON b.minute = a.minute AND a.site < b.site AND a.origin_id <> b.origin_id
GROUP BY a.site, b.site
HAVING count(DISTINCT a.minute) >= $least
ORDER BY a.site, b.site;
