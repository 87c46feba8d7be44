-- one row is one minute of the hour with how many articles were published in it
SELECT minute(minute) AS minute, count(*) AS articles FROM published_minute GROUP BY ALL ORDER BY minute;
