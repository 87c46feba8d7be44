-- one row is one false source that is in force, with what it names
SELECT
    falsehood_id,
    min(show_slug) AS show_slug,
    min(object_key ->> 'author') AS author,
    min(object_key ->> 'value') AS "value",
    min(first_day) AS day
FROM claims
WHERE verdict = 'contradicted' AND own_word AND polarity = 'affirmed' AND relation = 'based_on'
GROUP BY falsehood_id
ORDER BY falsehood_id;
