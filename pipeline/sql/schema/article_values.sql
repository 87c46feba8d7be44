-- one row is what one version carries whatever its words: the values that a spun or translated copy keeps; stays out of the snapshot
CREATE TABLE IF NOT EXISTS base.article_values (
    version_id TEXT NOT NULL,
    hashes UBIGINT[] NOT NULL,
    works TEXT[] NOT NULL
);

COMMENT ON TABLE base.article_values IS 'One row is what one version carries whatever its words: the values that a spun or translated copy keeps; stays out of the snapshot.';
COMMENT ON COLUMN base.article_values.version_id IS 'Version. Key.';
COMMENT ON COLUMN base.article_values.hashes IS 'Names, numbers, dates, kinds of source, quoted strings and links in their order, as 64-bit hashes with the kind in the two top bits.';
COMMENT ON COLUMN base.article_values.works IS 'Slugs of the shows on record whose titles stand in the text.';
