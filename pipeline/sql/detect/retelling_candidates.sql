-- one row is one distinct body with its values and the version that shows it first
CREATE OR REPLACE TEMP TABLE valued_body AS
SELECT v.version_id, v.article_id, v.day, v.language, v.body_hash, h.hashes, h.works
FROM base.article_versions AS v
JOIN base.article_values AS h ON h.version_id = v.version_id
WHERE v.day <= $day AND NOT v.is_stub AND len(h.hashes) >= $min_shared
QUALIFY row_number() OVER (PARTITION BY v.body_hash ORDER BY v.day, v.seen_at, v.version_id) = 1;

-- one row is one value of a new body
CREATE OR REPLACE TEMP TABLE new_mark AS
SELECT version_id, article_id, unnest(hashes) AS hash FROM valued_body WHERE day = $day;

-- one row is one new body and one other that holds enough of the same values, the rarest agreement first
--
-- Of a value that many hold (a star's name, a cluster that grows) only the 40 oldest holders take part, which bounds the work and still
-- leads to the founders.
CREATE OR REPLACE TEMP TABLE retelling_candidate AS
WITH wanted AS (
    SELECT DISTINCT hash FROM new_mark
),
known_mark AS (
    SELECT version_id, article_id, day, unnest(hashes) AS hash FROM valued_body
),
holder AS (
    SELECT k.*, count(*) OVER (PARTITION BY k.hash) AS held_by
    FROM known_mark AS k SEMI JOIN wanted AS w ON w.hash = k.hash
    QUALIFY row_number() OVER (PARTITION BY k.hash ORDER BY k.day, k.version_id) <= 40
),
agreeing AS (
    SELECT
        n.version_id AS new_version,
        o.version_id AS old_version,
        n.article_id AS new_article,
        o.article_id AS old_article,
        o.day < $day OR o.version_id < n.version_id AS to_compare,
        sum(1 / (1 + ln(o.held_by))) AS rarity
    FROM new_mark AS n
    JOIN holder AS o ON o.hash = n.hash
    WHERE n.article_id <> o.article_id
    GROUP BY ALL
    HAVING count(*) >= 3
)
SELECT * EXCLUDE (rarity)
FROM agreeing
QUALIFY row_number() OVER (PARTITION BY new_version ORDER BY rarity DESC, old_version) <= 40;
