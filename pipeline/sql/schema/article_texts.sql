-- one row is the body of one version; stays out of the snapshot
CREATE TABLE IF NOT EXISTS base.article_texts (
    version_id TEXT NOT NULL,
    paragraphs STRUCT("text" TEXT, kind TEXT)[] NOT NULL,
    links STRUCT(href TEXT, "text" TEXT)[] NOT NULL
);

COMMENT ON TABLE base.article_texts IS 'One row is the body of one version; stays out of the snapshot.';
COMMENT ON COLUMN base.article_texts.version_id IS 'Version. Key.';
COMMENT ON COLUMN base.article_texts.paragraphs IS 'Blocks of the body in order: text and kind (paragraph, heading, list_item, fact_row, caption, quote).';
COMMENT ON COLUMN base.article_texts.links IS 'Outgoing links with their texts.';
