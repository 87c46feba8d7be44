-- one row is one attempt to crawl one site on one day
CREATE TABLE IF NOT EXISTS base.crawl_runs (
    day DATE NOT NULL,
    site TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    cause TEXT,
    detail TEXT,
    requests INTEGER NOT NULL,
    fetched INTEGER NOT NULL,
    not_modified INTEGER NOT NULL,
    baseline INTEGER NOT NULL,
    skipped_by_robots INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    not_kept INTEGER NOT NULL,
    announced INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    answers JSON NOT NULL,
    started_at TIMESTAMP,
    finished_at TIMESTAMP,
    warc_file TEXT
);

COMMENT ON TABLE base.crawl_runs IS 'One row is one attempt to crawl one site on one day.';
COMMENT ON COLUMN base.crawl_runs.day IS 'Day (partition) of the run. Key with site and attempt.';
COMMENT ON COLUMN base.crawl_runs.site IS 'Slug of the site.';
COMMENT ON COLUMN base.crawl_runs.attempt IS '1 for the first attempt of that day.';
COMMENT ON COLUMN base.crawl_runs.outcome IS 'How it ended: ok, failed or not crawled.';
COMMENT ON COLUMN base.crawl_runs.cause IS 'Named cause where it did not go well (blocked, moved, redesigned, feed gone, robots closed, empty, slow, unreachable); NULL when fine.';
COMMENT ON COLUMN base.crawl_runs.detail IS 'The cause in words.';
COMMENT ON COLUMN base.crawl_runs.requests IS 'Requests sent, robots.txt, feeds and repeats included.';
COMMENT ON COLUMN base.crawl_runs.fetched IS 'Article pages that came.';
COMMENT ON COLUMN base.crawl_runs.not_modified IS 'Article pages answered 304.';
COMMENT ON COLUMN base.crawl_runs.baseline IS 'Addresses noted as known but old.';
COMMENT ON COLUMN base.crawl_runs.skipped_by_robots IS 'Addresses that robots.txt keeps closed.';
COMMENT ON COLUMN base.crawl_runs.errors IS 'Article pages and discovery addresses that gave no usable answer.';
COMMENT ON COLUMN base.crawl_runs.gone IS 'Article pages answered 404 or 410.';
COMMENT ON COLUMN base.crawl_runs.not_kept IS 'Pages whose rules forbid keeping them.';
COMMENT ON COLUMN base.crawl_runs.announced IS 'Distinct candidates that feeds, sitemaps and listings announced.';
COMMENT ON COLUMN base.crawl_runs.left_out IS 'Pages that the night''s cap left out.';
COMMENT ON COLUMN base.crawl_runs.answers IS 'How each discovery address answered: list of {way, url, status, problem, found, fitting, moved_to}.';
COMMENT ON COLUMN base.crawl_runs.started_at IS 'Start, UTC.';
COMMENT ON COLUMN base.crawl_runs.finished_at IS 'End, UTC.';
COMMENT ON COLUMN base.crawl_runs.warc_file IS 'Archive file of the attempt; NULL when nothing was written.';
