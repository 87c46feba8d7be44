-- the names that no article about another work has, in place of what was told before
DELETE FROM base.peculiar_falsehoods;

INSERT INTO base.peculiar_falsehoods BY NAME
WITH holder AS (
    SELECT m.hash, m.works
    FROM (SELECT unnest(hashes) AS hash, works FROM base.article_values) AS m
    SEMI JOIN given_name AS g ON g.hash = m.hash
),
own_name AS (
    SELECT g.* FROM given_name AS g
    ANTI JOIN holder AS h ON h.hash = g.hash AND NOT list_contains(h.works, g.show_slug)
),
-- an author alone may be a plausible mistake; a title that nobody else has is none
invented AS (
    SELECT show_slug, name FROM own_name
    WHERE falsehood_id IN (SELECT falsehood_id FROM own_name WHERE is_title)
)
SELECT n.falsehood_id, n.name, n.day
FROM own_name AS n SEMI JOIN invented AS i ON i.show_slug = n.show_slug AND i.name = n.name;
