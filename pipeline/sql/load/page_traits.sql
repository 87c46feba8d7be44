-- the day's looks at pages' sources anew
DELETE FROM base.page_traits WHERE day = $day;

INSERT INTO base.page_traits BY NAME
SELECT site, day, url, min_by(marks, attempt) AS marks, min_by(coalesce(skeleton, []), attempt) AS skeleton
FROM incoming
WHERE marks IS NOT NULL
GROUP BY site, day, url;
