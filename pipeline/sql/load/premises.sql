-- the given versions' premises anew
DELETE FROM base.premises WHERE version_id IN (SELECT version_id FROM given_version);

INSERT INTO base.premises BY NAME SELECT * FROM given_premise;
