-- one row is one article with when it most likely appeared
CREATE OR REPLACE TEMP TABLE appearance AS
SELECT
    a.article_id,
    a.site,
    a.first_day,
    appeared_at(a.first_seen, v.published, v.published_has_time, a.baseline) AS appeared
FROM base.articles AS a
JOIN (
    SELECT * FROM base.article_versions
    WHERE day <= $day
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY seen_at, version_id) = 1
) AS v ON v.article_id = a.article_id;

-- one row is one distinct body with the version that shows it first
CREATE OR REPLACE TEMP TABLE body AS
SELECT body_hash, version_id, article_id, day, sketch
FROM base.article_versions
WHERE day <= $day AND NOT is_stub AND sketch IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY body_hash ORDER BY day, seen_at, version_id) = 1;

-- one row is one value of a new body's sketch
CREATE OR REPLACE TEMP TABLE new_value AS
SELECT version_id, article_id, unnest(sketch) AS hash FROM body WHERE day = $day;

-- one row is one pair of bodies, the first new, that share enough of their sketches
--
-- Of a value that many bodies have (a set phrase, a cluster that grows) only the 25 oldest take part, which bounds the work.
CREATE OR REPLACE TEMP TABLE candidate AS
WITH wanted AS (
    SELECT DISTINCT hash FROM new_value
),
known_value AS (
    SELECT version_id, article_id, day, unnest(sketch) AS hash FROM body
),
old_value AS (
    SELECT k.*
    FROM known_value AS k SEMI JOIN wanted AS w ON w.hash = k.hash
    QUALIFY row_number() OVER (PARTITION BY k.hash ORDER BY k.day, k.version_id) <= 25
)
SELECT n.version_id AS new_version, o.version_id AS old_version, n.article_id AS new_article, o.article_id AS old_article
FROM new_value AS n
JOIN old_value AS o ON o.hash = n.hash
WHERE n.article_id <> o.article_id AND (o.day < $day OR o.version_id < n.version_id)
GROUP BY ALL
HAVING count(*) >= $min_shared;
