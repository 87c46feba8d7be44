-- one row is one count of the day
SELECT outcome AS name, count(DISTINCT article_id) AS amount
FROM base.fetches
WHERE day = $day AND outcome IN ('new', 'baseline', 'changed', 'gone')
GROUP BY outcome
UNION ALL
SELECT 'stubs', count(*) FROM base.article_versions WHERE day = $day AND is_stub
UNION ALL
SELECT kind || '_copies', count(*) FROM base.copies WHERE day = $day GROUP BY kind
UNION ALL
SELECT 'placed_in_origins', count(*) FROM base.origins WHERE day = $day
ORDER BY name;
