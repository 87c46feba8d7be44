-- one row is one article that carries one falsehood in its own word, in the order in which they appeared
CREATE OR REPLACE MACRO spread_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE
WITH carrier AS (
    SELECT * FROM claims_as_of(as_of_day, known_at := known_at)
    WHERE verdict = 'contradicted' AND own_word
    QUALIFY row_number() OVER (PARTITION BY falsehood_id, article_id ORDER BY stated_since, claim_id) = 1
),
followed AS (
    SELECT c.falsehood_id, c.article_id, k.of_article, k.kind, k.similarity
    FROM carrier AS c
    JOIN base.copies AS k ON k.article_id = c.article_id AND k.day <= as_of_day
    JOIN carrier AS earlier ON earlier.article_id = k.of_article AND earlier.falsehood_id = c.falsehood_id
    QUALIFY row_number() OVER (PARTITION BY c.falsehood_id, c.article_id ORDER BY k.similarity DESC, earlier.stated_since, k.of_article, k.kind) = 1
)
SELECT
    c.falsehood_id,
    row_number() OVER (PARTITION BY c.falsehood_id ORDER BY c.stated_since, c.claim_id) AS position,
    c.article_id,
    c.claim_id,
    c.site,
    c.url,
    c.title,
    c.published,
    c.stated_since,
    c.first_day,
    c.last_day,
    c.is_live,
    c.modality,
    c.quote,
    c.origin_id,
    row_number() OVER (PARTITION BY c.falsehood_id, c.origin_id ORDER BY c.stated_since, c.claim_id) = 1 AS is_first_of_origin,
    f.of_article AS follows_article_id,
    f.kind AS follows_kind,
    f.similarity AS follows_similarity
FROM carrier AS c
LEFT JOIN followed AS f ON f.falsehood_id = c.falsehood_id AND f.article_id = c.article_id;

CREATE OR REPLACE VIEW spread AS SELECT * FROM spread_as_of(DATE '9999-12-31');

COMMENT ON VIEW spread IS 'One row is one article that carries one falsehood in its own word, in the order in which they appeared.';
COMMENT ON COLUMN spread.falsehood_id IS 'Falsehood. Key with article_id.';
COMMENT ON COLUMN spread.position IS 'Place in the order of appearance, from 1.';
COMMENT ON COLUMN spread.article_id IS 'Article that carries it.';
COMMENT ON COLUMN spread.claim_id IS 'Its claim.';
COMMENT ON COLUMN spread.site IS 'Slug of the site.';
COMMENT ON COLUMN spread.url IS 'Canonical address.';
COMMENT ON COLUMN spread.title IS 'Headline.';
COMMENT ON COLUMN spread.published IS 'Publication as the page states it, UTC.';
COMMENT ON COLUMN spread.stated_since IS 'When it was first stated there, UTC.';
COMMENT ON COLUMN spread.first_day IS 'Day (partition) that brought it.';
COMMENT ON COLUMN spread.last_day IS 'Last day (partition) on which the page stated it.';
COMMENT ON COLUMN spread.is_live IS 'True when the page states it still.';
COMMENT ON COLUMN spread.modality IS 'asserted or hedged.';
COMMENT ON COLUMN spread.quote IS 'Verbatim quote.';
COMMENT ON COLUMN spread.origin_id IS 'Origin of the article.';
COMMENT ON COLUMN spread.is_first_of_origin IS 'True for the origin''s first carrier of this falsehood.';
COMMENT ON COLUMN spread.follows_article_id IS 'Earlier carrier that it copies; NULL when none is known.';
COMMENT ON COLUMN spread.follows_kind IS 'exact, near, canonical or credit.';
COMMENT ON COLUMN spread.follows_similarity IS 'Share of text in common, 0 to 1.';
