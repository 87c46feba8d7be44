-- one row is one false value that a later version of the same article no longer states
CREATE OR REPLACE MACRO corrections_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE
SELECT
    k.claim_id,
    c.falsehood_id,
    k.article_id,
    c.site,
    c.url,
    v.title,
    c.show_slug,
    c.show_title,
    c.relation,
    c.object,
    c.quote,
    c.explanation,
    c.evidence,
    k.kind,
    k.notice,
    k.from_version,
    k.to_version,
    k.stated_until,
    k.corrected_at,
    date_diff('hour', c.stated_since, k.corrected_at) AS hours_stated,
    k.day
FROM base.corrections AS k
JOIN claims_as_of(as_of_day, known_at := known_at) AS c USING (claim_id)
JOIN article_versions_as_of(as_of_day) AS v ON v.version_id = k.to_version
WHERE k.day <= as_of_day AND c.verdict = 'contradicted' AND c.own_word AND NOT c.is_live;

CREATE OR REPLACE VIEW corrections AS SELECT * FROM corrections_as_of(DATE '9999-12-31');

COMMENT ON VIEW corrections IS 'One row is one false value that a later version of the same article no longer states.';
COMMENT ON COLUMN corrections.claim_id IS 'The false claim that disappeared. Key with to_version.';
COMMENT ON COLUMN corrections.falsehood_id IS 'What was falsely said.';
COMMENT ON COLUMN corrections.article_id IS 'Article.';
COMMENT ON COLUMN corrections.site IS 'Slug of the site.';
COMMENT ON COLUMN corrections.url IS 'Canonical address.';
COMMENT ON COLUMN corrections.title IS 'Headline of the corrected version.';
COMMENT ON COLUMN corrections.show_slug IS 'Show.';
COMMENT ON COLUMN corrections.show_title IS 'Main title of the show.';
COMMENT ON COLUMN corrections.relation IS 'Relation.';
COMMENT ON COLUMN corrections.object IS 'What was falsely said (JSON).';
COMMENT ON COLUMN corrections.quote IS 'Verbatim quote from the earlier version.';
COMMENT ON COLUMN corrections.explanation IS 'Why it was contradicted.';
COMMENT ON COLUMN corrections.evidence IS 'What is right, with sources (JSON list).';
COMMENT ON COLUMN corrections.kind IS 'quiet, or notice when the later text announces a correction.';
COMMENT ON COLUMN corrections.notice IS 'That announcement; NULL when quiet.';
COMMENT ON COLUMN corrections.from_version IS 'Last version that stated it.';
COMMENT ON COLUMN corrections.to_version IS 'First version that does not.';
COMMENT ON COLUMN corrections.stated_until IS 'Last observation of the article while it stated it, UTC.';
COMMENT ON COLUMN corrections.corrected_at IS 'First observation without it, UTC.';
COMMENT ON COLUMN corrections.hours_stated IS 'Hours from first statement to the first observation without it.';
COMMENT ON COLUMN corrections.day IS 'Day (partition) that brought the correction.';
