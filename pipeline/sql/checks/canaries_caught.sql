-- warn: fewer than half of the day's canaries were caught
SELECT count(*) FILTER (WHERE caught) AS caught, count(*) AS canaries
FROM base.canary_results
WHERE day = $day AND swapped
HAVING count(*) FILTER (WHERE caught) * 2 < count(*);
