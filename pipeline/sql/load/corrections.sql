-- the corrections of the given versions' articles anew: a claim against the record that one version states and the next does not
--
-- The next version must have been checked and say something; the old quote must be gone from its text, and none of its own claims of the
-- same kind may share a value with the old one, so that a rephrased falsehood is no correction.
CREATE OR REPLACE TEMP TABLE corrected_article AS
SELECT DISTINCT v.article_id
FROM base.article_versions AS v SEMI JOIN given_version AS g ON g.version_id = v.version_id;

DELETE FROM base.corrections WHERE article_id IN (SELECT article_id FROM corrected_article);

INSERT INTO base.corrections BY NAME
WITH version AS (
    SELECT v.*, lead(v.version_id) OVER (PARTITION BY v.article_id ORDER BY v.seen_at, v.version_id) AS next_version
    FROM base.article_versions AS v
    SEMI JOIN corrected_article AS a ON a.article_id = v.article_id
    WHERE NOT v.is_stub
),
against AS (
    SELECT DISTINCT o.claim_id, o.version_id, c.show_slug, c.relation, json_extract_string(c.object_key, '$.*') AS object_values
    FROM base.claim_occurrences AS o
    JOIN base.claims AS c USING (claim_id)
    SEMI JOIN version AS v ON v.version_id = o.version_id
    WHERE o.withdrawn_at IS NULL AND o.verdict IN ('contradicted', 'conflicts_with_record')
),
gone AS (
    SELECT g.claim_id, g.show_slug, g.relation, g.object_values, v.article_id, v.version_id AS from_version, v.next_version AS to_version,
        v.last_seen AS stated_until
    FROM against AS g
    JOIN version AS v ON v.version_id = g.version_id
    WHERE v.next_version IS NOT NULL
        AND v.next_version IN (SELECT version_id FROM base.checks)
        AND NOT EXISTS (
            SELECT 1 FROM base.claim_occurrences AS o
            WHERE o.claim_id = g.claim_id AND o.version_id = v.next_version AND o.withdrawn_at IS NULL
        )
),
rephrased AS (
    SELECT g.claim_id, g.to_version
    FROM gone AS g
    JOIN against AS n ON n.version_id = g.to_version AND n.show_slug = g.show_slug AND n.relation = g.relation
    WHERE list_has_any(n.object_values, g.object_values)
),
still_there AS (
    SELECT g.claim_id, g.to_version
    FROM gone AS g
    JOIN base.claim_occurrences AS o ON o.claim_id = g.claim_id AND o.version_id = g.from_version
    JOIN base.article_texts AS t ON t.version_id = g.to_version
    JOIN base.article_versions AS v ON v.version_id = g.to_version
    WHERE contains(coalesce(v.title, ''), o.quote)
        OR list_bool_or(list_transform(t.paragraphs, lambda p : contains(p['text'], o.quote)))
)
SELECT
    g.claim_id,
    g.article_id,
    g.from_version,
    g.to_version,
    v.day,
    g.stated_until,
    v.seen_at AS corrected_at,
    CASE WHEN v.correction_notice IS NULL OR v.correction_notice = f.correction_notice THEN 'quiet' ELSE 'notice' END AS kind,
    nullif(v.correction_notice, f.correction_notice) AS notice
FROM gone AS g
JOIN base.article_versions AS v ON v.version_id = g.to_version
JOIN base.article_versions AS f ON f.version_id = g.from_version
ANTI JOIN rephrased AS r ON r.claim_id = g.claim_id AND r.to_version = g.to_version
ANTI JOIN still_there AS s ON s.claim_id = g.claim_id AND s.to_version = g.to_version;
