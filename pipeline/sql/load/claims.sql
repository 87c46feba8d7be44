-- claims not known yet; a known one keeps its first wording and gets the earliest day
MERGE INTO base.claims AS c
USING (
    SELECT n.*, v.day AS first_day
    FROM given_claim AS n JOIN base.article_versions AS v USING (version_id)
    QUALIFY row_number() OVER (PARTITION BY n.claim_id ORDER BY v.seen_at, v.version_id) = 1
) AS n ON c.claim_id = n.claim_id
WHEN MATCHED THEN UPDATE SET first_day = least(c.first_day, n.first_day)
WHEN NOT MATCHED THEN INSERT (
    claim_id, falsehood_id, article_id, show_slug, relation, object, object_key, polarity, first_day, first_recorded_at
) VALUES (
    n.claim_id, n.falsehood_id, n.article_id, n.show_slug, n.relation, n.object, n.object_key, n.polarity, n.first_day, $recorded_at
);
