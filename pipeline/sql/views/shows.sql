-- one row is one show on record with how it is covered
CREATE OR REPLACE MACRO shows_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE
WITH coverage AS (
    SELECT
        show_slug,
        count(*) AS articles,
        count(DISTINCT origin_id) AS origins,
        count(DISTINCT site) AS sites,
        count(*) FILTER (WHERE label = 'reliable') AS reliable,
        count(*) FILTER (WHERE label = 'mixed') AS mixed,
        count(*) FILTER (WHERE label = 'unreliable') AS unreliable,
        count(*) FILTER (WHERE label = 'insufficient') AS insufficient,
        max(first_day) AS newest_day,
        max_by(article_id, (low, score, article_id)) FILTER (WHERE label = 'reliable' AND state = 'live') AS most_reliable_article_id
    FROM articles_as_of(as_of_day, known_at := known_at)
    WHERE show_slug IS NOT NULL
    GROUP BY show_slug
),
falsehood_count AS (
    SELECT show_slug, count(*) AS falsehoods FROM falsehoods_as_of(as_of_day, known_at := known_at) GROUP BY show_slug
),
fact_count AS (
    SELECT
        show_slug,
        count(*) AS facts,
        min(value) FILTER (WHERE property = 'story_basis') AS story_basis
    FROM facts_as_of(known_at)
    GROUP BY show_slug
)
SELECT
    s.show_slug,
    s.title,
    s.original_title,
    s.also_known_as,
    s.format,
    s.year,
    f.story_basis,
    s.as_of,
    s.complete,
    coalesce(f.facts, 0) AS facts,
    coalesce(c.articles, 0) AS articles,
    coalesce(c.origins, 0) AS origins,
    coalesce(c.sites, 0) AS sites,
    coalesce(c.reliable, 0) AS reliable,
    coalesce(c.mixed, 0) AS mixed,
    coalesce(c.unreliable, 0) AS unreliable,
    coalesce(c.insufficient, 0) AS insufficient,
    coalesce(h.falsehoods, 0) AS falsehoods,
    c.newest_day,
    c.most_reliable_article_id,
    s.ids,
    s.record_version
FROM base.shows AS s
LEFT JOIN coverage AS c USING (show_slug)
LEFT JOIN falsehood_count AS h USING (show_slug)
LEFT JOIN fact_count AS f USING (show_slug)
WHERE s.recorded_at <= known_at AND (s.superseded_at IS NULL OR s.superseded_at > known_at);

CREATE OR REPLACE VIEW shows AS SELECT * FROM shows_as_of(DATE '9999-12-31');

COMMENT ON VIEW shows IS 'One row is one show on record with how it is covered.';
COMMENT ON COLUMN shows.show_slug IS 'Key.';
COMMENT ON COLUMN shows.title IS 'Main title.';
COMMENT ON COLUMN shows.original_title IS 'Original title where it differs.';
COMMENT ON COLUMN shows.also_known_as IS 'Other titles.';
COMMENT ON COLUMN shows.format IS 'limited series, series, film, documentary series or documentary film.';
COMMENT ON COLUMN shows.year IS 'Year of first release; NULL when not on record.';
COMMENT ON COLUMN shows.story_basis IS 'What the record answers to "is it a true story?": true story, inspired by real events or fiction.';
COMMENT ON COLUMN shows.as_of IS 'Day on which the record was last confirmed.';
COMMENT ON COLUMN shows.complete IS 'Properties whose values on record are all there are.';
COMMENT ON COLUMN shows.facts IS 'Facts in force.';
COMMENT ON COLUMN shows.articles IS 'Articles that are mainly about it.';
COMMENT ON COLUMN shows.origins IS 'Independent origins among them.';
COMMENT ON COLUMN shows.sites IS 'Sites among them.';
COMMENT ON COLUMN shows.reliable IS 'Articles labelled reliable.';
COMMENT ON COLUMN shows.mixed IS 'Articles labelled mixed.';
COMMENT ON COLUMN shows.unreliable IS 'Articles labelled unreliable.';
COMMENT ON COLUMN shows.insufficient IS 'Articles labelled insufficient.';
COMMENT ON COLUMN shows.falsehoods IS 'False statements about it that were seen.';
COMMENT ON COLUMN shows.newest_day IS 'Day (partition) that brought the newest article; NULL without one.';
COMMENT ON COLUMN shows.most_reliable_article_id IS 'Live article labelled reliable with the highest lower bound: the piece to cite.';
COMMENT ON COLUMN shows.ids IS 'Identifiers elsewhere (JSON).';
COMMENT ON COLUMN shows.record_version IS 'Record book it was last taken from.';
