-- one row is one origin: an article with all its copies, and what it got wrong
CREATE OR REPLACE MACRO origins_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE
WITH member AS (
    SELECT o.origin_id, o.article_id, o.is_first, a.site, a.url, a.first_seen, v.title
    FROM base.origins AS o
    JOIN base.articles AS a USING (article_id)
    JOIN (
        SELECT article_id, title FROM base.article_versions
        WHERE day <= as_of_day
        QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY seen_at, version_id) = 1
    ) AS v USING (article_id)
    WHERE o.day <= as_of_day
),
link AS (
    SELECT o.origin_id, list_sort(list_distinct(list(k.kind))) AS kinds
    FROM base.copies AS k JOIN base.origins AS o USING (article_id)
    WHERE k.day <= as_of_day
    GROUP BY o.origin_id
),
wrong AS (
    SELECT
        origin_id,
        count(DISTINCT falsehood_id) AS falsehoods,
        list(DISTINCT {'falsehood_id': falsehood_id, 'show_slug': show_slug, 'relation': relation, 'object_key': object_key}) AS what
    FROM claims_as_of(as_of_day, known_at := known_at)
    WHERE verdict = 'contradicted' AND own_word
    GROUP BY origin_id
)
SELECT
    m.origin_id,
    count(*) AS articles,
    count(DISTINCT m.site) AS sites,
    coalesce(min_by(m.article_id, (NOT m.is_first, m.first_seen, m.article_id)), m.origin_id) AS first_article_id,
    min_by(m.site, (NOT m.is_first, m.first_seen, m.article_id)) AS first_site,
    min_by(m.url, (NOT m.is_first, m.first_seen, m.article_id)) AS first_url,
    min_by(m.title, (NOT m.is_first, m.first_seen, m.article_id)) AS first_title,
    coalesce(any_value(l.kinds), []) AS link_kinds,
    coalesce(any_value(w.falsehoods), 0) AS falsehoods,
    to_json(list_sort(coalesce(any_value(w.what), []))) AS wrong
FROM member AS m
LEFT JOIN link AS l USING (origin_id)
LEFT JOIN wrong AS w USING (origin_id)
GROUP BY m.origin_id;

CREATE OR REPLACE VIEW origins AS SELECT * FROM origins_as_of(DATE '9999-12-31');

COMMENT ON VIEW origins IS 'One row is one origin: an article with all its copies, and what it got wrong.';
COMMENT ON COLUMN origins.origin_id IS 'Key: the article_id of the member that founded it; stays when members join.';
COMMENT ON COLUMN origins.articles IS 'Members.';
COMMENT ON COLUMN origins.sites IS 'Sites among them.';
COMMENT ON COLUMN origins.first_article_id IS 'First member by publication and first observation.';
COMMENT ON COLUMN origins.first_site IS 'Its site.';
COMMENT ON COLUMN origins.first_url IS 'Its address.';
COMMENT ON COLUMN origins.first_title IS 'Its headline, as first seen.';
COMMENT ON COLUMN origins.link_kinds IS 'Kinds of link that hold it together; empty for a lone article.';
COMMENT ON COLUMN origins.falsehoods IS 'False statements that its members make in their own word.';
COMMENT ON COLUMN origins.wrong IS 'These: JSON list of {falsehood_id, show_slug, relation, object_key}.';
