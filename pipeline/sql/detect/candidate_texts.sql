-- one row is one version that is in a candidate pair
CREATE OR REPLACE TEMP TABLE candidate_text AS
SELECT new_version AS version_id FROM candidate
UNION
SELECT old_version FROM candidate;
