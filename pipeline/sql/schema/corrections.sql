-- one row is one false value that a later version of the same article no longer states
CREATE TABLE IF NOT EXISTS base.corrections (
    claim_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    from_version TEXT NOT NULL,
    to_version TEXT NOT NULL,
    day DATE NOT NULL,
    stated_until TIMESTAMP NOT NULL,
    corrected_at TIMESTAMP NOT NULL,
    kind TEXT NOT NULL,
    notice TEXT
);

COMMENT ON TABLE base.corrections IS 'One row is one false value that a later version of the same article no longer states.';
COMMENT ON COLUMN base.corrections.claim_id IS 'The claim that disappeared. Key with to_version.';
COMMENT ON COLUMN base.corrections.article_id IS 'Article.';
COMMENT ON COLUMN base.corrections.from_version IS 'Last version that states it.';
COMMENT ON COLUMN base.corrections.to_version IS 'First version that does not.';
COMMENT ON COLUMN base.corrections.day IS 'Day (partition) that brought the later version.';
COMMENT ON COLUMN base.corrections.stated_until IS 'Last observation of the article while it stated it, UTC.';
COMMENT ON COLUMN base.corrections.corrected_at IS 'First observation without it, UTC.';
COMMENT ON COLUMN base.corrections.kind IS 'quiet, or notice when the later text announces a correction.';
COMMENT ON COLUMN base.corrections.notice IS 'That announcement; NULL when quiet.';
