-- one row is one address that the warehouse knows, as the crawler is told of it
WITH clean_run AS (
    SELECT site, outcome = 'ok' AND errors = 0 AND left_out = 0 AS is_clean
    FROM base.crawl_runs
    QUALIFY row_number() OVER (PARTITION BY site ORDER BY day DESC, attempt DESC) = 1
),
address AS (
    SELECT
        f.site,
        f.url,
        min(f.day) AS first_seen,
        coalesce(max(f.day) FILTER (WHERE f.status IN (200, 304)), min(f.day)) AS last_seen,
        max_by(struct_pack(role := f.role, status := f.status), (f.day, f.attempt, f.fetched_at)) AS last_answer,
        max_by(
            struct_pack(outcome := f.outcome, article_id := f.article_id, version_id := f.version_id),
            (f.day, f.attempt, f.fetched_at)
        ) FILTER (WHERE f.status IN (200, 304)) AS last_page,
        max_by(struct_pack(etag := f.etag, last_modified := f.last_modified), (f.day, f.attempt, f.fetched_at))
            FILTER (WHERE f.status = 200) AS validators
    FROM base.fetches AS f
    WHERE f.role NOT IN ('robots', 'policy')
    GROUP BY f.site, f.url
)
SELECT
    a.site,
    a.url,
    a.first_seen,
    a.last_seen,
    CASE WHEN a.last_page.version_id IS NOT NULL THEN a.last_page.article_id END AS article_id,
    CASE WHEN a.last_page.outcome NOT IN ('error', 'not_kept') THEN a.validators.etag END AS etag,
    CASE WHEN a.last_page.outcome NOT IN ('error', 'not_kept') THEN a.validators.last_modified END AS last_modified,
    v.content_hash AS content_sha256,
    a.last_answer.status AS status,
    a.last_answer.status IS NULL AS baseline
FROM address AS a
LEFT JOIN base.article_versions AS v ON v.version_id = a.last_page.version_id
LEFT JOIN clean_run AS c ON c.site = a.site
WHERE a.last_answer.role = 'article' OR (a.last_answer.status IN (200, 304) AND coalesce(c.is_clean, false))
ORDER BY a.site, a.url;
