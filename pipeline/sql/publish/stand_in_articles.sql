-- for the time of publishing: the table that articles has become
CREATE OR REPLACE MACRO articles_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE SELECT * FROM articles;
