-- fail: a score out of bounds, or a label that does not fit it
SELECT version_id, show_slug, label, score, low, high, coverage
FROM base.scores
WHERE label NOT IN ('reliable', 'mixed', 'unreliable', 'insufficient')
    OR (label = 'insufficient') <> (score IS NULL)
    OR coverage NOT BETWEEN 0 AND 1
    OR (score IS NOT NULL AND NOT (low BETWEEN 0 AND score AND high BETWEEN score AND 1));
