-- one row is one statement that differs from an incomplete or thinly sourced record, stated by new pages this week; widest first
WITH stated AS (
    SELECT
        c.*, a.site_name, a.authors, a.language, a.new_this_week
    FROM week_claim AS c
    JOIN week_article AS a USING (article_id)
    JOIN claims_as_of(DATE '9999-12-31', known_at := $known_at) AS now USING (claim_id)
    WHERE c.verdict = 'conflicts_with_record' AND now.verdict = 'conflicts_with_record' AND c.own_word AND NOT c.is_held AND NOT now.is_held
)
SELECT
    falsehood_id,
    min(show_slug) AS show_slug,
    min(show_title) AS show_title,
    min(relation) AS relation,
    min_by(object, (stated_since, claim_id)) AS object,
    min(polarity) AS polarity,
    min_by(evidence, (stated_since, claim_id)) AS evidence,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT origin_id) AS origins,
    min_by(site, (stated_since, claim_id)) AS site,
    min_by(site_name, (stated_since, claim_id)) AS site_name,
    min_by(url, (stated_since, claim_id)) AS url,
    min_by(title, (stated_since, claim_id)) AS title,
    min_by(authors, (stated_since, claim_id)) AS authors,
    min_by(published, (stated_since, claim_id)) AS published,
    min_by(first_day, (stated_since, claim_id)) AS first_day,
    min_by(quote, (stated_since, claim_id)) AS quote,
    min_by(language, (stated_since, claim_id)) AS language,
    min_by(modality, (stated_since, claim_id)) AS modality,
    min_by(origin_id, (stated_since, claim_id)) AS origin_id
FROM stated
GROUP BY falsehood_id
HAVING bool_or(new_this_week)
ORDER BY origins DESC, articles DESC, falsehood_id;
