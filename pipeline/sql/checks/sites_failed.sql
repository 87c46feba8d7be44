-- warn: more than a third of the day's sites failed
WITH last_attempt AS (
    SELECT * FROM base.crawl_runs WHERE day = $day
    QUALIFY row_number() OVER (PARTITION BY site ORDER BY attempt DESC) = 1
)
SELECT count(*) FILTER (WHERE outcome <> 'ok') AS failed, count(*) AS sites
FROM last_attempt
HAVING count(*) FILTER (WHERE outcome <> 'ok') * 3 > count(*);
