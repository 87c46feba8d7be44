-- one row is one false source in force, under its own id, with what it says
SELECT c.falsehood_id, min(c.show_slug) AS show_slug, min(c.object_key) AS object_key, min(v.first_day) AS day
FROM claims AS v JOIN base.claims AS c ON c.claim_id = v.claim_id
WHERE v.verdict = 'contradicted' AND v.own_word AND v.polarity = 'affirmed' AND v.relation = 'based_on'
GROUP BY c.falsehood_id
ORDER BY c.falsehood_id;
