-- one row is one version of the day whose values were not read yet
SELECT v.version_id, a.url, t.paragraphs, t.links, v.title
FROM base.article_versions AS v
JOIN base.articles AS a ON a.article_id = v.article_id
JOIN base.article_texts AS t ON t.version_id = v.version_id
ANTI JOIN base.article_values AS h ON h.version_id = v.version_id
WHERE v.day = $day AND NOT v.is_stub
ORDER BY v.version_id;
