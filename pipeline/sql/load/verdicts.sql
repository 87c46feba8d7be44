-- one row is one verdict that says something else than the claim's last one
--
-- Only the latest version that states a claim speaks for it, so that checking an old version again leaves the history alone.
CREATE OR REPLACE TEMP TABLE new_verdict AS
WITH speaking AS (
    SELECT o.claim_id, max_by(o.version_id, (v.seen_at, v.version_id)) AS version_id
    FROM base.claim_occurrences AS o
    SEMI JOIN given_verdict AS g ON g.claim_id = o.claim_id
    JOIN base.article_versions AS v ON v.version_id = o.version_id
    WHERE o.withdrawn_at IS NULL
    GROUP BY o.claim_id
),
last_verdict AS (
    SELECT v.* FROM base.verdicts AS v
    SEMI JOIN given_verdict AS g ON g.claim_id = v.claim_id
    QUALIFY row_number() OVER (PARTITION BY v.claim_id ORDER BY v.recorded_at DESC, v.day DESC) = 1
)
SELECT
    n.*,
    CASE
        WHEN l.claim_id IS NULL THEN 'first check'
        WHEN $reason IS NOT NULL THEN $reason
        WHEN l.record_version <> $record_version THEN 'record changed'
        WHEN l.checker_version <> $checker_version THEN 'checker changed'
        ELSE 'text changed'
    END AS reason
FROM given_verdict AS n
JOIN speaking AS s ON s.claim_id = n.claim_id AND s.version_id = n.version_id
LEFT JOIN last_verdict AS l ON l.claim_id = n.claim_id
WHERE l.claim_id IS NULL OR l.content_hash <> n.content_hash;

DELETE FROM base.verdicts WHERE recorded_at = $recorded_at AND claim_id IN (SELECT claim_id FROM new_verdict);

INSERT INTO base.verdicts BY NAME
SELECT
    claim_id, $recorded_at AS recorded_at, $day AS day, verdict, modality, own_word, explanation, gates_failed, evidence, version_id,
    $record_version AS record_version, $checker_version AS checker_version, reason, content_hash
FROM new_verdict;
