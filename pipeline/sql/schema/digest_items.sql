-- one row is one item printed in one weekly issue, from the journal
CREATE TABLE IF NOT EXISTS base.digest_items (
    week TEXT NOT NULL,
    position INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    falsehood_id TEXT,
    headline TEXT NOT NULL,
    articles INTEGER,
    origins INTEGER,
    printed_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE base.digest_items IS 'One row is one item printed in one weekly issue, from the journal.';
COMMENT ON COLUMN base.digest_items.week IS 'ISO week of the issue, such as 2026-W47. Key with position.';
COMMENT ON COLUMN base.digest_items.position IS 'Place in the issue, from 1.';
COMMENT ON COLUMN base.digest_items.item_id IS 'Permanent anchor of the item.';
COMMENT ON COLUMN base.digest_items.kind IS 'falsehood, correction or another kind of item.';
COMMENT ON COLUMN base.digest_items.falsehood_id IS 'Falsehood it is about; NULL for other kinds.';
COMMENT ON COLUMN base.digest_items.headline IS 'Headline as printed.';
COMMENT ON COLUMN base.digest_items.articles IS 'Articles counted in it.';
COMMENT ON COLUMN base.digest_items.origins IS 'Origins counted in it.';
COMMENT ON COLUMN base.digest_items.printed_at IS 'When the issue was released, UTC.';
