-- warn: a site whose day is outside its healthy range
SELECT site, health, new_articles, articles_min, articles_max
FROM site_health_as_of($day)
WHERE day = $day AND health IN ('fewer than usual', 'more than usual');
