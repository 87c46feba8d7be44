-- one row is one version whose last check is older than a change that touches it, with what changed: 'record changed' or 'quarantine'
WITH changed_field AS (
    SELECT show_slug, property, max(greatest(recorded_at, coalesce(superseded_at, recorded_at))) AS changed_at, 'record changed' AS reason
    FROM base.facts GROUP BY ALL
    UNION ALL
    SELECT show_slug, property, max(greatest(since, coalesce(lifted_at, since))) AS changed_at, 'quarantine' AS reason
    FROM base.quarantine GROUP BY ALL
),
new_title AS (
    SELECT show_slug, recorded_at, unnest(list_filter([title, original_title] || also_known_as, lambda t: length(t) > 3)) AS title
    FROM base.shows WHERE superseded_at IS NULL
),
touched AS (
    SELECT o.version_id, f.reason
    FROM base.claim_occurrences AS o
    JOIN base.claims AS c ON c.claim_id = o.claim_id
    JOIN changed_field AS f ON f.show_slug = c.show_slug AND f.property = c.relation
    JOIN base.checks AS k ON k.version_id = o.version_id
    WHERE o.withdrawn_at IS NULL AND f.changed_at > k.checked_at
    UNION
    SELECT k.version_id, 'record changed' AS reason
    FROM base.checks AS k
    JOIN (SELECT max(recorded_at) AS newest FROM new_title) AS m ON m.newest > k.checked_at
    JOIN base.article_versions AS v ON v.version_id = k.version_id
    JOIN base.article_texts AS x ON x.version_id = k.version_id
    JOIN new_title AS n ON n.recorded_at > k.checked_at
        AND contains(lower(concat_ws(' ', v.title, array_to_string(list_transform(x.paragraphs, lambda p: p.text), ' '))), lower(n.title))
)
SELECT v.version_id, min(t.reason) AS reason
FROM touched AS t JOIN base.article_versions AS v ON v.version_id = t.version_id
GROUP BY v.version_id, v.article_id, v.seen_at
ORDER BY v.article_id, v.seen_at, v.version_id;
