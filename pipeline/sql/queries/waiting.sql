-- one row is one statement that does not fit the record, or is held, and that nobody has ruled on
SELECT
    falsehood_id,
    any_value(show_title) AS show_title,
    any_value(relation) AS relation,
    min_by(quote, stated_since) AS quote,
    count(DISTINCT article_id) AS pages,
    min_by(explanation, stated_since) AS why
FROM claims
WHERE own_word AND ruled_by IS NULL AND (verdict = 'conflicts_with_record' OR is_held)
GROUP BY falsehood_id
ORDER BY pages DESC, falsehood_id
LIMIT $most
