-- fail: a key that a table holds more than once
SELECT 'sites' AS table_name, concat_ws(' ', site) AS key_found, count(*) AS times
FROM base.sites GROUP BY site HAVING count(*) > 1
UNION ALL
SELECT 'crawl_runs' AS table_name, concat_ws(' ', day, site, attempt) AS key_found, count(*) AS times
FROM base.crawl_runs GROUP BY day, site, attempt HAVING count(*) > 1
UNION ALL
SELECT 'fetches' AS table_name, concat_ws(' ', day, site, attempt, url) AS key_found, count(*) AS times
FROM base.fetches GROUP BY day, site, attempt, url HAVING count(*) > 1
UNION ALL
SELECT 'articles' AS table_name, concat_ws(' ', article_id) AS key_found, count(*) AS times
FROM base.articles GROUP BY article_id HAVING count(*) > 1
UNION ALL
SELECT 'article_versions' AS table_name, concat_ws(' ', version_id) AS key_found, count(*) AS times
FROM base.article_versions GROUP BY version_id HAVING count(*) > 1
UNION ALL
SELECT 'article_texts' AS table_name, concat_ws(' ', version_id) AS key_found, count(*) AS times
FROM base.article_texts GROUP BY version_id HAVING count(*) > 1
UNION ALL
SELECT 'copies' AS table_name, concat_ws(' ', article_id, of_article, kind) AS key_found, count(*) AS times
FROM base.copies GROUP BY article_id, of_article, kind HAVING count(*) > 1
UNION ALL
SELECT 'origins' AS table_name, concat_ws(' ', article_id) AS key_found, count(*) AS times
FROM base.origins GROUP BY article_id HAVING count(*) > 1
UNION ALL
SELECT 'shows' AS table_name, concat_ws(' ', show_slug, recorded_at) AS key_found, count(*) AS times
FROM base.shows GROUP BY show_slug, recorded_at HAVING count(*) > 1
UNION ALL
SELECT 'facts' AS table_name, concat_ws(' ', fact_id, recorded_at) AS key_found, count(*) AS times
FROM base.facts GROUP BY fact_id, recorded_at HAVING count(*) > 1
UNION ALL
SELECT 'article_shows' AS table_name, concat_ws(' ', version_id, show_slug) AS key_found, count(*) AS times
FROM base.article_shows GROUP BY version_id, show_slug HAVING count(*) > 1
UNION ALL
SELECT 'claims' AS table_name, concat_ws(' ', claim_id) AS key_found, count(*) AS times
FROM base.claims GROUP BY claim_id HAVING count(*) > 1
UNION ALL
SELECT 'claim_occurrences' AS table_name, concat_ws(' ', claim_id, version_id, paragraph, quote_start, quote_end, modality) AS key_found, count(*) AS times
FROM base.claim_occurrences GROUP BY claim_id, version_id, paragraph, quote_start, quote_end, modality HAVING count(*) > 1
UNION ALL
SELECT 'verdicts' AS table_name, concat_ws(' ', claim_id, recorded_at) AS key_found, count(*) AS times
FROM base.verdicts GROUP BY claim_id, recorded_at HAVING count(*) > 1
UNION ALL
SELECT 'scores' AS table_name, concat_ws(' ', version_id, show_slug, recorded_at) AS key_found, count(*) AS times
FROM base.scores GROUP BY version_id, show_slug, recorded_at HAVING count(*) > 1
UNION ALL
SELECT 'findings' AS table_name, concat_ws(' ', version_id, signal) AS key_found, count(*) AS times
FROM base.findings GROUP BY version_id, signal HAVING count(*) > 1
UNION ALL
SELECT 'premises' AS table_name, concat_ws(' ', version_id) AS key_found, count(*) AS times
FROM base.premises GROUP BY version_id HAVING count(*) > 1
UNION ALL
SELECT 'checks' AS table_name, concat_ws(' ', version_id) AS key_found, count(*) AS times
FROM base.checks GROUP BY version_id HAVING count(*) > 1
UNION ALL
SELECT 'corrections' AS table_name, concat_ws(' ', claim_id, to_version) AS key_found, count(*) AS times
FROM base.corrections GROUP BY claim_id, to_version HAVING count(*) > 1
UNION ALL
SELECT 'site_scores' AS table_name, concat_ws(' ', site, day) AS key_found, count(*) AS times
FROM base.site_scores GROUP BY site, day HAVING count(*) > 1
UNION ALL
SELECT 'page_traits' AS table_name, concat_ws(' ', site, day, url) AS key_found, count(*) AS times
FROM base.page_traits GROUP BY site, day, url HAVING count(*) > 1
UNION ALL
SELECT 'site_ties' AS table_name, concat_ws(' ', site, other_site, kind, value) AS key_found, count(*) AS times
FROM base.site_ties GROUP BY site, other_site, kind, value HAVING count(*) > 1
UNION ALL
SELECT 'claim_support' AS table_name, concat_ws(' ', claim_id) AS key_found, count(*) AS times
FROM base.claim_support GROUP BY claim_id HAVING count(*) > 1
UNION ALL
SELECT 'falsehood_aliases' AS table_name, concat_ws(' ', falsehood_id) AS key_found, count(*) AS times
FROM base.falsehood_aliases GROUP BY falsehood_id HAVING count(*) > 1
UNION ALL
SELECT 'rulings' AS table_name, concat_ws(' ', ruling_id) AS key_found, count(*) AS times
FROM base.rulings GROUP BY ruling_id HAVING count(*) > 1
UNION ALL
SELECT 'correction_notes' AS table_name, concat_ws(' ', note_id) AS key_found, count(*) AS times
FROM base.correction_notes GROUP BY note_id HAVING count(*) > 1
UNION ALL
SELECT 'digest_items' AS table_name, concat_ws(' ', week, position) AS key_found, count(*) AS times
FROM base.digest_items GROUP BY week, position HAVING count(*) > 1
UNION ALL
SELECT 'mails' AS table_name, concat_ws(' ', week, reader) AS key_found, count(*) AS times
FROM base.mails GROUP BY week, reader HAVING count(*) > 1
UNION ALL
SELECT 'quarantine' AS table_name, concat_ws(' ', show_slug, property, value, since) AS key_found, count(*) AS times
FROM base.quarantine GROUP BY show_slug, property, value, since HAVING count(*) > 1
UNION ALL
SELECT 'canary_results' AS table_name, concat_ws(' ', day, canary, swapped) AS key_found, count(*) AS times
FROM base.canary_results GROUP BY day, canary, swapped HAVING count(*) > 1
UNION ALL
SELECT 'check_results' AS table_name, concat_ws(' ', day, check_name) AS key_found, count(*) AS times
FROM base.check_results GROUP BY day, check_name HAVING count(*) > 1
UNION ALL
SELECT 'day_runs' AS table_name, concat_ws(' ', day, stage, name) AS key_found, count(*) AS times
FROM base.day_runs GROUP BY day, stage, name HAVING count(*) > 1;
