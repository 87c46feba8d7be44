-- one row is one statement in articles' own words that contradicts or does not fit a record, or that an editor has ruled on or paused
-- what is shown of it is its first page's, of those that contradict where some do: what is printed is what is ruled on
WITH stated AS (
    SELECT
        c.*,
        coalesce(s.name, c.site) AS site_name,
        first_value(verdict) OVER (
            PARTITION BY falsehood_id ORDER BY verdict <> 'contradicted', stated_since, claim_id
        ) AS shown_verdict
    FROM claims AS c
    LEFT JOIN base.sites AS s USING (site)
    WHERE own_word AND is_on_record
        AND (verdict IN ('contradicted', 'conflicts_with_record') OR machine_verdict = 'contradicted' OR ruled_by IS NOT NULL OR is_held)
),
shown AS (
    SELECT *
    FROM stated
    QUALIFY row_number() OVER (PARTITION BY falsehood_id ORDER BY verdict <> 'contradicted', stated_since, claim_id) = 1
),
counted AS (
    SELECT
        falsehood_id,
        bool_or(is_held) AS is_held,
        max(ruled_by) AS ruled_by,
        max(ruling_reason) AS ruling_reason,
        count(DISTINCT article_id) AS pages,
        count(DISTINCT article_id) FILTER (WHERE verdict = shown_verdict) AS pages_so,
        CASE
            WHEN falsehood_id IN (SELECT falsehood_id FROM base.peculiar_falsehoods) THEN 1
            ELSE count(DISTINCT origin_id)
        END AS origins,
        bool_or(is_live) AS is_live
    FROM stated
    GROUP BY falsehood_id
)
SELECT
    n.*, s.show_slug, s.show_title, s.relation, s.object, s.polarity, s.verdict, s.machine_verdict, s.explanation, s.evidence,
    s.quote, s.site_name, s.url, s.title, s.stated_since
FROM counted AS n
JOIN shown AS s USING (falsehood_id)
ORDER BY n.pages DESC, s.show_title, s.relation, n.falsehood_id;
