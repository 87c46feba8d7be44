-- one row is one site on one day of the week
SELECT day, site, site_name, health, cause, new_articles, changed_articles, gone_articles
FROM site_health
WHERE day BETWEEN $monday AND $sunday
ORDER BY site, day;
