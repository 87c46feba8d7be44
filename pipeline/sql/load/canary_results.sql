-- the day's canaries anew
DELETE FROM base.canary_results WHERE day = $day;

INSERT INTO base.canary_results BY NAME SELECT * FROM given_canary;
