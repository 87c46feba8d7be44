-- one row is one change of a record after $since and before $until: a value that came, went or gave way to another, a dispute, other sources
--
-- The first facts of a work are no change, nor are other remarks or a later day of reading. ``rejudged`` counts the claims about the same
-- show and property that got a new verdict row because of it, ``changed`` those of them whose verdict is another one.
WITH first AS (
    SELECT show_slug, min(recorded_at) AS moment FROM base.facts GROUP BY show_slug
),
titled AS (
    SELECT show_slug, max_by(title, recorded_at) AS title
    FROM base.shows
    WHERE recorded_at <= $known_at AND (superseded_at IS NULL OR superseded_at > $known_at)
    GROUP BY show_slug
),
came AS (
    SELECT f.*, f.recorded_at AS moment
    FROM base.facts AS f
    JOIN first AS b ON b.show_slug = f.show_slug
    WHERE f.publishable AND f.recorded_at > b.moment AND f.recorded_at > $since AND f.recorded_at < $until AND f.recorded_at <= $known_at
),
went AS (
    SELECT *, superseded_at AS moment
    FROM base.facts
    WHERE publishable AND superseded_at > $since AND superseded_at < $until AND superseded_at <= $known_at
),
kept AS (
    SELECT
        n.show_slug, n.property, n.moment, least(n.tier, o.tier) AS tier, n.value, n.qualifiers, n.sources, n.disputed,
        o.value AS old_value, o.qualifiers AS old_qualifiers, o.sources AS old_sources,
        CASE
            WHEN o.disputed IS NULL AND n.disputed IS NOT NULL THEN 'disputed'
            WHEN o.disputed IS NOT NULL AND n.disputed IS NULL THEN 'settled'
            WHEN n.is_complete AND NOT o.is_complete THEN 'completed'
            WHEN o.is_complete AND NOT n.is_complete THEN 'reopened'
            WHEN list_sort(n.sources ->> '$[*].key') IS DISTINCT FROM list_sort(o.sources ->> '$[*].key') THEN 'sources'
        END AS kind
    FROM came AS n
    JOIN went AS o ON o.fact_id = n.fact_id AND o.moment = n.moment
),
new AS (
    SELECT * FROM came AS n WHERE NOT EXISTS (SELECT 1 FROM went AS o WHERE o.fact_id = n.fact_id AND o.moment = n.moment)
),
gone AS (
    SELECT * FROM went AS o WHERE NOT EXISTS (SELECT 1 FROM came AS n WHERE n.fact_id = o.fact_id AND n.moment = o.moment)
),
-- One value of the same season, region and role went and one came in the same hour: it gave way. Several are told one by one.
replaced AS (
    SELECT n.fact_id AS new_id, o.fact_id AS old_id, n.moment
    FROM new AS n
    JOIN gone AS o ON o.show_slug = n.show_slug AND o.property = n.property AND o.moment = n.moment
        AND (n.qualifiers ->> '$.season') IS NOT DISTINCT FROM (o.qualifiers ->> '$.season')
        AND (n.qualifiers ->> '$.region') IS NOT DISTINCT FROM (o.qualifiers ->> '$.region')
        AND (
            n.property <> 'cast_member' OR n.value = o.value
            OR (n.qualifiers ->> '$.character') IS NOT DISTINCT FROM (o.qualifiers ->> '$.character')
        )
    QUALIFY count(*) OVER (PARTITION BY n.fact_id, n.moment) = 1 AND count(*) OVER (PARTITION BY o.fact_id, o.moment) = 1
),
change AS (
    SELECT * FROM kept WHERE kind IS NOT NULL
    UNION ALL BY NAME
    SELECT
        n.show_slug, n.property, n.moment, n.tier, n.value, n.qualifiers, n.sources, o.value AS old_value, o.qualifiers AS old_qualifiers,
        o.sources AS old_sources, 'superseded' AS kind
    FROM replaced AS r
    JOIN new AS n ON n.fact_id = r.new_id AND n.moment = r.moment
    JOIN gone AS o ON o.fact_id = r.old_id AND o.moment = r.moment
    UNION ALL BY NAME
    SELECT n.show_slug, n.property, n.moment, n.tier, n.value, n.qualifiers, n.sources, 'added' AS kind
    FROM new AS n
    WHERE NOT EXISTS (SELECT 1 FROM replaced AS r WHERE r.new_id = n.fact_id AND r.moment = n.moment)
    UNION ALL BY NAME
    SELECT
        o.show_slug, o.property, o.moment, o.tier, o.value AS old_value, o.qualifiers AS old_qualifiers, o.sources AS old_sources,
        'removed' AS kind
    FROM gone AS o
    WHERE NOT EXISTS (SELECT 1 FROM replaced AS r WHERE r.old_id = o.fact_id AND r.moment = o.moment)
),
told AS (
    SELECT claim_id, recorded_at, reason, verdict, lag(verdict) OVER (PARTITION BY claim_id ORDER BY recorded_at, day) AS before
    FROM base.verdicts
    WHERE recorded_at <= $known_at
),
moments AS (
    SELECT DISTINCT show_slug, property, moment FROM change
),
judged AS (
    SELECT
        m.show_slug, m.property, m.moment, count(DISTINCT t.claim_id) AS rejudged,
        count(DISTINCT t.claim_id) FILTER (WHERE t.verdict <> t.before) AS changed
    FROM (
        SELECT t.*, c.show_slug, c.relation FROM told AS t JOIN base.claims AS c USING (claim_id)
        WHERE t.reason = 'record changed' AND t.recorded_at < $until
    ) AS t
    ASOF JOIN moments AS m ON m.show_slug = t.show_slug AND m.property = t.relation AND m.moment <= t.recorded_at
    GROUP BY ALL
)
SELECT
    c.show_slug, s.title AS show_title, c.property, c.moment, c.kind, c.value, c.qualifiers, c.sources, c.disputed, c.old_value,
    c.old_qualifiers, c.old_sources, coalesce(j.rejudged, 0) AS rejudged, coalesce(j.changed, 0) AS changed
FROM change AS c
JOIN titled AS s ON s.show_slug = c.show_slug
LEFT JOIN judged AS j ON j.show_slug = c.show_slug AND j.property = c.property AND j.moment = c.moment
WHERE c.tier < 4
ORDER BY
    changed DESC, rejudged DESC, list_position(['superseded', 'removed', 'disputed', 'settled', 'added'], c.kind) NULLS LAST, c.moment DESC,
    s.title, c.show_slug, c.property, coalesce(c.value, c.old_value), coalesce(c.qualifiers, c.old_qualifiers);
