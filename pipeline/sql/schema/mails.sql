-- one row is one mail of an issue to one reader, from the journal
CREATE TABLE IF NOT EXISTS base.mails (
    week TEXT NOT NULL,
    reader TEXT NOT NULL,
    outcome TEXT NOT NULL,
    error TEXT,
    sent_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE base.mails IS 'One row is one mail of an issue to one reader, from the journal.';
COMMENT ON COLUMN base.mails.week IS 'ISO week of the issue. Key with reader.';
COMMENT ON COLUMN base.mails.reader IS 'Hash of the reader''s address.';
COMMENT ON COLUMN base.mails.outcome IS 'sent or refused.';
COMMENT ON COLUMN base.mails.error IS 'Why it was refused; NULL when sent.';
COMMENT ON COLUMN base.mails.sent_at IS 'When, UTC.';
