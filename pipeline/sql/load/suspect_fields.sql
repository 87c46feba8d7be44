-- one row is one field of a record that contradicts several sites which are otherwise right: perhaps it is the record that is wrong
WITH accused AS (
    SELECT c.show_slug, c.relation AS property, c.site, c.origin_id
    FROM claims AS c
    WHERE c.verdict = 'contradicted' AND c.own_word AND c.ruled_by IS NULL
),
trusted AS (
    SELECT site FROM base.site_scores
    QUALIFY row_number() OVER (PARTITION BY site ORDER BY day DESC) = 1 AND score >= $least_score AND claims_right >= $least_right
)
SELECT a.show_slug, a.property, count(DISTINCT a.site) AS sites, count(DISTINCT a.origin_id) AS origins
FROM accused AS a
SEMI JOIN trusted AS t ON t.site = a.site
LEFT JOIN network_members_as_of(DATE '9999-12-31') AS n ON n.site = a.site -- one hand is one witness
ANTI JOIN base.quarantine AS q ON q.show_slug = a.show_slug AND q.property = a.property
GROUP BY a.show_slug, a.property
HAVING count(DISTINCT coalesce(n.network_id, a.site)) >= $least_sites AND count(DISTINCT a.origin_id) >= $least_sites
ORDER BY a.show_slug, a.property;
