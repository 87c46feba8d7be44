-- fail: a contradicted claim that rests on general knowledge (tier 4) alone, or shows it as evidence
WITH last_verdict AS (
    SELECT * FROM base.verdicts
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY recorded_at DESC, day DESC) = 1
)
SELECT claim_id, json_extract_string(e.value, '$.publisher') AS publisher, CAST(json_extract(e.value, '$.tier') AS INTEGER) AS tier
FROM last_verdict, json_each(evidence) AS e
WHERE verdict = 'contradicted' AND coalesce(CAST(json_extract(e.value, '$.tier') AS INTEGER), 4) >= 4;
