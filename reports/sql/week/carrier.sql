-- one row is one article that carries one falsehood in its own word, with how many carriers copied it
CREATE TEMP TABLE week_carrier AS
WITH carrier AS (
    SELECT * FROM spread_as_of($sunday, known_at := $known_at)
),
follower AS (
    SELECT falsehood_id, follows_article_id AS article_id, count(*) AS followers
    FROM carrier
    WHERE follows_article_id IS NOT NULL
    GROUP BY ALL
)
SELECT
    c.*,
    a.site_name,
    a.authors,
    a.language,
    a.is_baseline,
    a.new_this_week,
    a.site_articles,
    coalesce(f.followers, 0) AS followers
FROM carrier AS c
JOIN week_article AS a USING (article_id)
LEFT JOIN follower AS f USING (falsehood_id, article_id);
