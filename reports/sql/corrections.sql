-- one row is one false value that an article stopped stating this week, loudest first
SELECT
    falsehood_id, claim_id, article_id, site, site_name, url, title, show_slug, show_title, relation, object, polarity, quote, kind, notice,
    stated_since, stated_until, corrected_at, is_confirmed
FROM week_correction
WHERE this_week
ORDER BY kind, corrected_at, claim_id;
