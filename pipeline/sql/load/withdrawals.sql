-- one row is one claim that the given versions stated and that nothing is read to state any more
CREATE OR REPLACE TEMP TABLE withdrawn_claim AS
WITH last_verdict AS (
    SELECT v.* FROM base.verdicts AS v
    SEMI JOIN stated_before AS s ON s.claim_id = v.claim_id
    QUALIFY row_number() OVER (PARTITION BY v.claim_id ORDER BY v.recorded_at DESC, v.day DESC) = 1
)
SELECT l.claim_id, l.modality, l.own_word
FROM last_verdict AS l
ANTI JOIN (SELECT claim_id FROM base.claim_occurrences WHERE withdrawn_at IS NULL) AS o ON o.claim_id = l.claim_id
WHERE l.reason <> 'withdrawn';

DELETE FROM base.verdicts WHERE recorded_at = $recorded_at AND claim_id IN (SELECT claim_id FROM withdrawn_claim);

INSERT INTO base.verdicts BY NAME
SELECT
    claim_id, $recorded_at AS recorded_at, $day AS day, 'not_a_claim' AS verdict, modality, own_word,
    'No longer read in the article.' AS explanation, CAST([] AS TEXT[]) AS gates_failed, CAST('[]' AS JSON) AS evidence,
    CAST(NULL AS TEXT) AS version_id, $record_version AS record_version, $checker_version AS checker_version, 'withdrawn' AS reason,
    'withdrawn' AS content_hash
FROM withdrawn_claim;
