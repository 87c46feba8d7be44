-- warn: a response that was observed long before or after the day it is filed under
SELECT day, site, url, fetched_at
FROM base.fetches
WHERE day = $day AND role = 'article'
    AND fetched_at NOT BETWEEN CAST(day AS TIMESTAMP) AND CAST(day AS TIMESTAMP) + INTERVAL 3 DAY;
