-- one row is one passage that contradicts the record in the article that makes the claim asked for, as the page stands
SELECT
    c.claim_id, c.falsehood_id, c.article_id, c.site, a.site_name, c.url, c.title, a.authors, c.published, c.first_day, c.quote,
    a.language, c.modality, c.origin_id, c.show_slug, c.show_title, c.relation, c.object, c.polarity, c.evidence, c.explanation, c.is_live,
    c.ruled_by IS NOT NULL AS is_confirmed,
    (SELECT max(week) FROM digest_items AS d WHERE d.falsehood_id = c.falsehood_id) AS week,
    (SELECT max_by(item_id, week) FROM digest_items AS d WHERE d.falsehood_id = c.falsehood_id) AS anchor
FROM claims AS c
JOIN articles AS a USING (article_id)
WHERE c.article_id IN (SELECT article_id FROM claims WHERE claim_id = $claim)
    AND c.verdict = 'contradicted' AND c.own_word AND NOT c.is_held
ORDER BY c.claim_id <> $claim, c.paragraph, c.quote_start, c.claim_id;
