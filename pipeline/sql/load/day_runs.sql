-- what one stage counted for one day, in place of what it counted there before
DELETE FROM base.day_runs WHERE day = $day AND stage = $stage;

INSERT INTO base.day_runs BY NAME
SELECT $day AS day, $stage AS stage, name, amount FROM given_count;
