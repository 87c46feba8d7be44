-- one row is the last check of one version, also where it changed nothing
CREATE TABLE IF NOT EXISTS base.checks (
    version_id TEXT NOT NULL,
    checker_version TEXT NOT NULL,
    record_version TEXT NOT NULL,
    rubric_version TEXT NOT NULL,
    checked_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE base.checks IS 'One row is the last check of one version, also where it changed nothing.';
COMMENT ON COLUMN base.checks.version_id IS 'Version. Key.';
COMMENT ON COLUMN base.checks.checker_version IS 'Checker that looked last.';
COMMENT ON COLUMN base.checks.record_version IS 'Record book it looked with.';
COMMENT ON COLUMN base.checks.rubric_version IS 'Table of weights it scored with.';
COMMENT ON COLUMN base.checks.checked_at IS 'When, UTC: a fact that changed later makes the check outdated.';
