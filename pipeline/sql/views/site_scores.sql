-- one row is one site with its reputation, latest day
CREATE OR REPLACE MACRO site_scores_as_of(as_of_day) AS TABLE
WITH latest AS (
    SELECT * FROM base.site_scores WHERE day <= as_of_day
    QUALIFY row_number() OVER (PARTITION BY site ORDER BY day DESC) = 1
),
week_before AS (
    SELECT b.site, b.score FROM base.site_scores AS b JOIN latest AS l USING (site)
    WHERE b.day <= l.day - 7
    QUALIFY row_number() OVER (PARTITION BY b.site ORDER BY b.day DESC) = 1
)
SELECT
    l.site,
    coalesce(s.name, l.site) AS site_name,
    s.kind,
    s.language,
    l.day,
    l.articles,
    l.origins,
    l.claims_right,
    l.claims_wrong,
    l.score,
    l.low,
    l.high,
    l.raw_share,
    b.score AS score_week_before,
    l.score - b.score AS movement
FROM latest AS l
LEFT JOIN base.sites AS s USING (site)
LEFT JOIN week_before AS b USING (site);

CREATE OR REPLACE VIEW site_scores AS SELECT * FROM site_scores_as_of(DATE '9999-12-31');

COMMENT ON VIEW site_scores IS 'One row is one site with its reputation, latest day.';
COMMENT ON COLUMN site_scores.site IS 'Key: slug of the site.';
COMMENT ON COLUMN site_scores.site_name IS 'Name of the publication.';
COMMENT ON COLUMN site_scores.kind IS 'What sort of publication it is, in neutral words.';
COMMENT ON COLUMN site_scores.language IS 'Main language.';
COMMENT ON COLUMN site_scores.day IS 'Day (partition) after which the score was computed.';
COMMENT ON COLUMN site_scores.articles IS 'Sample size: articles with at least one checked claim in their own word.';
COMMENT ON COLUMN site_scores.origins IS 'Independent origins among these.';
COMMENT ON COLUMN site_scores.claims_right IS 'Weight of supported claims (copies of another site''s text count in part).';
COMMENT ON COLUMN site_scores.claims_wrong IS 'Weight of contradicted claims.';
COMMENT ON COLUMN site_scores.score IS 'Mean of the Beta posterior, 0 to 1; NULL without any checked claim.';
COMMENT ON COLUMN site_scores.low IS 'Lower bound of its 90 % interval.';
COMMENT ON COLUMN site_scores.high IS 'Upper bound of it.';
COMMENT ON COLUMN site_scores.raw_share IS 'Share of right claims without the prior.';
COMMENT ON COLUMN site_scores.score_week_before IS 'Score at least seven days earlier; NULL without one.';
COMMENT ON COLUMN site_scores.movement IS 'Difference of the two.';
