-- one row is one article that is right as far as is known: reliable as a whole and contradicted nowhere; the day's own first
WITH latest_version AS (
    SELECT version_id, article_id, day FROM base.article_versions
    WHERE day <= $day AND NOT is_stub
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY seen_at DESC, version_id) = 1
),
score AS (
    SELECT version_id, label FROM base.scores
    WHERE show_slug IS NULL AND day <= $day
    QUALIFY row_number() OVER (PARTITION BY version_id ORDER BY recorded_at DESC) = 1
),
accused AS (
    SELECT DISTINCT article_id FROM claims_as_of($day)
    WHERE verdict IN ('contradicted', 'conflicts_with_record') OR machine_verdict = 'contradicted' OR is_held
)
SELECT v.version_id
FROM latest_version AS v
JOIN score AS s USING (version_id)
WHERE s.label = 'reliable' AND v.article_id NOT IN (SELECT article_id FROM accused)
ORDER BY v.day = $day DESC, md5(v.version_id || CAST($day AS VARCHAR))
LIMIT $most;
