-- one row is one article that calls a work a true story, or asks whether it is, where no record has that work
CREATE TABLE IF NOT EXISTS base.radar_mentions (
    article_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    work_key TEXT NOT NULL,
    title TEXT NOT NULL,
    pattern TEXT NOT NULL,
    in_headline BOOLEAN NOT NULL,
    quote TEXT NOT NULL,
    day DATE NOT NULL
);

COMMENT ON TABLE base.radar_mentions IS 'One row is one article that calls a work a true story, or asks whether it is, where no record has that work.';
COMMENT ON COLUMN base.radar_mentions.article_id IS 'Article. Key with work_key and version_id.';
COMMENT ON COLUMN base.radar_mentions.version_id IS 'Version that says it.';
COMMENT ON COLUMN base.radar_mentions.work_key IS 'Title folded, without article and subtitle.';
COMMENT ON COLUMN base.radar_mentions.title IS 'Title as written there.';
COMMENT ON COLUMN base.radar_mentions.pattern IS 'Pattern that found it.';
COMMENT ON COLUMN base.radar_mentions.in_headline IS 'True when the headline says it.';
COMMENT ON COLUMN base.radar_mentions.quote IS 'Verbatim headline or sentence, at most 300 characters.';
COMMENT ON COLUMN base.radar_mentions.day IS 'Day (partition) that brought that version.';
