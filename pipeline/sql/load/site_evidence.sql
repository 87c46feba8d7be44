-- one row is one site with what its checked articles add up to, as of the day
WITH claim AS (
    SELECT
        site,
        article_id,
        origin_id,
        first_day,
        verdict,
        CASE WHEN modality = 'hedged' THEN 0.5 ELSE 1.0 END AS hedge,
        is_origin_first
    FROM claims_as_of($day)
    WHERE own_word AND verdict IN ('supported', 'contradicted')
),
article AS (
    SELECT
        site,
        article_id,
        min(origin_id) AS origin_id,
        sum(hedge) FILTER (WHERE verdict = 'supported') AS claims_right,
        sum(hedge) FILTER (WHERE verdict = 'contradicted') AS claims_wrong,
        (CASE WHEN bool_and(is_origin_first) THEN 1.0 ELSE CAST($copy_weight AS DOUBLE) END)
            * pow(0.5, date_diff('day', min(first_day), $day) / CAST($half_life AS DOUBLE)) AS weight
    FROM claim
    GROUP BY site, article_id
),
share AS (
    SELECT
        *,
        coalesce(claims_right, 0)
            / (coalesce(claims_right, 0) + CAST($false_weight AS DOUBLE) * coalesce(claims_wrong, 0)) AS share_right
    FROM article
)
SELECT
    site,
    count(*) AS articles,
    count(DISTINCT origin_id) AS origins,
    CAST(coalesce(sum(weight * claims_right), 0) AS DOUBLE) AS claims_right,
    CAST(coalesce(sum(weight * claims_wrong), 0) AS DOUBLE) AS claims_wrong,
    sum(weight * share_right ORDER BY article_id) AS "right",
    sum(weight * (1 - share_right) ORDER BY article_id) AS wrong
FROM share
GROUP BY site
ORDER BY site;
