-- fail: a version labelled unreliable that states nothing against the record in its own word
WITH last_score AS (
    SELECT * FROM base.scores
    WHERE show_slug IS NULL
    QUALIFY row_number() OVER (PARTITION BY version_id ORDER BY recorded_at DESC, day DESC) = 1
)
SELECT s.version_id, s.score, s.reasons
FROM last_score AS s
ANTI JOIN (
    SELECT version_id FROM base.claim_occurrences
    WHERE withdrawn_at IS NULL AND modality IN ('asserted', 'hedged') AND verdict IN ('contradicted', 'conflicts_with_record')
) AS o ON o.version_id = s.version_id
WHERE s.label = 'unreliable';
