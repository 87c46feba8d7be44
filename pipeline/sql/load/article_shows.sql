-- the given versions' links to shows anew
DELETE FROM base.article_shows WHERE version_id IN (SELECT version_id FROM given_version);

INSERT INTO base.article_shows BY NAME SELECT * FROM given_show;
