-- one row is one sourced statement of a record in force
CREATE OR REPLACE MACRO facts_as_of(known_at) AS TABLE
SELECT
    f.fact_id,
    f.show_slug,
    s.title AS show_title,
    f.property,
    f.value,
    f.qualifiers,
    f.sources,
    f.tier,
    f.is_complete,
    f.disputed,
    EXISTS (
        SELECT 1 FROM base.quarantine AS q
        WHERE q.show_slug = f.show_slug AND q.property = f.property AND (q.value IS NULL OR q.value = f.value)
            AND q.since <= known_at AND (q.lifted_at IS NULL OR q.lifted_at > known_at)
    ) AS is_quarantined,
    f.licence,
    f.first_seen,
    f.last_seen,
    f.record_version,
    f.recorded_at
FROM base.facts AS f
LEFT JOIN base.shows AS s ON s.show_slug = f.show_slug AND s.superseded_at IS NULL
WHERE f.publishable AND f.recorded_at <= known_at AND (f.superseded_at IS NULL OR f.superseded_at > known_at);

CREATE OR REPLACE VIEW facts AS SELECT * FROM facts_as_of(TIMESTAMP '9999-12-31');

COMMENT ON VIEW facts IS 'One row is one sourced statement of a record in force.';
COMMENT ON COLUMN facts.fact_id IS 'Key: stable hash of show, property, value and qualifiers.';
COMMENT ON COLUMN facts.show_slug IS 'Show.';
COMMENT ON COLUMN facts.show_title IS 'Main title of the show.';
COMMENT ON COLUMN facts.property IS 'Property, such as based_on.';
COMMENT ON COLUMN facts.value IS 'Value as text.';
COMMENT ON COLUMN facts.qualifiers IS 'JSON: author, kind, year, character, season, region and so on; {} when none.';
COMMENT ON COLUMN facts.sources IS 'JSON list of {key, publisher, url, tier, read, owner, after}.';
COMMENT ON COLUMN facts.tier IS 'Best tier among the sources: 1 makers and credits, 2 press and encyclopaedia, 3 other pages, 4 general knowledge.';
COMMENT ON COLUMN facts.is_complete IS 'True when the record holds all values of this property.';
COMMENT ON COLUMN facts.disputed IS 'Why good sources differ; NULL when firm.';
COMMENT ON COLUMN facts.is_quarantined IS 'True while the field is out of service until an editor has looked.';
COMMENT ON COLUMN facts.licence IS 'Licence under which the value is held; NULL for facts stated in our own words.';
COMMENT ON COLUMN facts.first_seen IS 'First day on which a source was read for it.';
COMMENT ON COLUMN facts.last_seen IS 'Last day on which a source was read for it.';
COMMENT ON COLUMN facts.record_version IS 'Record book that brought this row.';
COMMENT ON COLUMN facts.recorded_at IS 'When the warehouse took it in, UTC.';
