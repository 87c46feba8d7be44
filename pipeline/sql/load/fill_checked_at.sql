-- checks of before the column was there: as old as the version's last score, or older than every change, so that they are made again
UPDATE base.checks AS k
SET checked_at = coalesce((SELECT max(s.recorded_at) FROM base.scores AS s WHERE s.version_id = k.version_id), TIMESTAMP '1970-01-01')
WHERE k.checked_at IS NULL;
