-- one row is one score in force: of one version, or of one show's share of it
CREATE OR REPLACE MACRO scores_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE
WITH latest AS (
    SELECT * FROM base.scores
    WHERE day <= as_of_day AND recorded_at <= known_at
    QUALIFY row_number() OVER (PARTITION BY version_id, show_slug ORDER BY recorded_at DESC, day DESC) = 1
)
SELECT
    s.version_id,
    v.article_id,
    v.site,
    v.is_latest,
    s.show_slug,
    s.label,
    s.score,
    s.low,
    s.high,
    s.coverage,
    s.core,
    s.reasons,
    s.rubric_version,
    s.checker_version,
    s.record_version,
    s.day,
    s.recorded_at
FROM latest AS s
JOIN article_versions_as_of(as_of_day) AS v USING (version_id);

CREATE OR REPLACE VIEW scores AS SELECT * FROM scores_as_of(DATE '9999-12-31');

COMMENT ON VIEW scores IS 'One row is one score in force: of one version, or of one show''s share of it.';
COMMENT ON COLUMN scores.version_id IS 'Version. Key with show_slug.';
COMMENT ON COLUMN scores.article_id IS 'Article.';
COMMENT ON COLUMN scores.site IS 'Slug of the site.';
COMMENT ON COLUMN scores.is_latest IS 'True when the version is its article''s latest.';
COMMENT ON COLUMN scores.show_slug IS 'Show in a listicle; NULL for the article as a whole.';
COMMENT ON COLUMN scores.label IS 'reliable, mixed, unreliable or insufficient.';
COMMENT ON COLUMN scores.score IS 'Factual reliability, 0 to 1; NULL when insufficient.';
COMMENT ON COLUMN scores.low IS 'Lower bound of the 90 % interval; NULL when insufficient.';
COMMENT ON COLUMN scores.high IS 'Upper bound of it; NULL when insufficient.';
COMMENT ON COLUMN scores.coverage IS 'Checkable weight over all weight, 0 to 1.';
COMMENT ON COLUMN scores.core IS 'Does it get the source and the truth of the story right: right, wrong or not answered.';
COMMENT ON COLUMN scores.reasons IS 'Why this label, in words.';
COMMENT ON COLUMN scores.rubric_version IS 'Table of weights that it was computed with.';
COMMENT ON COLUMN scores.checker_version IS 'Checker that computed it.';
COMMENT ON COLUMN scores.record_version IS 'Record book it was computed by.';
COMMENT ON COLUMN scores.day IS 'Day (partition) of the run that recorded it.';
COMMENT ON COLUMN scores.recorded_at IS 'When it was recorded, UTC.';
