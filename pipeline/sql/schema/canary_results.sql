-- one row is one canary (a true article with one fact swapped) or its unswapped twin, run on one day
CREATE TABLE IF NOT EXISTS base.canary_results (
    day DATE NOT NULL,
    canary TEXT NOT NULL,
    swapped BOOLEAN NOT NULL,
    relation TEXT NOT NULL,
    caught BOOLEAN NOT NULL,
    checker_version TEXT NOT NULL
);

COMMENT ON TABLE base.canary_results IS 'One row is one canary (a true article with one fact swapped) or its unswapped twin, run on one day.';
COMMENT ON COLUMN base.canary_results.day IS 'Day (partition). Key with canary and swapped.';
COMMENT ON COLUMN base.canary_results.canary IS 'Name of the canary.';
COMMENT ON COLUMN base.canary_results.swapped IS 'True for the swapped text, false for its twin.';
COMMENT ON COLUMN base.canary_results.relation IS 'Relation of the swapped fact.';
COMMENT ON COLUMN base.canary_results.caught IS 'True when the checker called a claim of that relation contradicted; for a twin that is a false alarm.';
COMMENT ON COLUMN base.canary_results.checker_version IS 'Checker that was tried.';
