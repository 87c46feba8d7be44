-- one row is one signal's answer about one version
CREATE TABLE IF NOT EXISTS base.findings (
    version_id TEXT NOT NULL,
    signal TEXT NOT NULL,
    answer TEXT NOT NULL,
    evidence TEXT NOT NULL,
    value DOUBLE
);

COMMENT ON TABLE base.findings IS 'One row is one signal''s answer about one version.';
COMMENT ON COLUMN base.findings.version_id IS 'Version. Key with signal.';
COMMENT ON COLUMN base.findings.signal IS 'Name of the signal.';
COMMENT ON COLUMN base.findings.answer IS 'yes, no or cannot tell.';
COMMENT ON COLUMN base.findings.evidence IS 'What was seen.';
COMMENT ON COLUMN base.findings.value IS 'The measure behind the answer where there is one.';
