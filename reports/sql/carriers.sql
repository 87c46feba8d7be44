-- one row is one article that carries one of the falsehoods asked for, first to last
SELECT
    falsehood_id, position, article_id, site, site_name, url, title, authors, published, stated_since, first_day, is_live, modality, quote,
    language, origin_id, is_first_of_origin, followers, site_articles, new_this_week
FROM week_carrier
WHERE falsehood_id IN (SELECT unnest($falsehoods))
ORDER BY falsehood_id, position;
