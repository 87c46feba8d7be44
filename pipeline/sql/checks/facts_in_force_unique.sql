-- fail: a fact or show of which two rows are in force
SELECT 'facts' AS table_name, fact_id AS key_found, count(*) AS times
FROM base.facts WHERE superseded_at IS NULL GROUP BY fact_id HAVING count(*) > 1
UNION ALL
SELECT 'shows' AS table_name, show_slug AS key_found, count(*) AS times
FROM base.shows WHERE superseded_at IS NULL GROUP BY show_slug HAVING count(*) > 1;
