-- the given versions' findings anew
DELETE FROM base.findings WHERE version_id IN (SELECT version_id FROM given_version);

INSERT INTO base.findings BY NAME
SELECT * FROM given_finding
QUALIFY row_number() OVER (PARTITION BY version_id, signal ORDER BY answer, evidence) = 1;
