-- the day's responses anew: which article each belongs to, and what it brought compared with the days before
DELETE FROM base.fetches WHERE day = $day;

INSERT INTO base.fetches BY NAME
WITH placed AS (
    SELECT
        i.*,
        CASE
            WHEN i.role <> 'article' THEN NULL
            WHEN i.version_id IS NOT NULL THEN i.article_id
            WHEN k.article_id IS NOT NULL THEN k.article_id
            WHEN i.status IS NULL OR i.status = 304 OR i.dropped OR NOT i.kept THEN i.article_id
        END AS placed_id,
        coalesce(k.was_baseline, false) OR (
            s.first_contact = $day
            AND (i.published < $day - INTERVAL 7 DAY OR (i.published IS NULL AND i.found_by = 'sitemap'))
        ) AS is_old
    FROM incoming AS i
    LEFT JOIN known_address AS k ON k.site = i.site AND k.url = i.url
    LEFT JOIN base.sites AS s ON s.site = i.site
)
SELECT
    p.day,
    p.site,
    p.attempt,
    p.role,
    p.url,
    nullif(p.final_url, p.url) AS final_url,
    p.status,
    p.fetched_at,
    CASE
        WHEN p.role <> 'article' THEN 'discovery'
        WHEN p.status IS NULL THEN 'baseline'
        WHEN p.status IN (404, 410) THEN 'gone'
        WHEN NOT p.kept AND p.status BETWEEN 200 AND 299 THEN 'not_kept'
        WHEN p.status = 304 THEN 'not_modified'
        WHEN p.status NOT BETWEEN 200 AND 299 THEN 'error'
        WHEN p.dropped THEN 'dropped'
        WHEN p.version_id IS NULL THEN 'error'
        WHEN v.version_id IS NULL AND p.is_old THEN 'baseline'
        WHEN v.version_id IS NULL THEN 'new'
        WHEN v.version_id = p.version_id THEN 'same'
        ELSE 'changed'
    END AS outcome,
    p.placed_id AS article_id,
    CASE WHEN p.status = 304 THEN v.version_id ELSE p.version_id END AS version_id,
    p.etag,
    p.last_modified,
    p.warc_file,
    p.warc_offset,
    p.found_by,
    p.error
FROM placed AS p
LEFT JOIN known_version AS v ON v.article_id = p.placed_id;
