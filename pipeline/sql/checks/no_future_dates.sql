-- fail: an article that says it is from the future
SELECT version_id, article_id, published, seen_at
FROM base.article_versions
WHERE published > seen_at + INTERVAL 1 DAY;
