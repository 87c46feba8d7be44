-- one row is one sourced statement of a record; a changed one is superseded, never overwritten
CREATE TABLE IF NOT EXISTS base.facts (
    fact_id TEXT NOT NULL,
    show_slug TEXT NOT NULL,
    property TEXT NOT NULL,
    value TEXT NOT NULL,
    qualifiers JSON NOT NULL,
    sources JSON NOT NULL,
    tier INTEGER NOT NULL,
    is_complete BOOLEAN NOT NULL,
    disputed TEXT,
    licence TEXT,
    publishable BOOLEAN NOT NULL,
    first_seen DATE NOT NULL,
    last_seen DATE NOT NULL,
    record_version TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP
);

COMMENT ON TABLE base.facts IS 'One row is one sourced statement of a record; a changed one is superseded, never overwritten.';
COMMENT ON COLUMN base.facts.fact_id IS 'Stable hash of show, property, value and qualifiers. Key with recorded_at.';
COMMENT ON COLUMN base.facts.show_slug IS 'Show.';
COMMENT ON COLUMN base.facts.property IS 'Property, such as based_on.';
COMMENT ON COLUMN base.facts.value IS 'Value as text.';
COMMENT ON COLUMN base.facts.qualifiers IS 'Author, kind, year, character, season, region and so on; {} when none.';
COMMENT ON COLUMN base.facts.sources IS 'List of {key, publisher, url, tier, read, owner, after}.';
COMMENT ON COLUMN base.facts.tier IS 'Best tier among the sources, 1 to 4.';
COMMENT ON COLUMN base.facts.is_complete IS 'True when the record holds all values of this property.';
COMMENT ON COLUMN base.facts.disputed IS 'Why good sources differ; NULL when firm. A disputed fact contradicts nobody.';
COMMENT ON COLUMN base.facts.licence IS 'Licence under which the value is held; NULL for facts stated in our own words.';
COMMENT ON COLUMN base.facts.publishable IS 'False when its licence keeps it out of the snapshot.';
COMMENT ON COLUMN base.facts.first_seen IS 'First day on which a source was read for it.';
COMMENT ON COLUMN base.facts.last_seen IS 'Last day on which a source was read for it.';
COMMENT ON COLUMN base.facts.record_version IS 'Record book that brought this row.';
COMMENT ON COLUMN base.facts.recorded_at IS 'When the warehouse took it in, UTC.';
COMMENT ON COLUMN base.facts.superseded_at IS 'When it was replaced or withdrawn, UTC; NULL while in force.';
