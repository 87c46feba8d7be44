-- the day's attempts, each known by day, site and attempt
MERGE INTO base.crawl_runs AS r
USING given_run AS n ON r.day = n.day AND r.site = n.site AND r.attempt = n.attempt
WHEN MATCHED THEN UPDATE SET
    outcome = n.outcome, cause = n.cause, detail = n.detail, requests = n.requests, fetched = n.fetched, not_modified = n.not_modified,
    baseline = n.baseline, skipped_by_robots = n.skipped_by_robots, errors = n.errors, gone = n.gone, not_kept = n.not_kept,
    announced = n.announced, left_out = n.left_out, answers = n.answers, started_at = n.started_at, finished_at = n.finished_at,
    warc_file = n.warc_file
WHEN NOT MATCHED THEN INSERT BY NAME;
