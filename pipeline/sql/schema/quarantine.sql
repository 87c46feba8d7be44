-- one row is one field of a record taken out of service until an editor has looked
CREATE TABLE IF NOT EXISTS base.quarantine (
    show_slug TEXT NOT NULL,
    property TEXT NOT NULL,
    value TEXT,
    since TIMESTAMP NOT NULL,
    reason TEXT NOT NULL,
    lifted_at TIMESTAMP
);

COMMENT ON TABLE base.quarantine IS 'One row is one field of a record taken out of service until an editor has looked.';
COMMENT ON COLUMN base.quarantine.show_slug IS 'Show. Key with property, value and since.';
COMMENT ON COLUMN base.quarantine.property IS 'Property.';
COMMENT ON COLUMN base.quarantine.value IS 'Value; NULL for the whole property.';
COMMENT ON COLUMN base.quarantine.since IS 'When it was taken out, UTC.';
COMMENT ON COLUMN base.quarantine.reason IS 'What raised the doubt.';
COMMENT ON COLUMN base.quarantine.lifted_at IS 'When an editor put it back, UTC; NULL while out of service.';
