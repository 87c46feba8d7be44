-- the day's copies anew; a link that another day brought stays with that day
DELETE FROM base.copies WHERE day = $day;

INSERT INTO base.copies BY NAME
WITH same_body AS (
    SELECT DISTINCT v.body_hash, v.article_id, p.appeared
    FROM base.article_versions AS v
    JOIN appearance AS p ON p.article_id = v.article_id
    SEMI JOIN (SELECT DISTINCT body_hash FROM base.article_versions WHERE day = $day AND NOT is_stub) AS d ON d.body_hash = v.body_hash
    WHERE v.day <= $day AND NOT v.is_stub
),
exact AS (
    SELECT
        article_id,
        first_value(article_id) OVER (PARTITION BY body_hash ORDER BY appeared, article_id) AS of_article,
        'exact' AS kind,
        1.0 AS similarity
    FROM same_body
),
declared AS (
    SELECT l.article_id, l.target_id AS of_article, l.kind, 1.0 AS similarity
    FROM given_link AS l
    SEMI JOIN appearance AS p ON p.article_id = l.article_id
    SEMI JOIN appearance AS t ON t.article_id = l.target_id
),
found AS (
    SELECT * FROM exact
    UNION ALL BY NAME
    SELECT * FROM declared
    UNION ALL BY NAME
    SELECT * FROM given_near
)
SELECT f.article_id, f.of_article, f.kind, max(f.similarity) AS similarity, $day AS day
FROM found AS f
ANTI JOIN base.copies AS k ON k.article_id = f.article_id AND k.of_article = f.of_article AND k.kind = f.kind
WHERE f.article_id <> f.of_article
GROUP BY f.article_id, f.of_article, f.kind;
