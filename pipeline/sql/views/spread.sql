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
),
-- who copies another carrier is first of nothing, whatever its clock says: a tree has no circles
ranked AS (
    SELECT c.*, (f.article_id IS NOT NULL, c.stated_since, c.claim_id) AS place_in_line
    FROM carrier AS c
    LEFT JOIN followed AS f ON f.falsehood_id = c.falsehood_id AND f.article_id = c.article_id
),
first_of_origin AS (
    SELECT falsehood_id, origin_id, min_by(article_id, place_in_line) AS article_id
    FROM ranked
    GROUP BY falsehood_id, origin_id
),
first_of_all AS (
    SELECT falsehood_id, min_by(article_id, place_in_line) AS article_id, min_by(origin_id, place_in_line) AS origin_id
    FROM ranked
    WHERE falsehood_id IN (SELECT falsehood_id FROM base.peculiar_falsehoods WHERE day <= as_of_day)
    GROUP BY falsehood_id
),
placed AS (
    SELECT
        c.*,
        CASE
            WHEN f.of_article IS NOT NULL THEN f.of_article
            WHEN o.article_id <> c.article_id THEN o.article_id
            WHEN n.article_id <> c.article_id THEN n.article_id
        END AS follows_article_id,
        CASE
            WHEN f.of_article IS NOT NULL THEN f.kind
            WHEN o.article_id <> c.article_id THEN 'same origin'
            WHEN n.article_id <> c.article_id THEN 'retold'
        END AS follows_kind,
        f.similarity AS follows_similarity,
        coalesce(n.origin_id, c.origin_id) AS statement_origin_id
    FROM carrier AS c
    LEFT JOIN followed AS f ON f.falsehood_id = c.falsehood_id AND f.article_id = c.article_id
    LEFT JOIN first_of_origin AS o ON o.falsehood_id = c.falsehood_id AND o.origin_id = c.origin_id
    LEFT JOIN first_of_all AS n ON n.falsehood_id = c.falsehood_id
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
    c.follows_article_id,
    c.follows_kind,
    c.follows_similarity,
    c.statement_origin_id
FROM placed AS c;

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
COMMENT ON COLUMN spread.follows_article_id IS 'Earlier carrier that it follows: the most similar that it copies, else the first of its origin, else, for a falsehood that nobody states by chance, the first of all; NULL when none is known.';
COMMENT ON COLUMN spread.follows_kind IS 'exact, near, spun, translated, canonical, credit, same origin (by way of another article) or retold (own words, one source: a false name that nobody else has).';
COMMENT ON COLUMN spread.follows_similarity IS 'Share of text (spun and translated: of values) in common, 0 to 1; NULL for same origin and retold.';
COMMENT ON COLUMN spread.statement_origin_id IS 'Origin of the statement: that of the first carrier where all others follow it, else the article''s own. falsehoods.origins counts these.';
