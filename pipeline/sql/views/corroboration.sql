-- one row is one value that articles give where no record decides, with how likely it is by who says so independently
CREATE OR REPLACE VIEW corroboration AS
SELECT
    b.show_slug,
    coalesce(s.title, b.show_slug) AS show_title,
    s.show_slug IS NOT NULL AS is_on_record,
    b.relation,
    b.place,
    b."value",
    b.probability,
    b.origins,
    b.sites,
    count(*) OVER (PARTITION BY b.show_slug, b.relation, b.place) AS rivals
FROM base.beliefs AS b
LEFT JOIN base.shows AS s ON s.show_slug = b.show_slug AND s.superseded_at IS NULL;

COMMENT ON VIEW corroboration IS 'One row is one value that articles give where no record decides, with how likely it is by who says so independently. It never contradicts anybody.';
COMMENT ON COLUMN corroboration.show_slug IS 'Show on record, or the plain title of a work that has no record. Key with relation, place and value.';
COMMENT ON COLUMN corroboration.show_title IS 'Main title of the show.';
COMMENT ON COLUMN corroboration.is_on_record IS 'True when the show has a record.';
COMMENT ON COLUMN corroboration.relation IS 'Relation, such as director.';
COMMENT ON COLUMN corroboration.place IS 'What the value fills where a show has several places (a character, a season); empty elsewhere.';
COMMENT ON COLUMN corroboration."value" IS 'Value, folded.';
COMMENT ON COLUMN corroboration.probability IS 'Probability that it is the right one, given that exactly one is.';
COMMENT ON COLUMN corroboration.origins IS 'Independent origins that say so: copies and sites that share their errors with one counted do not count.';
COMMENT ON COLUMN corroboration.sites IS 'Sites that say so, copies and all.';
COMMENT ON COLUMN corroboration.rivals IS 'Values given for the same place, this one among them.';
