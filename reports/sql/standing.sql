-- one row is one falsehood of the list that pages still state at the end of the week
SELECT falsehood_id
FROM week_falsehood
WHERE articles_live > 0 AND falsehood_id IN (SELECT unnest($falsehoods));
