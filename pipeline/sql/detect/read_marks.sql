-- one row is one mark of one site, with how many of the pages looked at while it carried it have it
WITH mark AS (
    SELECT site, unnest(marks) AS mark, url, day FROM base.page_traits
),
held AS (
    SELECT site, mark, count(*) AS pages, min(day) AS first_day, max(day) AS last_day, min_by(url, (day, url)) AS url
    FROM mark
    GROUP BY site, mark
),
shared AS (
    SELECT * FROM held
    QUALIFY count(*) OVER (PARTITION BY mark) > 1
)
SELECT s.mark, s.site, s.pages, count(*) AS looked_at, s.url, s.first_day
FROM shared AS s
JOIN base.page_traits AS t ON t.site = s.site AND t.day BETWEEN s.first_day AND s.last_day
GROUP BY s.mark, s.site, s.pages, s.url, s.first_day
ORDER BY s.mark, s.site;
