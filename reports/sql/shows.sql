-- one row is one show that new articles were about this week
WITH this_week AS (
    SELECT
        show_slug,
        count(*) AS articles,
        count(*) FILTER (WHERE premise_agrees) AS answered_right,
        count(*) FILTER (WHERE NOT premise_agrees) AS answered_wrong
    FROM week_article
    WHERE new_this_week AND show_slug IS NOT NULL
    GROUP BY show_slug
),
verdict AS (
    SELECT
        c.show_slug,
        count(*) FILTER (WHERE c.verdict = 'supported') AS supported,
        count(*) FILTER (WHERE c.verdict = 'contradicted') AS contradicted,
        count(*) FILTER (WHERE c.verdict = 'conflicts_with_record') AS conflicting,
        count(*) FILTER (WHERE c.verdict = 'minor_discrepancy') AS minor,
        count(*) FILTER (WHERE c.verdict = 'unverifiable') AS unverifiable
    FROM week_claim AS c
    JOIN week_article AS a USING (article_id)
    WHERE a.new_this_week AND c.own_word AND NOT c.is_held
    GROUP BY c.show_slug
),
premise AS (
    SELECT show_slug, first(value ORDER BY tier, value) AS story_basis, first(sources ORDER BY tier, value) AS sources
    FROM facts_as_of($known_at)
    WHERE property = 'story_basis' AND tier < 4 AND NOT is_quarantined
    GROUP BY show_slug
),
best AS (
    SELECT * FROM week_article
    WHERE label = 'reliable' AND state = 'live' AND show_slug IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY show_slug ORDER BY low DESC, score DESC, article_id) = 1
)
SELECT
    w.show_slug,
    s.title,
    s.year,
    p.story_basis,
    p.sources AS premise_sources,
    w.articles,
    w.answered_right,
    w.answered_wrong,
    coalesce(v.supported, 0) AS supported,
    coalesce(v.contradicted, 0) AS contradicted,
    coalesce(v.conflicting, 0) AS conflicting,
    coalesce(v.minor, 0) AS minor,
    coalesce(v.unverifiable, 0) AS unverifiable,
    b.title AS cite_title,
    b.url AS cite_url,
    b.site AS cite_site,
    b.site_name AS cite_site_name,
    b.low AS cite_low,
    b.published AS cite_published
FROM this_week AS w
JOIN base.shows AS s ON s.show_slug = w.show_slug AND s.superseded_at IS NULL
LEFT JOIN verdict AS v ON v.show_slug = w.show_slug
LEFT JOIN premise AS p ON p.show_slug = w.show_slug
LEFT JOIN best AS b ON b.show_slug = w.show_slug
ORDER BY contradicted DESC, w.articles DESC, s.title, w.show_slug;
