-- fail: a row that names an article, version or claim that is not there
SELECT 'article_versions' AS table_name, v.version_id AS row_key, 'article' AS missing
FROM base.article_versions AS v ANTI JOIN base.articles AS a ON a.article_id = v.article_id
UNION ALL
SELECT 'article_versions', v.version_id, 'text'
FROM base.article_versions AS v ANTI JOIN base.article_texts AS t ON t.version_id = v.version_id
UNION ALL
SELECT 'claims', c.claim_id, 'article'
FROM base.claims AS c
SEMI JOIN (SELECT claim_id FROM base.claim_occurrences WHERE withdrawn_at IS NULL) AS o ON o.claim_id = c.claim_id
ANTI JOIN base.articles AS a ON a.article_id = c.article_id
UNION ALL
SELECT 'claim_occurrences', o.claim_id, 'claim'
FROM base.claim_occurrences AS o ANTI JOIN base.claims AS c ON c.claim_id = o.claim_id
UNION ALL
SELECT 'claim_occurrences', o.claim_id, 'version'
FROM base.claim_occurrences AS o ANTI JOIN base.article_versions AS v ON v.version_id = o.version_id
UNION ALL
SELECT 'claim_occurrences', o.claim_id, 'verdict'
FROM base.claim_occurrences AS o ANTI JOIN base.verdicts AS v ON v.claim_id = o.claim_id
UNION ALL
SELECT 'scores', s.version_id, 'version'
FROM base.scores AS s ANTI JOIN base.article_versions AS v ON v.version_id = s.version_id
UNION ALL
SELECT 'origins', o.article_id, 'article'
FROM base.origins AS o ANTI JOIN base.articles AS a ON a.article_id = o.article_id
UNION ALL
SELECT 'copies', k.article_id, 'earlier article'
FROM base.copies AS k ANTI JOIN base.articles AS a ON a.article_id = k.of_article;
