-- one row is one body that a site shows under so many addresses that it is furniture, not an article
CREATE OR REPLACE TEMP TABLE furniture AS
SELECT a.site, v.body_hash
FROM base.article_versions AS v
JOIN base.articles AS a ON a.article_id = v.article_id
SEMI JOIN (SELECT DISTINCT body_hash FROM base.article_versions WHERE day = $day) AS d ON d.body_hash = v.body_hash
GROUP BY a.site, v.body_hash
HAVING count(DISTINCT v.article_id) >= 10 OR (count(DISTINCT v.article_id) >= $same_body AND max(v.word_count) <= 150);

-- a short text that so many sites show is a service's wall, though each shows it once
INSERT INTO furniture
WITH wall AS (
    SELECT v.body_hash
    FROM base.article_versions AS v
    JOIN base.articles AS a ON a.article_id = v.article_id
    SEMI JOIN (SELECT DISTINCT body_hash FROM base.article_versions WHERE day = $day) AS d ON d.body_hash = v.body_hash
    GROUP BY v.body_hash
    HAVING count(DISTINCT a.site) >= $many_sites AND max(v.word_count) <= 150
)
SELECT DISTINCT a.site, v.body_hash
FROM base.article_versions AS v
JOIN base.articles AS a ON a.article_id = v.article_id
SEMI JOIN wall AS w ON w.body_hash = v.body_hash
ANTI JOIN furniture AS f ON f.site = a.site AND f.body_hash = v.body_hash;

UPDATE base.article_versions AS v
SET is_stub = true, sketch = NULL
FROM base.articles AS a, furniture AS f
WHERE a.article_id = v.article_id AND f.site = a.site AND f.body_hash = v.body_hash AND NOT v.is_stub;

-- one row is one article that says nothing in any version
CREATE OR REPLACE TEMP TABLE silent_article AS
SELECT article_id FROM base.article_versions GROUP BY article_id HAVING bool_and(is_stub);

DELETE FROM base.copies
WHERE article_id IN (SELECT article_id FROM silent_article) OR of_article IN (SELECT article_id FROM silent_article);

DELETE FROM base.origins WHERE article_id IN (SELECT article_id FROM silent_article);
