-- one row is one false source told in part, with the one told in full that it is part of
CREATE TABLE IF NOT EXISTS base.falsehood_aliases (
    falsehood_id TEXT NOT NULL,
    into_falsehood TEXT NOT NULL,
    day DATE NOT NULL
);

COMMENT ON TABLE base.falsehood_aliases IS 'One row is one false source told in part, with the one told in full that it is part of: "a novel by X" and "The Y, a 2019 novel by X".';
COMMENT ON COLUMN base.falsehood_aliases.falsehood_id IS 'Falsehood told in part. Key.';
COMMENT ON COLUMN base.falsehood_aliases.into_falsehood IS 'The same told in full; the only one of this show that holds it.';
COMMENT ON COLUMN base.falsehood_aliases.day IS 'Day (partition) from which both were stated.';
