-- one row is one checkable value that an article replaced by another this week, other than a false one (those are corrections)
--
-- Two successive whole versions, both checked; one value of a relation gone, one come, about the same season, region and role: anything
-- less clear is a rewritten text, not an edit. Values that turned false come first, then those that the record now bears out.
WITH version AS (
    SELECT *, lead(version_id) OVER (PARTITION BY article_id ORDER BY version_number) AS next_version
    FROM article_versions_as_of($sunday)
    WHERE NOT is_stub AND version_id IN (SELECT version_id FROM base.checks)
),
pair AS (
    SELECT
        f.article_id, f.version_id AS from_version, t.version_id AS to_version, f.last_seen AS stated_until, t.seen_at AS changed_at, t.title,
        CASE WHEN t.correction_notice IS DISTINCT FROM f.correction_notice THEN t.correction_notice END AS notice
    FROM version AS f
    JOIN version AS t ON t.version_id = f.next_version
    WHERE t.day BETWEEN $monday AND $sunday
),
stated AS (
    SELECT
        o.version_id, o.claim_id, c.show_slug, c.relation,
        min_by(o.quote, (o.paragraph, o.quote_start)) AS quote,
        bool_or(o.modality IN ('asserted', 'hedged')) AS own_word
    FROM base.claim_occurrences AS o
    JOIN base.claims AS c USING (claim_id)
    WHERE c.polarity = 'affirmed' AND o.recorded_at <= $known_at AND (o.withdrawn_at IS NULL OR o.withdrawn_at > $known_at)
        AND (o.version_id IN (SELECT from_version FROM pair) OR o.version_id IN (SELECT to_version FROM pair))
    GROUP BY ALL
),
gone AS (
    SELECT p.*, s.claim_id, s.show_slug, s.relation, s.quote, s.own_word
    FROM pair AS p
    JOIN stated AS s ON s.version_id = p.from_version
    WHERE NOT EXISTS (SELECT 1 FROM stated AS n WHERE n.version_id = p.to_version AND n.claim_id = s.claim_id)
),
come AS (
    SELECT p.to_version, s.claim_id, s.show_slug, s.relation, s.quote, s.own_word
    FROM pair AS p
    JOIN stated AS s ON s.version_id = p.to_version
    WHERE NOT EXISTS (SELECT 1 FROM stated AS n WHERE n.version_id = p.from_version AND n.claim_id = s.claim_id)
),
edit AS (
    SELECT g.*, n.claim_id AS new_claim, n.quote AS new_quote
    FROM gone AS g
    JOIN come AS n ON n.to_version = g.to_version AND n.show_slug = g.show_slug AND n.relation = g.relation
    WHERE g.own_word AND n.own_word AND g.quote <> n.quote
    QUALIFY count(*) OVER (PARTITION BY g.to_version, g.show_slug, g.relation) = 1
),
-- The value stays as far as it was read, and one word of its sentence is another: "directed six" became "directed four".
reworded AS (
    SELECT p.*, s.claim_id, s.show_slug, s.relation, s.quote, s.own_word, n.claim_id AS new_claim, n.quote AS new_quote
    FROM pair AS p
    JOIN stated AS s ON s.version_id = p.from_version
    JOIN stated AS n ON n.version_id = p.to_version AND n.claim_id = s.claim_id
    WHERE s.own_word AND n.own_word AND len(string_split(s.quote, ' ')) = len(string_split(n.quote, ' '))
        AND len(list_filter(
            list_zip(string_split(s.quote, ' '), string_split(n.quote, ' ')), lambda w : lower(w[1]) <> lower(w[2])
        )) = 1
)
SELECT
    e.article_id, a.site, a.site_name, a.url, coalesce(e.title, a.title) AS title, was.show_slug, was.show_title, e.relation,
    was.object AS old_object, now.object AS new_object, e.quote AS old_quote, e.new_quote, now.verdict, now.evidence, e.notice,
    e.stated_until, e.changed_at
FROM (SELECT * FROM edit UNION ALL BY NAME SELECT * FROM reworded) AS e
JOIN week_claim AS was ON was.claim_id = e.claim_id
JOIN week_claim AS now ON now.claim_id = e.new_claim
JOIN week_article AS a ON a.article_id = e.article_id
WHERE was.is_on_record AND NOT was.is_held AND NOT now.is_held
    AND (was.object ->> '$.season') IS NOT DISTINCT FROM (now.object ->> '$.season')
    AND (was.object ->> '$.region') IS NOT DISTINCT FROM (now.object ->> '$.region')
    AND (e.relation <> 'cast_member' OR (was.object ->> '$.character') IS NOT DISTINCT FROM (now.object ->> '$.character'))
    AND NOT EXISTS (
        SELECT 1 FROM week_correction AS k WHERE k.claim_id = e.claim_id AND k.to_version = e.to_version
    )
ORDER BY
    CASE now.verdict WHEN 'contradicted' THEN 0 WHEN 'conflicts_with_record' THEN 1 WHEN 'supported' THEN 2 ELSE 3 END,
    e.changed_at, e.article_id, e.relation;
