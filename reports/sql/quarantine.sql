-- one row is one field of a record that is out of service
SELECT q.show_slug, coalesce(s.title, q.show_slug) AS show_title, q.property, q.reason
FROM base.quarantine AS q
LEFT JOIN base.shows AS s ON s.show_slug = q.show_slug AND s.superseded_at IS NULL
WHERE q.since < $sunday + 1 AND q.since <= $known_at AND (q.lifted_at IS NULL OR q.lifted_at >= $sunday + 1 OR q.lifted_at > $known_at)
ORDER BY show_title, q.property;
