-- one row: what the records hold and what this load changed
SELECT
    (SELECT count(*) FROM base.shows WHERE superseded_at IS NULL) AS shows,
    (SELECT count(*) FROM base.facts WHERE superseded_at IS NULL) AS facts,
    (SELECT count(*) FROM base.facts WHERE recorded_at = $recorded_at AND record_version = $record_version) AS new_facts,
    (SELECT count(*) FROM base.facts WHERE superseded_at = $recorded_at) AS superseded_facts;
