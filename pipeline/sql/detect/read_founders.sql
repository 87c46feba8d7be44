-- one row is one origin that a link can touch, oldest first
SELECT o.origin_id
FROM base.origins AS o
LEFT JOIN base.articles AS a ON a.article_id = o.origin_id
WHERE o.article_id IN (SELECT article_id FROM base.copies UNION SELECT of_article FROM base.copies)
GROUP BY o.origin_id
ORDER BY min(a.first_day) NULLS LAST, min(a.first_seen), o.origin_id;
