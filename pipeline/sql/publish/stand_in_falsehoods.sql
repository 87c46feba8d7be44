-- for the time of publishing: the table that falsehoods has become
CREATE OR REPLACE MACRO falsehoods_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE SELECT * FROM falsehoods;
