-- the day's checks anew
DELETE FROM base.check_results WHERE day = $day;

INSERT INTO base.check_results BY NAME SELECT * FROM given_check;
