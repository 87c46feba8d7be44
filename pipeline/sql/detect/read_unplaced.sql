-- one row is one article to be placed, earliest first
SELECT article_id FROM unplaced ORDER BY appeared, article_id;
