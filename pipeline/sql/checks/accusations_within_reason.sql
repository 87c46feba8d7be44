-- warn: more than half of the day's checked articles about recorded shows were labelled unreliable
WITH last_score AS (
    SELECT * FROM base.scores
    WHERE show_slug IS NULL
    QUALIFY row_number() OVER (PARTITION BY version_id ORDER BY recorded_at DESC, day DESC) = 1
)
SELECT count(*) FILTER (WHERE s.label = 'unreliable') AS unreliable, count(*) AS versions
FROM last_score AS s
JOIN base.article_versions AS v ON v.version_id = s.version_id
SEMI JOIN (SELECT version_id FROM base.article_shows WHERE role = 'main') AS m ON m.version_id = s.version_id
WHERE v.day = $day
HAVING count(*) >= 10 AND count(*) FILTER (WHERE s.label = 'unreliable') * 2 > count(*);
