-- one row is one version of the day that says something, with its text
SELECT v.version_id, v.article_id, v.title, [p['text'] FOR p IN t.paragraphs IF p['kind'] <> 'caption'] AS texts
FROM base.article_versions AS v
JOIN base.article_texts AS t ON t.version_id = v.version_id
WHERE v.day = $day AND NOT v.is_stub
ORDER BY v.version_id;
