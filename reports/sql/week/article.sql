-- one row is one article known by the end of the week; new_this_week leaves out pages that were old at first contact with their site
CREATE TEMP TABLE week_article AS
SELECT
    article_id, site, site_name, url, title, authors, published, language, is_stub, first_seen, state, is_baseline, show_slug, label, score,
    low, premise_agrees,
    first_day BETWEEN $monday AND $sunday AND NOT is_baseline AS new_this_week,
    count(*) OVER (PARTITION BY site) AS site_articles
FROM articles_as_of($sunday, known_at := $known_at);
