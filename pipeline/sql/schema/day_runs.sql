-- one row is one count that one stage reported for one day
CREATE TABLE IF NOT EXISTS base.day_runs (
    day DATE NOT NULL,
    stage TEXT NOT NULL,
    name TEXT NOT NULL,
    amount BIGINT NOT NULL
);

COMMENT ON TABLE base.day_runs IS 'One row is one count that one stage reported for one day.';
COMMENT ON COLUMN base.day_runs.day IS 'Day (partition). Key with stage and name.';
COMMENT ON COLUMN base.day_runs.stage IS 'load, detect, claims, check or publish.';
COMMENT ON COLUMN base.day_runs.name IS 'What was counted.';
COMMENT ON COLUMN base.day_runs.amount IS 'How many.';
