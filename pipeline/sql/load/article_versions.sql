-- one row is one content that the day brings first, or brings again from the observation that counts (the first)
CREATE OR REPLACE TEMP TABLE new_version AS
SELECT i.*
FROM incoming AS i
LEFT JOIN base.article_versions AS v ON v.version_id = i.version_id
WHERE i.version_id IS NOT NULL AND (v.version_id IS NULL OR i.fetched_at <= v.seen_at)
QUALIFY row_number() OVER (PARTITION BY i.version_id ORDER BY i.fetched_at, i.url) = 1;

DELETE FROM base.article_versions WHERE version_id IN (SELECT version_id FROM new_version);

INSERT INTO base.article_versions BY NAME
SELECT
    version_id, article_id, content_hash, day, fetched_at AS seen_at, day AS last_day, fetched_at AS last_seen, warc_file, warc_offset,
    title, site_name, authors, published, published_has_time, modified, language, description, word_count, page_type, paywalled,
    canonical_url, correction_notice, is_stub, sketch, body_hash, credits, structured_types
FROM new_version;

DELETE FROM base.article_texts WHERE version_id IN (SELECT version_id FROM new_version);

INSERT INTO base.article_texts BY NAME
SELECT version_id, paragraphs, links FROM new_version;

-- one row is one version that an earlier extraction of this day made and this one does not
CREATE OR REPLACE TEMP TABLE orphan_version AS
SELECT v.version_id
FROM base.article_versions AS v
SEMI JOIN touched_article AS t ON t.article_id = v.article_id
ANTI JOIN base.fetches AS f ON f.version_id = v.version_id;

DELETE FROM base.article_versions WHERE version_id IN (SELECT version_id FROM orphan_version);
DELETE FROM base.article_texts WHERE version_id IN (SELECT version_id FROM orphan_version);
DELETE FROM base.claim_occurrences WHERE version_id IN (SELECT version_id FROM orphan_version);
DELETE FROM base.article_shows WHERE version_id IN (SELECT version_id FROM orphan_version);
DELETE FROM base.findings WHERE version_id IN (SELECT version_id FROM orphan_version);
DELETE FROM base.premises WHERE version_id IN (SELECT version_id FROM orphan_version);
DELETE FROM base.checks WHERE version_id IN (SELECT version_id FROM orphan_version);
DELETE FROM base.scores WHERE version_id IN (SELECT version_id FROM orphan_version);
DELETE FROM base.corrections
WHERE from_version IN (SELECT version_id FROM orphan_version) OR to_version IN (SELECT version_id FROM orphan_version);

-- first and last observation of the touched articles' versions
UPDATE base.article_versions AS v
SET day = o.day, seen_at = o.seen_at, last_day = o.last_day, last_seen = o.last_seen
FROM (
    SELECT f.version_id, min(f.day) AS day, min(f.fetched_at) AS seen_at, max(f.day) AS last_day, max(f.fetched_at) AS last_seen
    FROM base.fetches AS f
    SEMI JOIN touched_article AS t ON t.article_id = f.article_id
    WHERE f.version_id IS NOT NULL
    GROUP BY f.version_id
) AS o
WHERE v.version_id = o.version_id
    AND (v.day, v.seen_at, v.last_day, v.last_seen) IS DISTINCT FROM (o.day, o.seen_at, o.last_day, o.last_seen);
