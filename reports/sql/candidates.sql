-- one row is one falsehood that new pages stated, or that was corrected, this week; heaviest first
-- weight = harm (what the claim is about) x reach (origins first, copies less) x certainty (how strong the evidence, how plainly stated)
WITH relation_harm AS (
    SELECT relation, harm::DOUBLE AS harm FROM (VALUES
        ('story_basis', 1.5), ('based_on', 1.4), ('protagonist', 1.2), ('creator', 1.2), ('real_event', 1.2), ('writer', 1.1),
        ('director', 1.0), ('cast_member', 1.0), ('premiere_date', 1.0), ('setting_place', 0.9), ('setting_time', 0.9),
        ('producer', 0.8), ('production_company', 0.8), ('episode_count', 0.7), ('season_count', 0.7), ('renewal', 0.7),
        ('platform', 0.6), ('country', 0.6), ('filming_location', 0.6), ('award', 0.6), ('language', 0.5)
    ) AS weight(relation, harm)
),
page AS (
    SELECT
        falsehood_id,
        count(*) FILTER (WHERE new_this_week) AS new_pages,
        count(*) FILTER (WHERE modality = 'hedged') AS hedged,
        list_sort(list_distinct(list(language) FILTER (WHERE language IS NOT NULL))) AS languages
    FROM week_carrier
    GROUP BY falsehood_id
),
corrected AS (
    SELECT
        falsehood_id,
        count(DISTINCT article_id) AS corrected,
        count(DISTINCT article_id) FILTER (WHERE this_week) AS corrected_this_week
    FROM week_correction
    GROUP BY falsehood_id
),
source AS (
    SELECT
        falsehood_id,
        unnest(from_json(evidence, '[{"publisher": "VARCHAR", "tier": "INTEGER"}]'), recursive := true)
    FROM week_falsehood
),
evidence AS (
    SELECT falsehood_id, min(tier) AS best_tier, count(DISTINCT publisher) AS publishers
    FROM source
    WHERE tier < 4
    GROUP BY falsehood_id
),
measured AS (
    SELECT
        f.*,
        CASE WHEN p.new_pages = 0 THEN 'correction' ELSE 'falsehood' END AS kind,
        p.new_pages,
        p.hedged,
        p.languages,
        coalesce(c.corrected, 0) AS corrected,
        coalesce(c.corrected_this_week, 0) AS corrected_this_week,
        coalesce(h.harm, 0.5) AS harm,
        log2(1 + f.origins) + 0.5 * log2(1 + f.articles - f.origins) + 0.25 * log2(f.sites) AS reach,
        CASE
            WHEN f.is_confirmed THEN 1.0
            WHEN e.best_tier = 1 THEN 0.95
            WHEN e.publishers >= 2 THEN 0.9
            ELSE 0.8
        END * (1 - 0.3 * p.hedged / f.articles) * CASE WHEN p.new_pages = 0 THEN 0.6 ELSE 1 END AS certainty
    FROM week_falsehood AS f
    JOIN page AS p USING (falsehood_id)
    LEFT JOIN corrected AS c USING (falsehood_id)
    LEFT JOIN evidence AS e USING (falsehood_id)
    LEFT JOIN relation_harm AS h USING (relation)
)
SELECT
    falsehood_id, kind, show_slug, show_title, relation, object, polarity, explanation, evidence, articles, articles_live, sites, origins,
    hedged, languages, first_stated, new_pages, corrected, corrected_this_week, is_confirmed,
    harm, round(reach, 2) AS reach, round(certainty, 2) AS certainty, round(harm * reach * certainty, 2) AS weight
FROM measured
WHERE new_pages > 0 OR corrected_this_week > 0
ORDER BY weight DESC, first_stated, falsehood_id;
