-- all beliefs anew
DELETE FROM base.beliefs;

INSERT INTO base.beliefs BY NAME SELECT * FROM given_belief;
