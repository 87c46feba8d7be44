-- one row is one statement that an editor's hold or a reader's dispute keeps from print
SELECT
    falsehood_id,
    min(show_slug) AS show_slug,
    min(show_title) AS show_title,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT origin_id) AS origins
FROM claims_as_of(DATE '9999-12-31', known_at := $known_at)
WHERE is_held AND first_day <= $sunday
GROUP BY falsehood_id
ORDER BY articles DESC, falsehood_id;
