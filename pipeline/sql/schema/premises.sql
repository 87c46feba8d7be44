-- one row is what one version answers to "is it a true story?"
CREATE TABLE IF NOT EXISTS base.premises (
    version_id TEXT NOT NULL,
    article TEXT,
    record TEXT,
    agrees BOOLEAN
);

COMMENT ON TABLE base.premises IS 'One row is what one version answers to "is it a true story?".';
COMMENT ON COLUMN base.premises.version_id IS 'Version. Key.';
COMMENT ON COLUMN base.premises.article IS 'The article''s answer; NULL where it evades or does not say.';
COMMENT ON COLUMN base.premises.record IS 'The record''s answer; NULL where the show has none.';
COMMENT ON COLUMN base.premises.agrees IS 'Whether both agree; NULL when either is missing.';
