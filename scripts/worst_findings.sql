-- one row is one false statement, the one on most pages first
SELECT show_title, first_quote, explanation, articles, origins, sites
FROM falsehoods
WHERE NOT is_held
ORDER BY articles DESC, sites DESC, show_title, first_quote
LIMIT $most
