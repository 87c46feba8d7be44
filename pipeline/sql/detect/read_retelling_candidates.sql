-- one row is one new body with another that shares values, and which article came later
SELECT
    c.new_version,
    c.old_version,
    c.to_compare,
    (n.appeared, n.article_id) >= (o.appeared, o.article_id) AS new_is_later,
    CASE WHEN (n.appeared, n.article_id) < (o.appeared, o.article_id) THEN c.old_article ELSE c.new_article END AS later_article,
    CASE WHEN (n.appeared, n.article_id) < (o.appeared, o.article_id) THEN c.new_article ELSE c.old_article END AS earlier_article
FROM retelling_candidate AS c
JOIN appearance AS n ON n.article_id = c.new_article
JOIN appearance AS o ON o.article_id = c.old_article
ORDER BY c.new_version, c.old_version;
