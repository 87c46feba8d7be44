-- fail: a true article in the shadow lane that was called contradicted
SELECT canary, relation, checker_version
FROM base.canary_results
WHERE day = $day AND NOT swapped AND caught;
