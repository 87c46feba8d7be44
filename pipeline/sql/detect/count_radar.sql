-- how many works are on the radar
SELECT count(DISTINCT work_key) FROM base.radar_mentions;
