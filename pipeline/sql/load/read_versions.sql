-- one row is one wanted version with its text
SELECT
    v.version_id, v.article_id, a.site, a.url, v.title, v.site_name, v.canonical_url, v.authors, v.published, v.published_has_time,
    v.modified, v.language, v.description, v.page_type, v.paywalled, v.structured_types, t.paragraphs, t.links
FROM wanted_version AS w
JOIN base.article_versions AS v ON v.version_id = w.version_id
JOIN base.articles AS a ON a.article_id = v.article_id
JOIN base.article_texts AS t ON t.version_id = v.version_id;
