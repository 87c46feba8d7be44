-- one row is one page that states the falsehood, with the earlier one that it follows
SELECT s.article_id, s.site, s.url, s.stated_since, s.is_live, s.follows_article_id, s.follows_kind, s.follows_similarity
FROM spread AS s
WHERE s.falsehood_id = $falsehood_id
ORDER BY s.position;
