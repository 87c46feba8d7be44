-- fail: a contradicted claim whose last verdict names no evidence
SELECT claim_id, verdict, explanation
FROM base.verdicts
WHERE true
QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY recorded_at DESC, day DESC) = 1
    AND verdict IN ('contradicted', 'conflicts_with_record')
    AND (json_array_length(evidence) = 0 OR explanation = '');
