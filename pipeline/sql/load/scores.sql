-- one row is one score that says something else than the version's last one; a show without a score any more gets "insufficient"
CREATE OR REPLACE TEMP TABLE new_score AS
WITH last_score AS (
    SELECT s.* FROM base.scores AS s
    SEMI JOIN given_version AS g ON g.version_id = s.version_id
    QUALIFY row_number() OVER (PARTITION BY s.version_id, s.show_slug ORDER BY s.recorded_at DESC, s.day DESC) = 1
),
dropped AS (
    SELECT
        l.version_id, l.show_slug, 'insufficient' AS label, CAST(NULL AS DOUBLE) AS score, CAST(NULL AS DOUBLE) AS low,
        CAST(NULL AS DOUBLE) AS high, 0.0 AS coverage, 'not answered' AS core, ['states nothing checkable about this show'] AS reasons
    FROM last_score AS l
    WHERE NOT EXISTS (
        SELECT 1 FROM given_score AS n WHERE n.version_id = l.version_id AND n.show_slug IS NOT DISTINCT FROM l.show_slug
    )
),
said AS (
    SELECT * FROM given_score
    UNION ALL BY NAME
    SELECT * FROM dropped
)
SELECT n.*
FROM said AS n
LEFT JOIN last_score AS l ON l.version_id = n.version_id AND l.show_slug IS NOT DISTINCT FROM n.show_slug
WHERE l.version_id IS NULL
    OR (l.label, l.score, l.low, l.high, l.coverage, l.core, l.reasons, l.rubric_version)
        IS DISTINCT FROM (n.label, n.score, n.low, n.high, n.coverage, n.core, n.reasons, $rubric_version);

DELETE FROM base.scores AS s
WHERE s.recorded_at = $recorded_at
    AND EXISTS (SELECT 1 FROM new_score AS n WHERE n.version_id = s.version_id AND n.show_slug IS NOT DISTINCT FROM s.show_slug);

INSERT INTO base.scores BY NAME
SELECT
    version_id, show_slug, $recorded_at AS recorded_at, $day AS day, label, score, low, high, coverage, core, reasons,
    $rubric_version AS rubric_version, $checker_version AS checker_version, $record_version AS record_version
FROM new_score;

-- which checker and record looked last, also where they said the same
DELETE FROM base.checks WHERE version_id IN (SELECT version_id FROM given_version);

INSERT INTO base.checks BY NAME
SELECT
    version_id, $checker_version AS checker_version, $record_version AS record_version, $rubric_version AS rubric_version,
    $recorded_at AS checked_at
FROM given_version;
