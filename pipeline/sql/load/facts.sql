-- facts: one that changed or went is superseded, one that is new or changed comes in
CREATE OR REPLACE TEMP TABLE changed_fact AS
SELECT f.fact_id, f.recorded_at
FROM base.facts AS f
LEFT JOIN given_fact AS n ON n.fact_id = f.fact_id
WHERE f.superseded_at IS NULL AND (
    n.fact_id IS NULL
    OR (CAST(f.qualifiers AS TEXT), CAST(f.sources AS TEXT), f.tier, f.is_complete, f.disputed, f.licence, f.publishable)
        IS DISTINCT FROM (n.qualifiers, n.sources, n.tier, n.is_complete, n.disputed, n.licence, n.publishable)
);

DELETE FROM base.facts WHERE recorded_at = $recorded_at AND fact_id IN (SELECT fact_id FROM changed_fact);

UPDATE base.facts SET superseded_at = $recorded_at
WHERE superseded_at IS NULL AND fact_id IN (SELECT fact_id FROM changed_fact);

INSERT INTO base.facts BY NAME
SELECT n.*, $record_version AS record_version, $recorded_at AS recorded_at, CAST(NULL AS TIMESTAMP) AS superseded_at
FROM given_fact AS n
ANTI JOIN (SELECT fact_id FROM base.facts WHERE superseded_at IS NULL) AS f ON f.fact_id = n.fact_id;
