-- one row is one source on record that is an article here: when it appeared, and an article of its origin that is not itself
SELECT
    g.url,
    CAST(appeared_at(a.first_seen, v.published, v.published_has_time, a.baseline) AS DATE) AS appeared,
    m.article_id AS member_id
FROM given_source AS g
JOIN base.articles AS a ON a.url = g.url
JOIN base.article_versions AS v ON v.article_id = a.article_id
LEFT JOIN base.origins AS o ON o.article_id = a.article_id
LEFT JOIN base.origins AS m ON m.origin_id = o.origin_id AND m.article_id <> a.article_id
QUALIFY row_number() OVER (PARTITION BY g.url, m.article_id ORDER BY v.seen_at, v.version_id) = 1
ORDER BY g.url, m.article_id;
