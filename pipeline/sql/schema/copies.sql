-- one row is one link from an article to an earlier one that it repeats
CREATE TABLE IF NOT EXISTS base.copies (
    article_id TEXT NOT NULL,
    of_article TEXT NOT NULL,
    kind TEXT NOT NULL,
    similarity DOUBLE NOT NULL,
    day DATE NOT NULL
);

COMMENT ON TABLE base.copies IS 'One row is one link from an article to an earlier one that it repeats.';
COMMENT ON COLUMN base.copies.article_id IS 'The later article. Key with of_article and kind.';
COMMENT ON COLUMN base.copies.of_article IS 'The earlier article.';
COMMENT ON COLUMN base.copies.kind IS 'exact (same body), near (shared text), spun (other words, the same names, numbers and other values, among them some that hardly anybody else has), translated (the same in another language), canonical (it declares the other as its canonical address) or credit (it names and links the other as its source).';
COMMENT ON COLUMN base.copies.similarity IS 'Share of text in common, or of values for spun and translated, 0 to 1; 1 for exact, canonical and credit.';
COMMENT ON COLUMN base.copies.day IS 'Day (partition) on which the link was seen.';
