-- the day's mentions anew, those of works that have come on record out
DELETE FROM base.radar_mentions
WHERE day = $day
    OR work_key IN (SELECT work_key FROM known_work)
    OR version_id NOT IN (SELECT version_id FROM base.article_versions);

INSERT INTO base.radar_mentions BY NAME
SELECT g.*, $day AS day FROM given_mention AS g;
