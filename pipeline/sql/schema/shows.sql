-- one row is one work on record; a changed head is superseded, never overwritten
CREATE TABLE IF NOT EXISTS base.shows (
    show_slug TEXT NOT NULL,
    title TEXT NOT NULL,
    original_title TEXT,
    also_known_as TEXT[] NOT NULL,
    format TEXT NOT NULL,
    year INTEGER,
    as_of DATE NOT NULL,
    complete TEXT[] NOT NULL,
    vouchers JSON,
    ids JSON NOT NULL,
    record_version TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP
);

COMMENT ON TABLE base.shows IS 'One row is one work on record; a changed head is superseded, never overwritten.';
COMMENT ON COLUMN base.shows.show_slug IS 'Slug of the show. Key with recorded_at.';
COMMENT ON COLUMN base.shows.title IS 'Main title.';
COMMENT ON COLUMN base.shows.original_title IS 'Original title where it differs.';
COMMENT ON COLUMN base.shows.also_known_as IS 'Other titles.';
COMMENT ON COLUMN base.shows.format IS 'limited series, series, film, documentary series or documentary film.';
COMMENT ON COLUMN base.shows.year IS 'Year of first release; NULL when not on record.';
COMMENT ON COLUMN base.shows.as_of IS 'Day on which the record was last confirmed.';
COMMENT ON COLUMN base.shows.complete IS 'Properties whose values on record are all there are.';
COMMENT ON COLUMN base.shows.vouchers IS 'JSON: complete property to the keys of the sources that vouch for it; NULL in rows of older versions.';
COMMENT ON COLUMN base.shows.ids IS 'Identifiers elsewhere (wikidata, tvmaze, imdb).';
COMMENT ON COLUMN base.shows.record_version IS 'Record book that brought this row.';
COMMENT ON COLUMN base.shows.recorded_at IS 'When the warehouse took it in, UTC.';
COMMENT ON COLUMN base.shows.superseded_at IS 'When it was replaced or withdrawn, UTC; NULL while in force.';
