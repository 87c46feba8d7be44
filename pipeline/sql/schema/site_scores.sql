-- one row is one site's reputation on one day, from its own checked claims
CREATE TABLE IF NOT EXISTS base.site_scores (
    site TEXT NOT NULL,
    day DATE NOT NULL,
    articles INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    claims_right DOUBLE NOT NULL,
    claims_wrong DOUBLE NOT NULL,
    score DOUBLE,
    low DOUBLE,
    high DOUBLE,
    raw_share DOUBLE,
    recorded_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE base.site_scores IS 'One row is one site''s reputation on one day, from its own checked claims.';
COMMENT ON COLUMN base.site_scores.site IS 'Slug of the site. Key with day.';
COMMENT ON COLUMN base.site_scores.day IS 'Day (partition) after which it was computed.';
COMMENT ON COLUMN base.site_scores.articles IS 'Articles with at least one checked claim in their own word.';
COMMENT ON COLUMN base.site_scores.origins IS 'Origins among these: a copy of another site''s text counts in part.';
COMMENT ON COLUMN base.site_scores.claims_right IS 'Weight of supported claims.';
COMMENT ON COLUMN base.site_scores.claims_wrong IS 'Weight of contradicted claims.';
COMMENT ON COLUMN base.site_scores.score IS 'Mean of the posterior, 0 to 1; NULL without any checked claim.';
COMMENT ON COLUMN base.site_scores.low IS 'Lower bound of its 90 % interval.';
COMMENT ON COLUMN base.site_scores.high IS 'Upper bound of it.';
COMMENT ON COLUMN base.site_scores.raw_share IS 'Share of right claims without the prior; NULL without any checked claim.';
COMMENT ON COLUMN base.site_scores.recorded_at IS 'When it was computed, UTC.';
