-- one row is one step towards a publisher's correction, from the journal
CREATE TABLE IF NOT EXISTS base.correction_notes (
    note_id TEXT NOT NULL,
    falsehood_id TEXT,
    article_id TEXT,
    kind TEXT NOT NULL,
    sent_to TEXT,
    noted_by TEXT NOT NULL,
    noted_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE base.correction_notes IS 'One row is one step towards a publisher''s correction, from the journal.';
COMMENT ON COLUMN base.correction_notes.note_id IS 'Name of the journal file. Key.';
COMMENT ON COLUMN base.correction_notes.falsehood_id IS 'Falsehood.';
COMMENT ON COLUMN base.correction_notes.article_id IS 'Article that was written to.';
COMMENT ON COLUMN base.correction_notes.kind IS 'sent, answered or closed.';
COMMENT ON COLUMN base.correction_notes.sent_to IS 'Addressee as noted.';
COMMENT ON COLUMN base.correction_notes.noted_by IS 'Who noted it.';
COMMENT ON COLUMN base.correction_notes.noted_at IS 'When, UTC.';
