-- one row is the latest moment at which anything that an issue prints was recorded: what came later was not known to it
SELECT max(moment) AS known_at
FROM (
    SELECT max(recorded_at) AS moment FROM base.verdicts
    UNION ALL SELECT max(recorded_at) FROM base.claim_occurrences
    UNION ALL SELECT max(withdrawn_at) FROM base.claim_occurrences
    UNION ALL SELECT max(recorded_at) FROM base.scores
    UNION ALL SELECT max(recorded_at) FROM base.facts
    UNION ALL SELECT max(superseded_at) FROM base.facts
    UNION ALL SELECT max(ruled_at) FROM base.rulings
    UNION ALL SELECT max(since) FROM base.quarantine
);
