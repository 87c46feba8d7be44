-- one row is one outcome of the day's article responses
SELECT outcome, count(DISTINCT coalesce(article_id, url)) AS amount
FROM base.fetches
WHERE day = $day AND role = 'article'
GROUP BY outcome
ORDER BY outcome;
