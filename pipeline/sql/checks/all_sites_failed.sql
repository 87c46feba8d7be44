-- fail: no site of the day could be crawled
WITH last_attempt AS (
    SELECT * FROM base.crawl_runs WHERE day = $day
    QUALIFY row_number() OVER (PARTITION BY site ORDER BY attempt DESC) = 1
)
SELECT count(*) AS sites
FROM last_attempt
HAVING count(*) > 0 AND count(*) FILTER (WHERE outcome <> 'failed') = 0;
