-- one row is one data check on one day
CREATE TABLE IF NOT EXISTS base.check_results (
    day DATE NOT NULL,
    check_name TEXT NOT NULL,
    severity TEXT NOT NULL,
    passed BOOLEAN NOT NULL,
    offending BIGINT NOT NULL,
    sample JSON NOT NULL
);

COMMENT ON TABLE base.check_results IS 'One row is one data check on one day.';
COMMENT ON COLUMN base.check_results.day IS 'Day (partition). Key with check_name.';
COMMENT ON COLUMN base.check_results.check_name IS 'Name of the check.';
COMMENT ON COLUMN base.check_results.severity IS 'fail or warn.';
COMMENT ON COLUMN base.check_results.passed IS 'True when it returned no row.';
COMMENT ON COLUMN base.check_results.offending IS 'Number of rows that it returned.';
COMMENT ON COLUMN base.check_results.sample IS 'Up to five of them.';
