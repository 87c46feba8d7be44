-- fail: a contradicted claim about a work that has no record, or of a modality that no verdict may rest on
SELECT claim_id, show_slug, relation, modality
FROM claims_as_of($day)
WHERE verdict = 'contradicted' AND machine_verdict = 'contradicted'
    AND (NOT is_on_record OR modality NOT IN ('asserted', 'hedged', 'question', 'reported', 'debunked'));
