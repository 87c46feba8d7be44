-- one row is one claim as it stood at the end of the week
CREATE TEMP TABLE week_claim AS
SELECT
    claim_id, falsehood_id, article_id, site, url, title, published, show_slug, show_title, is_on_record, relation, object, polarity, modality,
    own_word, verdict, is_held, evidence, quote, origin_id, stated_since, first_day, verdict_recorded_at, record_version, checker_version
FROM claims_as_of($sunday, known_at := $known_at);
