-- one row is one work that this week's new articles call a true story, or ask about, and that nobody put on the list
SELECT
    r.title AS work,
    count(DISTINCT a.article_id) AS articles,
    list_sort(list_distinct(list(a.site_name))) AS sites,
    min_by(a.title, (NOT m.in_headline, a.first_seen, a.article_id)) AS example_title,
    min_by(a.url, (NOT m.in_headline, a.first_seen, a.article_id)) AS example_url
FROM base.radar_mentions AS m
JOIN week_article AS a USING (article_id)
JOIN radar_as_of($sunday) AS r USING (work_key)
WHERE a.new_this_week AND m.day <= $sunday
GROUP BY r.title
ORDER BY bool_or(m.in_headline) DESC, articles DESC, lower(strip_accents(r.title)), r.title;
