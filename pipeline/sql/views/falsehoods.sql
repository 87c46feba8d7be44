-- one row is one false statement about a show (show, relation, canonical object) that at least one article makes in its own word
CREATE OR REPLACE MACRO falsehoods_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE
WITH carrier AS (
    SELECT * FROM claims_as_of(as_of_day, known_at := known_at)
    WHERE verdict = 'contradicted' AND own_word
),
origin AS (
    SELECT falsehood_id, origin_id, min_by(site, (stated_since, claim_id)) AS first_site
    FROM carrier
    GROUP BY falsehood_id, origin_id
),
voice AS (
    SELECT
        o.falsehood_id,
        count(DISTINCT coalesce(n.network_id, o.origin_id)) AS voices,
        coalesce(list_sort(list_distinct(list(n.network_id) FILTER (WHERE n.network_id IS NOT NULL))), []) AS networks
    FROM origin AS o
    LEFT JOIN network_members_as_of(as_of_day) AS n ON n.site = o.first_site
    GROUP BY o.falsehood_id
)
SELECT
    falsehood_id,
    min_by(show_slug, claim_id) AS show_slug,
    min_by(show_title, claim_id) AS show_title,
    min_by(relation, claim_id) AS relation,
    min_by(object, (stated_since, claim_id)) AS object,
    min_by(object_key, (stated_since, claim_id)) AS object_key,
    min_by(polarity, (stated_since, claim_id)) AS polarity,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT article_id) FILTER (WHERE is_live) AS articles_live,
    count(DISTINCT site) AS sites,
    CASE
        WHEN falsehood_id IN (SELECT falsehood_id FROM base.peculiar_falsehoods WHERE day <= as_of_day) THEN 1
        ELSE count(DISTINCT origin_id)
    END AS origins,
    CASE
        WHEN falsehood_id IN (SELECT falsehood_id FROM base.peculiar_falsehoods WHERE day <= as_of_day) THEN 1
        ELSE any_value(voices)
    END AS independent_origins,
    any_value(networks) AS networks,
    bool_and(modality = 'hedged') AS is_only_hedged,
    bool_or(is_held) AS is_held,
    bool_or(ruled_by IS NOT NULL) AS is_confirmed,
    min(stated_since) AS first_stated,
    max(last_stated) AS last_stated,
    min(first_day) AS first_day,
    max(first_day) AS newest_day,
    max(last_day) AS last_day,
    min_by(article_id, (stated_since, claim_id)) AS first_article_id,
    min_by(site, (stated_since, claim_id)) AS first_site,
    min_by(url, (stated_since, claim_id)) AS first_url,
    min_by(title, (stated_since, claim_id)) AS first_title,
    min_by(quote, (stated_since, claim_id)) AS first_quote,
    min_by(explanation, (stated_since, claim_id)) AS explanation,
    min_by(evidence, (stated_since, claim_id)) AS evidence
FROM carrier JOIN voice USING (falsehood_id)
GROUP BY falsehood_id;

CREATE OR REPLACE VIEW falsehoods AS SELECT * FROM falsehoods_as_of(DATE '9999-12-31');

COMMENT ON VIEW falsehoods IS 'One row is one false statement about a show (show, relation, canonical object) that at least one article makes in its own word.';
COMMENT ON COLUMN falsehoods.falsehood_id IS 'Key: stable hash of show, relation, canonical object and polarity.';
COMMENT ON COLUMN falsehoods.show_slug IS 'Show.';
COMMENT ON COLUMN falsehoods.show_title IS 'Main title of the show.';
COMMENT ON COLUMN falsehoods.relation IS 'Relation, such as based_on.';
COMMENT ON COLUMN falsehoods.object IS 'What is falsely said, as the first article has it (JSON).';
COMMENT ON COLUMN falsehoods.object_key IS 'The same in canonical form.';
COMMENT ON COLUMN falsehoods.polarity IS 'affirmed, or negated where the falsehood is a denial.';
COMMENT ON COLUMN falsehoods.articles IS 'Articles that stated it in their own word, ever.';
COMMENT ON COLUMN falsehoods.articles_live IS 'Of these, those that state it still.';
COMMENT ON COLUMN falsehoods.sites IS 'Sites among them.';
COMMENT ON COLUMN falsehoods.origins IS 'Independent origins among them: an article with its copies counts once, and so do all who state a false name that nobody else has.';
COMMENT ON COLUMN falsehoods.independent_origins IS 'The same with the sites of one network as one voice: never more than origins.';
COMMENT ON COLUMN falsehoods.networks IS 'Networks (site_networks.network_id) whose sites are the first of an origin; empty where there is none.';
COMMENT ON COLUMN falsehoods.is_only_hedged IS 'True when every one of them hedges.';
COMMENT ON COLUMN falsehoods.is_held IS 'True while an editor''s hold or a dispute pauses it: not to be printed.';
COMMENT ON COLUMN falsehoods.is_confirmed IS 'True when an editor ruled it contradicted for at least one article.';
COMMENT ON COLUMN falsehoods.first_stated IS 'When it was first stated, UTC.';
COMMENT ON COLUMN falsehoods.last_stated IS 'Last observation of an article that states it, UTC.';
COMMENT ON COLUMN falsehoods.first_day IS 'Day (partition) that brought its first article.';
COMMENT ON COLUMN falsehoods.newest_day IS 'Day (partition) that brought its newest article.';
COMMENT ON COLUMN falsehoods.last_day IS 'Last day (partition) on which an article stated it.';
COMMENT ON COLUMN falsehoods.first_article_id IS 'First article.';
COMMENT ON COLUMN falsehoods.first_site IS 'Its site.';
COMMENT ON COLUMN falsehoods.first_url IS 'Its address.';
COMMENT ON COLUMN falsehoods.first_title IS 'Its headline.';
COMMENT ON COLUMN falsehoods.first_quote IS 'Its verbatim quote.';
COMMENT ON COLUMN falsehoods.explanation IS 'Why it is contradicted, one sentence.';
COMMENT ON COLUMN falsehoods.evidence IS 'What is right, with sources: JSON list of {property, value, publisher, url, tier, read}.';
