-- the touched articles anew, from all that was ever observed of them
MERGE INTO base.articles AS a
USING (
    WITH observed AS (
        SELECT
            f.*,
            (f.day, f.attempt, f.fetched_at) AS place_in_time,
            f.outcome IN ('new', 'baseline', 'changed', 'same', 'not_modified', 'not_kept', 'dropped') AS is_alive
        FROM base.fetches AS f
        SEMI JOIN touched_article AS t ON t.article_id = f.article_id
    ),
    alive AS (
        SELECT
            article_id,
            min(site) AS site,
            min(fetched_at) AS first_seen,
            max(fetched_at) AS last_seen,
            min(day) AS first_day,
            max(day) AS last_day,
            min_by(outcome, place_in_time) = 'baseline' AS baseline,
            min_by(found_by, place_in_time) AS discovered_by
        FROM observed WHERE is_alive
        GROUP BY article_id
    ),
    gone AS (
        SELECT o.article_id, min(o.day) AS gone_day, min(o.fetched_at) AS gone_at
        FROM observed AS o JOIN alive AS l USING (article_id)
        WHERE o.outcome = 'gone' AND o.fetched_at > l.last_seen
        GROUP BY o.article_id
    ),
    address AS (
        SELECT article_id, min_by(article_url, (fetched_at, article_url)) AS url FROM incoming GROUP BY article_id
    )
    SELECT l.*, g.gone_day, g.gone_at, d.url
    FROM alive AS l
    LEFT JOIN gone AS g USING (article_id)
    LEFT JOIN address AS d USING (article_id)
) AS n ON a.article_id = n.article_id
WHEN MATCHED THEN UPDATE SET
    first_seen = n.first_seen,
    last_seen = n.last_seen,
    first_day = n.first_day,
    last_day = n.last_day,
    baseline = n.baseline,
    discovered_by = n.discovered_by,
    gone_day = n.gone_day,
    gone_at = n.gone_at
WHEN NOT MATCHED THEN INSERT (
    article_id, site, url, first_seen, last_seen, first_day, last_day, baseline, discovered_by, gone_day, gone_at
) VALUES (
    n.article_id, n.site, n.url, n.first_seen, n.last_seen, n.first_day, n.last_day, n.baseline, n.discovered_by, n.gone_day, n.gone_at
);

-- what an earlier extraction of this day took for an article and this one does not
DELETE FROM base.articles
WHERE article_id IN (SELECT article_id FROM touched_article)
    AND article_id NOT IN (SELECT article_id FROM base.fetches WHERE article_id IS NOT NULL);
