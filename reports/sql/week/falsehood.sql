-- one row is one falsehood known by the end of the week that nobody has held, disputed or overruled since
CREATE TEMP TABLE week_falsehood AS
SELECT f.* REPLACE (f.is_confirmed OR now.is_confirmed AS is_confirmed)
FROM falsehoods_as_of($sunday) AS f
JOIN falsehoods AS now USING (falsehood_id)
WHERE NOT f.is_held AND NOT now.is_held;
