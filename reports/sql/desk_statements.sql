-- one row is one statement in articles' own words that contradicts or does not fit a record, or that an editor has ruled on or paused
SELECT
    falsehood_id,
    min(show_slug) AS show_slug,
    min(show_title) AS show_title,
    min(relation) AS relation,
    min_by(object, (stated_since, claim_id)) AS object,
    min(polarity) AS polarity,
    min_by(verdict, (stated_since, claim_id)) AS verdict,
    min_by(machine_verdict, (stated_since, claim_id)) AS machine_verdict,
    min_by(explanation, (stated_since, claim_id)) AS explanation,
    min_by(evidence, (stated_since, claim_id)) AS evidence,
    bool_or(is_held) AS is_held,
    max(ruled_by) AS ruled_by,
    max(ruling_reason) AS ruling_reason,
    count(DISTINCT article_id) AS pages,
    count(DISTINCT origin_id) AS origins,
    bool_or(is_live) AS is_live,
    min_by(quote, (stated_since, claim_id)) AS quote,
    min_by(site, (stated_since, claim_id)) AS site,
    min_by(url, (stated_since, claim_id)) AS url,
    min_by(title, (stated_since, claim_id)) AS title,
    min(stated_since) AS stated_since
FROM claims
WHERE own_word AND is_on_record
    AND (verdict IN ('contradicted', 'conflicts_with_record') OR machine_verdict = 'contradicted' OR ruled_by IS NOT NULL OR is_held)
GROUP BY falsehood_id
ORDER BY pages DESC, show_title, relation, falsehood_id;
