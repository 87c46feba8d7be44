-- warn: a site of whose pages more than a fifth could not be read
SELECT site, count(*) FILTER (WHERE outcome = 'error') AS unreadable, count(*) AS pages
FROM base.fetches
WHERE day = $day AND role = 'article' AND status = 200
GROUP BY site
HAVING count(*) FILTER (WHERE outcome = 'error') * 5 > count(*);
