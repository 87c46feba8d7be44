-- one row is one fact of a record that came, went or got other sources or remarks since a moment, newest first; a work's first facts are no change
WITH first AS (SELECT show_slug, min(recorded_at) AS moment FROM base.facts GROUP BY show_slug),
came AS (
    SELECT f.fact_id, f.recorded_at AS moment, f.show_slug, f.property, f.value, f.qualifiers, f.sources, f.disputed
    FROM base.facts AS f JOIN first USING (show_slug)
    WHERE f.publishable AND f.recorded_at > first.moment AND f.recorded_at >= $since
),
went AS (
    SELECT fact_id, superseded_at AS moment, show_slug, property, value, qualifiers, sources, disputed
    FROM base.facts WHERE publishable AND superseded_at >= $since
)
SELECT
    coalesce(came.moment, went.moment) AS moment,
    coalesce(came.show_slug, went.show_slug) AS show_slug,
    coalesce(came.property, went.property) AS property,
    coalesce(came.value, went.value) AS value,
    coalesce(came.qualifiers, went.qualifiers) AS qualifiers,
    coalesce(came.sources, went.sources) AS sources,
    CASE
        WHEN went.fact_id IS NULL THEN 'new'
        WHEN came.fact_id IS NULL THEN 'gone'
        WHEN came.disputed IS DISTINCT FROM went.disputed THEN CASE WHEN came.disputed IS NULL THEN 'settled' ELSE 'disputed' END
        ELSE 'vouchers'
    END AS change
FROM came
FULL JOIN went ON went.fact_id = came.fact_id AND went.moment = came.moment
ORDER BY moment DESC, show_slug, property, value, change;
