-- one row is one body that is in a candidate pair, with its values in order
SELECT v.version_id, v.language, v.hashes, v.works
FROM valued_body AS v
WHERE v.version_id IN (SELECT new_version FROM retelling_candidate UNION SELECT old_version FROM retelling_candidate)
ORDER BY v.version_id;
