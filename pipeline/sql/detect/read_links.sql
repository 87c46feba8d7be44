-- one row is one copy link that can place an article or join two origins
SELECT k.article_id, k.of_article, o.origin_id, p.origin_id AS of_origin
FROM base.copies AS k
LEFT JOIN base.origins AS o ON o.article_id = k.article_id
LEFT JOIN base.origins AS p ON p.article_id = k.of_article
WHERE (k.article_id IN (SELECT article_id FROM unplaced) OR o.article_id IS NOT NULL)
    AND (k.of_article IN (SELECT article_id FROM unplaced) OR p.article_id IS NOT NULL)
    AND (o.origin_id IS NULL OR p.origin_id IS NULL OR o.origin_id <> p.origin_id)
ORDER BY k.article_id, k.of_article;
