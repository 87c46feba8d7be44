-- one row is one work without a record that articles call a true story, the most told first
SELECT title, articles, origins, sites, in_headline, example_site, example_url, example_quote
FROM radar
ORDER BY origins DESC, articles DESC, work_key
LIMIT $most;
