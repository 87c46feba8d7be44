-- one row is one attempt to crawl one site on one day
CREATE TABLE IF NOT EXISTS base.crawl_runs (
    day DATE NOT NULL,
    site TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    cause TEXT,
    requests INTEGER NOT NULL,
    responses INTEGER NOT NULL,
    not_modified INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    bytes BIGINT NOT NULL,
    started_at TIMESTAMP,
    finished_at TIMESTAMP,
    warc_file TEXT
);

COMMENT ON TABLE base.crawl_runs IS 'One row is one attempt to crawl one site on one day.';
COMMENT ON COLUMN base.crawl_runs.day IS 'Day (partition) of the run. Key with site and attempt.';
COMMENT ON COLUMN base.crawl_runs.site IS 'Slug of the site.';
COMMENT ON COLUMN base.crawl_runs.attempt IS '1 for the first attempt of that day.';
COMMENT ON COLUMN base.crawl_runs.outcome IS 'How it ended: ok, partial, failed or not_crawled.';
COMMENT ON COLUMN base.crawl_runs.cause IS 'Named cause where it did not go well (blocked, moved, empty, slow ...); NULL when fine.';
COMMENT ON COLUMN base.crawl_runs.requests IS 'Requests made, robots.txt and feeds included.';
COMMENT ON COLUMN base.crawl_runs.responses IS 'Responses observed for article addresses.';
COMMENT ON COLUMN base.crawl_runs.not_modified IS 'Of these, answered 304.';
COMMENT ON COLUMN base.crawl_runs.errors IS 'Requests that ended in an error.';
COMMENT ON COLUMN base.crawl_runs.bytes IS 'Bytes received.';
COMMENT ON COLUMN base.crawl_runs.started_at IS 'Start, UTC.';
COMMENT ON COLUMN base.crawl_runs.finished_at IS 'End, UTC.';
COMMENT ON COLUMN base.crawl_runs.warc_file IS 'Archive file of the attempt; NULL when nothing was written.';
