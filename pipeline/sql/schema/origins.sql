-- one row is one article's place in its origin
CREATE TABLE IF NOT EXISTS base.origins (
    article_id TEXT NOT NULL,
    origin_id TEXT NOT NULL,
    is_first BOOLEAN NOT NULL,
    day DATE NOT NULL
);

COMMENT ON TABLE base.origins IS 'One row is one article''s place in its origin.';
COMMENT ON COLUMN base.origins.article_id IS 'Article. Key.';
COMMENT ON COLUMN base.origins.origin_id IS 'Origin: the article_id of the member that founded it; stays when members join.';
COMMENT ON COLUMN base.origins.is_first IS 'True for the first member by publication and first observation.';
COMMENT ON COLUMN base.origins.day IS 'Day (partition) on which the article joined.';
