-- one row is one falsehood known by the end of the week that nobody has held, disputed or overruled up to the cut-off
CREATE TEMP TABLE week_falsehood AS
SELECT f.* REPLACE (f.is_confirmed OR now.is_confirmed AS is_confirmed)
FROM falsehoods_as_of($sunday, known_at := $known_at) AS f
JOIN falsehoods_as_of(DATE '9999-12-31', known_at := $known_at) AS now USING (falsehood_id)
WHERE NOT f.is_held AND NOT now.is_held;
