-- all beliefs anew
DELETE FROM base.beliefs;

INSERT INTO base.beliefs BY NAME SELECT * FROM given_belief;

DELETE FROM base.claim_support;

INSERT INTO base.claim_support BY NAME SELECT * FROM given_support;
