-- one row is one article that says something and has no origin yet, or got it from this day
DELETE FROM base.origins WHERE day = $day;

CREATE OR REPLACE TEMP TABLE unplaced AS
SELECT p.article_id, p.appeared, v.day
FROM appearance AS p
JOIN (SELECT article_id, min(day) AS day FROM base.article_versions WHERE day <= $day AND NOT is_stub GROUP BY article_id) AS v
    ON v.article_id = p.article_id
ANTI JOIN base.origins AS o ON o.article_id = p.article_id;
