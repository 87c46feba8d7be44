-- one row is what was checked in the week: articles with a verdict on at least one claim, claims, and the versions in force
SELECT
    (SELECT count(*) FROM week_article WHERE new_this_week) AS articles_new,
    (SELECT count(*) FROM week_article WHERE new_this_week AND label IS NOT NULL) AS articles_checked,
    (SELECT count(*) FROM week_claim JOIN week_article USING (article_id) WHERE new_this_week) AS claims_checked,
    (SELECT count(*) FROM base.sites WHERE retired IS NULL OR retired > $monday) AS sites_watched,
    (SELECT max_by(checker_version, verdict_recorded_at) FROM week_claim) AS checker_version,
    (SELECT max_by(record_version, verdict_recorded_at) FROM week_claim) AS record_version,
    (SELECT max_by(rubric_version, recorded_at) FROM base.scores WHERE day <= $sunday AND recorded_at <= $known_at) AS rubric_version;
