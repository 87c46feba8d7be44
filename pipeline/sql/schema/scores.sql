-- one row is one score of one version, or of one show's share of it; a row is added only when its content changes
CREATE TABLE IF NOT EXISTS base.scores (
    version_id TEXT NOT NULL,
    show_slug TEXT,
    recorded_at TIMESTAMP NOT NULL,
    day DATE NOT NULL,
    label TEXT NOT NULL,
    score DOUBLE,
    low DOUBLE,
    high DOUBLE,
    coverage DOUBLE NOT NULL,
    core TEXT NOT NULL,
    reasons TEXT[] NOT NULL,
    rubric_version TEXT NOT NULL,
    checker_version TEXT NOT NULL,
    record_version TEXT NOT NULL
);

COMMENT ON TABLE base.scores IS 'One row is one score of one version, or of one show''s share of it; a row is added only when its content changes.';
COMMENT ON COLUMN base.scores.version_id IS 'Version. Key with show_slug and recorded_at.';
COMMENT ON COLUMN base.scores.show_slug IS 'Show in a listicle; NULL for the article as a whole.';
COMMENT ON COLUMN base.scores.recorded_at IS 'When it was recorded, UTC.';
COMMENT ON COLUMN base.scores.day IS 'Day (partition) of the run that recorded it.';
COMMENT ON COLUMN base.scores.label IS 'reliable, mixed, unreliable or insufficient.';
COMMENT ON COLUMN base.scores.score IS 'Factual reliability, 0 to 1; NULL when insufficient.';
COMMENT ON COLUMN base.scores.low IS 'Lower bound of the 90 % interval; NULL when insufficient.';
COMMENT ON COLUMN base.scores.high IS 'Upper bound of it; NULL when insufficient.';
COMMENT ON COLUMN base.scores.coverage IS 'Checkable weight over all weight, 0 to 1.';
COMMENT ON COLUMN base.scores.core IS 'Does it get the source and the truth of the story right: right, wrong or not answered.';
COMMENT ON COLUMN base.scores.reasons IS 'Why this label, in words.';
COMMENT ON COLUMN base.scores.rubric_version IS 'Table of weights that it was computed with.';
COMMENT ON COLUMN base.scores.checker_version IS 'Checker that computed it.';
COMMENT ON COLUMN base.scores.record_version IS 'Record book it was computed by.';
