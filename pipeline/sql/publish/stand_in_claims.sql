-- for the time of publishing: the table that claims has become
CREATE OR REPLACE MACRO claims_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE SELECT * FROM claims;
