-- one row is one version that names another host's page as its canonical address or as where it first appeared
SELECT v.article_id, a.site, v.canonical_url, v.credits
FROM base.article_versions AS v
JOIN base.articles AS a ON a.article_id = v.article_id
WHERE v.day <= $day AND NOT v.is_stub
    AND (
        len(v.credits) > 0
        OR regexp_extract(v.canonical_url, '^https?://([^/:?#]+)', 1) <> regexp_extract(a.url, '^https?://([^/:?#]+)', 1)
    )
ORDER BY v.article_id, v.version_id;
