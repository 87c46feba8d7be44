-- one row is one wanted version with its article
SELECT v.version_id, v.article_id FROM base.article_versions AS v SEMI JOIN wanted_version AS w ON w.version_id = v.version_id;
