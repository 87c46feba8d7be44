-- fail: a claim contradicted by the machine about a work that has no record in force
WITH last_verdict AS (
    SELECT * FROM base.verdicts
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY recorded_at DESC, day DESC) = 1
)
SELECT c.claim_id, c.show_slug, c.relation
FROM last_verdict AS v
JOIN base.claims AS c ON c.claim_id = v.claim_id
ANTI JOIN (SELECT show_slug FROM base.shows WHERE superseded_at IS NULL) AS s ON s.show_slug = c.show_slug
WHERE v.verdict IN ('contradicted', 'conflicts_with_record');
