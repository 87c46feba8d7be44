-- one row is one address within one site: an article over time
CREATE TABLE IF NOT EXISTS base.articles (
    article_id TEXT NOT NULL,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    first_seen TIMESTAMP NOT NULL,
    last_seen TIMESTAMP NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    baseline BOOLEAN NOT NULL,
    discovered_by TEXT,
    gone_day DATE,
    gone_at TIMESTAMP
);

COMMENT ON TABLE base.articles IS 'One row is one address within one site: an article over time.';
COMMENT ON COLUMN base.articles.article_id IS 'Stable hash of site and canonical address. Key.';
COMMENT ON COLUMN base.articles.site IS 'Slug of the site.';
COMMENT ON COLUMN base.articles.url IS 'Canonical address within the site.';
COMMENT ON COLUMN base.articles.first_seen IS 'First response, UTC.';
COMMENT ON COLUMN base.articles.last_seen IS 'Last response that showed it alive (304 included), UTC.';
COMMENT ON COLUMN base.articles.first_day IS 'Day (partition) that first brought it.';
COMMENT ON COLUMN base.articles.last_day IS 'Last day (partition) on which it was alive.';
COMMENT ON COLUMN base.articles.baseline IS 'True when it was already old at first contact with the site: known, never new.';
COMMENT ON COLUMN base.articles.discovered_by IS 'How its address was first discovered.';
COMMENT ON COLUMN base.articles.gone_day IS 'Day on which it was answered 404 or 410; NULL while it is there.';
COMMENT ON COLUMN base.articles.gone_at IS 'The same as an instant, UTC.';
