-- one row is one response observed for one address on one day
CREATE TABLE IF NOT EXISTS base.fetches (
    day DATE NOT NULL,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    role TEXT NOT NULL,
    final_url TEXT,
    status INTEGER,
    fetched_at TIMESTAMP NOT NULL,
    outcome TEXT NOT NULL,
    article_id TEXT,
    version_id TEXT,
    etag TEXT,
    last_modified TEXT,
    warc_file TEXT,
    warc_offset BIGINT,
    found_by TEXT,
    error TEXT
);

COMMENT ON TABLE base.fetches IS 'One row is one response observed for one address on one day.';
COMMENT ON COLUMN base.fetches.day IS 'Day (partition) of the crawl. Key with site, attempt and url.';
COMMENT ON COLUMN base.fetches.site IS 'Slug of the site.';
COMMENT ON COLUMN base.fetches.url IS 'Address that was asked for.';
COMMENT ON COLUMN base.fetches.attempt IS 'Attempt of the day that this response belongs to.';
COMMENT ON COLUMN base.fetches.role IS 'article, or feed, sitemap, listing, wordpress, search, robots, policy for what leads to articles.';
COMMENT ON COLUMN base.fetches.final_url IS 'Address after redirects; NULL when the same.';
COMMENT ON COLUMN base.fetches.status IS 'HTTP status; 0 when there was no answer, NULL for an address that was only noted as known and old.';
COMMENT ON COLUMN base.fetches.fetched_at IS 'When it was observed (WARC-Date), UTC.';
COMMENT ON COLUMN base.fetches.outcome IS 'new, baseline (old at first contact), changed, same, not_modified, gone, error, not_kept (may not be archived) dropped (about nothing that is watched) or discovery (no article page).';
COMMENT ON COLUMN base.fetches.article_id IS 'Article that the response belongs to; NULL when none could be told.';
COMMENT ON COLUMN base.fetches.version_id IS 'Version that it showed or confirmed; NULL without one.';
COMMENT ON COLUMN base.fetches.etag IS 'ETag of the response.';
COMMENT ON COLUMN base.fetches.last_modified IS 'Last-Modified of the response, verbatim.';
COMMENT ON COLUMN base.fetches.warc_file IS 'Archive file that holds the response.';
COMMENT ON COLUMN base.fetches.warc_offset IS 'Byte offset of its record there.';
COMMENT ON COLUMN base.fetches.found_by IS 'How the address was discovered (feed, news sitemap, sitemap, listing, wordpress, search, revisit ...).';
COMMENT ON COLUMN base.fetches.error IS 'What went wrong, one sentence; NULL when nothing did.';
