-- one row is one work that this week's headlines call a true story, or ask about, and that nobody put on the list
WITH headline AS (
    SELECT article_id, site, site_name, title, url, coalesce(published, first_seen) AS appeared
    FROM week_article
    WHERE new_this_week AND show_slug IS NULL AND NOT is_stub AND title IS NOT NULL
),
asked AS (
    SELECT *, coalesce(
        nullif(regexp_extract(title, '(?i)^is (?:netflix''s |hulu''s |the )?["“''‘]?(.{2,60}?)["”''’]? (?:based on )?a true story', 1), ''),
        nullif(regexp_extract(title, '(?i)the (?:real|true) (?:life )?story behind (?:netflix''s |hulu''s )?["“''‘]?(.{2,60}?)["”''’]?(?:[:?|,–—]| - |$)', 1), ''),
        nullif(regexp_extract(title, '(?i)the (?:real|true) (?:life )?story of [“"‘](.{2,60}?)[”"’]', 1), ''),
        nullif(regexp_extract(title, '(?i)¿?está ["“''‘«]?(.{2,60}?)["”''’»]? basad[ao] en', 1), ''),
        nullif(regexp_extract(title, '(?i)^¿?["“''‘«]?(.{2,60}?)["”''’»]? está basad[ao] en', 1), ''),
        nullif(regexp_extract(title, '(?i)la historia real (?:detrás|tras) (?:de )?["“''‘«]?(.{2,60}?)["”''’»]?(?:[:?|,–—]| - |$)', 1), '')
    ) AS work
    FROM headline
),
called AS (
    SELECT article_id, site, site_name, title, url, appeared, work FROM asked
    WHERE work IS NOT NULL
        AND NOT regexp_matches(work, '(?i)^(?:your|this|that|these|those|it|there|how|why|what|the (?:show|series|film|movie))\b')
    UNION
    SELECT a.article_id, a.site, a.site_name, a.title, a.url, coalesce(a.published, a.first_seen), c.show_slug
    FROM week_claim AS c
    JOIN week_article AS a USING (article_id)
    WHERE a.new_this_week AND NOT c.is_on_record AND NOT c.is_held AND c.polarity = 'affirmed'
        AND c.relation = 'story_basis' AND (c.object ->> 'value') IN ('true story', 'inspired by real events')
),
known AS (
    SELECT lower(strip_accents(unnest(list_concat([title, original_title], also_known_as)))) AS name FROM base.shows
)
SELECT
    min_by(work, (appeared, article_id)) AS work,
    count(DISTINCT article_id) AS articles,
    list_sort(list_distinct(list(site_name))) AS sites,
    min_by(title, (appeared, article_id)) AS example_title,
    min_by(url, (appeared, article_id)) AS example_url
FROM called
WHERE lower(strip_accents(work)) NOT IN (SELECT name FROM known WHERE name IS NOT NULL)
GROUP BY lower(strip_accents(work))
ORDER BY articles DESC, lower(strip_accents(min(work)));
