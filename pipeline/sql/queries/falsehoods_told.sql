-- one row is one falsehood of a show, or the one of that id, with who counts for it; the most carried first
SELECT falsehood_id, show_slug, show_title, relation, object_key, articles, sites, origins, independent_origins, first_quote, networks
FROM falsehoods
WHERE $wanted = '' OR falsehood_id = $wanted OR show_slug = $wanted
ORDER BY articles DESC, first_stated, falsehood_id
LIMIT $most;
