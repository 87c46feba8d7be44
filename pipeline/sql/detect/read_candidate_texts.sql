-- one row is one candidate's text, captions left out
SELECT t.version_id, [p['text'] FOR p IN t.paragraphs IF p['kind'] <> 'caption'] AS texts
FROM base.article_texts AS t SEMI JOIN candidate_text AS c ON c.version_id = t.version_id
ORDER BY t.version_id;
