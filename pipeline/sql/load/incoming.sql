-- one row is one article that the day touches now, or touched when it was loaded before
CREATE OR REPLACE TEMP TABLE touched_article AS
SELECT article_id FROM incoming WHERE role = 'article'
UNION
SELECT article_id FROM base.fetches WHERE day = $day AND article_id IS NOT NULL;

-- one row is one address with the article that it was before this day
CREATE OR REPLACE TEMP TABLE known_address AS
SELECT
    f.site,
    f.url,
    max_by(f.article_id, (f.day, f.attempt, f.fetched_at)) AS article_id,
    bool_and(f.outcome = 'baseline') AS was_baseline
FROM base.fetches AS f
SEMI JOIN incoming AS i ON i.site = f.site AND i.url = f.url
WHERE f.day < $day AND f.article_id IS NOT NULL
GROUP BY f.site, f.url;

INSERT INTO touched_article
SELECT article_id FROM known_address
EXCEPT
SELECT article_id FROM touched_article;

-- one row is one article with the version that it showed last before this day
CREATE OR REPLACE TEMP TABLE known_version AS
SELECT f.article_id, max_by(f.version_id, (f.day, f.attempt, f.fetched_at)) AS version_id
FROM base.fetches AS f
SEMI JOIN touched_article AS t ON t.article_id = f.article_id
WHERE f.day < $day AND f.version_id IS NOT NULL
GROUP BY f.article_id;
