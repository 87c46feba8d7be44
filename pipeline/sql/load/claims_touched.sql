-- one row is one standing claim about a show
SELECT DISTINCT c.claim_id
FROM base.claims AS c JOIN base.claim_occurrences AS o USING (claim_id)
WHERE c.show_slug = $show_slug AND o.withdrawn_at IS NULL
    AND ($properties IS NULL OR list_contains($properties, c.relation))
ORDER BY c.claim_id;
