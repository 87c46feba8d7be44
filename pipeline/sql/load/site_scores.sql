-- the day's reputations: changed and new ones in, those of sites without a checked claim out
DELETE FROM base.site_scores WHERE day = $day AND site NOT IN (SELECT site FROM given_site_score);

MERGE INTO base.site_scores AS s
USING given_site_score AS n ON s.site = n.site AND s.day = n.day
WHEN MATCHED AND (s.articles, s.origins, s.claims_right, s.claims_wrong, s.score, s.low, s.high, s.raw_share)
    IS DISTINCT FROM (n.articles, n.origins, n.claims_right, n.claims_wrong, n.score, n.low, n.high, n.raw_share)
THEN UPDATE SET
    articles = n.articles, origins = n.origins, claims_right = n.claims_right, claims_wrong = n.claims_wrong, score = n.score,
    low = n.low, high = n.high, raw_share = n.raw_share, recorded_at = n.recorded_at
WHEN NOT MATCHED THEN INSERT BY NAME;
