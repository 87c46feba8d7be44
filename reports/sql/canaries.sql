-- one row is the week's canaries: swapped texts tried and caught, unswapped twins tried and wrongly accused
SELECT
    count(*) FILTER (WHERE swapped) AS canaries,
    count(*) FILTER (WHERE swapped AND caught) AS caught,
    count(*) FILTER (WHERE NOT swapped) AS twins,
    count(*) FILTER (WHERE NOT swapped AND caught) AS false_alarms
FROM base.canary_results
WHERE day BETWEEN $monday AND $sunday;
