-- one row is one version that a change of a show's facts may judge anew
SELECT DISTINCT v.version_id, v.article_id, v.seen_at
FROM base.article_versions AS v
WHERE v.version_id IN (
    SELECT o.version_id
    FROM base.claim_occurrences AS o JOIN base.claims AS c USING (claim_id)
    WHERE c.show_slug = $show_slug AND o.withdrawn_at IS NULL
        AND ($properties IS NULL OR list_contains($properties, c.relation))
) OR ($properties IS NULL AND v.version_id IN (
    SELECT version_id FROM base.article_shows WHERE show_slug = $show_slug AND role IN ('main', 'section')
))
ORDER BY v.article_id, v.seen_at, v.version_id;
