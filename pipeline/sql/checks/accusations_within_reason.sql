-- warn: more than half of the day's checked articles about recorded shows were labelled unreliable
SELECT count(*) FILTER (WHERE label = 'unreliable') AS unreliable, count(*) AS articles
FROM articles_as_of($day)
WHERE first_day = $day AND show_slug IS NOT NULL AND label IS NOT NULL
HAVING count(*) >= 10 AND count(*) FILTER (WHERE label = 'unreliable') * 2 > count(*);
