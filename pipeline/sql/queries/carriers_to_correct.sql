-- one row is one page that states a falsehood in its own word, or did until it was corrected; those still up first, the most carried first
WITH carrier AS (
    SELECT
        s.claim_id, s.falsehood_id, s.article_id, s.site, s.url, s.title, s.quote, s.stated_since, s.is_live,
        f.show_title, f.relation, f.articles
    FROM spread AS s
    JOIN falsehoods AS f USING (falsehood_id)
    WHERE NOT f.is_held
),
correction AS (
    SELECT claim_id, min(corrected_at) AS corrected_at, arg_min(kind, corrected_at) AS kind
    FROM corrections
    GROUP BY claim_id
)
SELECT c.*, k.corrected_at, k.kind AS correction_kind
FROM carrier AS c
LEFT JOIN correction AS k USING (claim_id)
WHERE c.is_live OR k.corrected_at IS NOT NULL
ORDER BY c.is_live DESC, c.articles DESC, c.falsehood_id, c.stated_since, c.claim_id;
