-- one row is one editor's ruling, from the journal; outranks the machine
CREATE TABLE IF NOT EXISTS base.rulings (
    ruling_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    claim_id TEXT,
    falsehood_id TEXT,
    show_slug TEXT,
    property TEXT,
    verdict TEXT,
    merge_into TEXT,
    reason TEXT NOT NULL,
    ruled_by TEXT NOT NULL,
    ruled_at TIMESTAMP NOT NULL,
    day DATE NOT NULL
);

COMMENT ON TABLE base.rulings IS 'One row is one editor''s ruling, from the journal; outranks the machine.';
COMMENT ON COLUMN base.rulings.ruling_id IS 'Name of the journal file. Key.';
COMMENT ON COLUMN base.rulings.kind IS 'confirm, soften, reject, hold, release, merge, dispute or record_wrong.';
COMMENT ON COLUMN base.rulings.claim_id IS 'Claim it is about; NULL when it is about a falsehood or a record.';
COMMENT ON COLUMN base.rulings.falsehood_id IS 'Falsehood it is about (all its claims).';
COMMENT ON COLUMN base.rulings.show_slug IS 'Show, for record_wrong.';
COMMENT ON COLUMN base.rulings.property IS 'Property of the record, for record_wrong.';
COMMENT ON COLUMN base.rulings.verdict IS 'Verdict in force by the ruling; NULL when it leaves the verdict alone.';
COMMENT ON COLUMN base.rulings.merge_into IS 'Falsehood that this one is the same as, for merge.';
COMMENT ON COLUMN base.rulings.reason IS 'The editor''s reason.';
COMMENT ON COLUMN base.rulings.ruled_by IS 'Who ruled.';
COMMENT ON COLUMN base.rulings.ruled_at IS 'When, UTC.';
COMMENT ON COLUMN base.rulings.day IS 'The day of that instant.';
