-- one row is one false value that an article stopped stating, known by the end of the week
CREATE TEMP TABLE week_correction AS
SELECT
    k.*,
    c.polarity,
    c.stated_since,
    f.is_confirmed,
    coalesce(a.site_name, k.site) AS site_name,
    k.day BETWEEN $monday AND $sunday AS this_week
FROM corrections_as_of($sunday, known_at := $known_at) AS k
JOIN week_falsehood AS f USING (falsehood_id)
JOIN week_claim AS c USING (claim_id)
LEFT JOIN week_article AS a ON a.article_id = k.article_id;
