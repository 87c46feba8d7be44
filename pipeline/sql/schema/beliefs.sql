-- one row is one value that articles give where no record decides, with how likely it is by who says so independently
CREATE TABLE IF NOT EXISTS base.beliefs (
    show_slug TEXT NOT NULL,
    relation TEXT NOT NULL,
    place TEXT NOT NULL,
    "value" TEXT NOT NULL,
    probability DOUBLE NOT NULL,
    origins INTEGER NOT NULL,
    sites INTEGER NOT NULL
);

COMMENT ON TABLE base.beliefs IS 'One row is one value that articles give where no record decides, with how likely it is by who says so independently. It never contradicts anybody.';
COMMENT ON COLUMN base.beliefs.show_slug IS 'Show on record, or the plain title of a work that has no record. Key with relation, place and value.';
COMMENT ON COLUMN base.beliefs.relation IS 'Relation, such as director.';
COMMENT ON COLUMN base.beliefs.place IS 'What the value fills where a show has several places (a character, a season); empty elsewhere.';
COMMENT ON COLUMN base.beliefs."value" IS 'Value, folded.';
COMMENT ON COLUMN base.beliefs.probability IS 'Probability that it is the right one, given that exactly one is.';
COMMENT ON COLUMN base.beliefs.origins IS 'Independent origins that say so: copies and sites that share their errors with one counted do not count.';
COMMENT ON COLUMN base.beliefs.sites IS 'Sites that say so, copies and all.';
