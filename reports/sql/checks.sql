-- one row is one data check on one day of the week
SELECT day, check_name, severity, passed, offending
FROM base.check_results
WHERE day BETWEEN $monday AND $sunday
ORDER BY severity, check_name, day;
