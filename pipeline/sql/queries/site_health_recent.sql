-- one row is one site on one of the last days
SELECT day, site, health, cause, new_articles, changed_articles, gone_articles, unchanged, unreadable, seconds
FROM site_health
WHERE day > (SELECT max(day) FROM site_health) - CAST($days AS INTEGER)
ORDER BY day DESC, site
