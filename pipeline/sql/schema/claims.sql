-- one row is one claim: article, show, relation, canonical object and polarity
CREATE TABLE IF NOT EXISTS base.claims (
    claim_id TEXT NOT NULL,
    falsehood_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    show_slug TEXT NOT NULL,
    relation TEXT NOT NULL,
    object JSON NOT NULL,
    object_key TEXT NOT NULL,
    polarity TEXT NOT NULL,
    first_day DATE NOT NULL,
    first_recorded_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE base.claims IS 'One row is one claim: article, show, relation, canonical object and polarity.';
COMMENT ON COLUMN base.claims.claim_id IS 'Stable hash of these five. Key.';
COMMENT ON COLUMN base.claims.falsehood_id IS 'Stable hash of show, relation, canonical object and polarity: the same for all articles that state it.';
COMMENT ON COLUMN base.claims.article_id IS 'Article.';
COMMENT ON COLUMN base.claims.show_slug IS 'Show on record, or the plain title of a work that has no record.';
COMMENT ON COLUMN base.claims.relation IS 'Relation, such as based_on.';
COMMENT ON COLUMN base.claims.object IS 'Object as first read.';
COMMENT ON COLUMN base.claims.object_key IS 'Canonical object: JSON, keys sorted, values folded.';
COMMENT ON COLUMN base.claims.polarity IS 'affirmed or negated.';
COMMENT ON COLUMN base.claims.first_day IS 'Day (partition) whose article first stated it.';
COMMENT ON COLUMN base.claims.first_recorded_at IS 'When it was first recorded, UTC.';
