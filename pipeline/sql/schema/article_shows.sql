-- one row is one show that one version names
CREATE TABLE IF NOT EXISTS base.article_shows (
    version_id TEXT NOT NULL,
    show_slug TEXT NOT NULL,
    role TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    confidence DOUBLE NOT NULL
);

COMMENT ON TABLE base.article_shows IS 'One row is one show that one version names.';
COMMENT ON COLUMN base.article_shows.version_id IS 'Version. Key with show_slug.';
COMMENT ON COLUMN base.article_shows.show_slug IS 'Show.';
COMMENT ON COLUMN base.article_shows.role IS 'main (the article is about it), section (a listicle''s part is) or mentioned.';
COMMENT ON COLUMN base.article_shows.mentions IS 'Times it is named.';
COMMENT ON COLUMN base.article_shows.confidence IS 'Confidence of the role, 0 to 1.';
