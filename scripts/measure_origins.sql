-- a warehouse of invented articles for measure_origins.py: known ones, then new ones of which three in ten carry a known one's values
INSERT INTO base.articles BY NAME
SELECT
    'a' || i AS article_id, 's' || (i % 500) AS site, 'https://s' || (i % 500) || '.example/' || i AS url,
    TIMESTAMP '2024-01-01' + to_minutes(i) AS first_seen, TIMESTAMP '2026-11-16' AS last_seen,
    CASE WHEN i >= $known THEN $day ELSE $before END AS first_day, $day AS last_day, false AS baseline
FROM range($known + $new) AS r (i);

INSERT INTO base.article_versions BY NAME
SELECT
    'v' || i AS version_id, 'a' || i AS article_id, 'c' || i AS content_hash, 'b' || i AS body_hash,
    CASE WHEN i >= $known THEN $day ELSE $before END AS day, $day AS last_day, TIMESTAMP '2024-01-01' + to_minutes(i) AS seen_at,
    TIMESTAMP '2026-11-16' AS last_seen, [] AS authors, false AS published_has_time, 400 AS word_count, 'article' AS page_type,
    false AS paywalled, false AS is_stub, [] AS credits, [] AS structured_types, 'en' AS language,
    list_sort(list_transform(range(64), lambda j: CAST(hash(i * 977 + j) AS UBIGINT))) AS sketch
FROM range($known + $new) AS r (i);

-- values as unevenly spread as names are: a few that very many have, many that few have
INSERT INTO base.article_values BY NAME
SELECT
    'v' || i AS version_id,
    list_distinct(
        list_transform(
            range(30),
            lambda j: CAST(floor(pow((hash((CASE WHEN i >= $known AND i < $known + 300 THEN i - $known + 77 ELSE i END) * 131 + j) % 4000000) / 4000000.0, 2.2) * 4000000) AS UBIGINT)
        )
    ) AS hashes,
    [] AS works
FROM range($known + $new) AS r (i);
