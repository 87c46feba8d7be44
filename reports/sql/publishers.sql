-- one row is one publisher that records rest on, with the number of shows it is cited for: the better known it is, the more there are
WITH cited AS (
    SELECT show_slug, unnest(from_json(sources, '[{"publisher": "VARCHAR", "tier": "INTEGER"}]'), recursive := true)
    FROM facts_as_of($known_at)
)
SELECT publisher, count(DISTINCT show_slug) AS shows
FROM cited
WHERE tier < 4 AND publisher IS NOT NULL
GROUP BY publisher
ORDER BY publisher;
