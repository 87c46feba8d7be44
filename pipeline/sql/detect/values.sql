-- the values read for the day's versions in, those of versions that are gone out
DELETE FROM base.article_values
WHERE version_id NOT IN (SELECT version_id FROM base.article_versions);

INSERT INTO base.article_values BY NAME
SELECT g.* FROM given_values AS g ANTI JOIN base.article_values AS h ON h.version_id = g.version_id;
