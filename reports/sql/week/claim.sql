-- one row is one claim as it stood at the end of the week
CREATE TEMP TABLE week_claim AS
SELECT * FROM claims_as_of($sunday);
