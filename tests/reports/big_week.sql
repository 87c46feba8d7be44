-- 60 sites, 300 shows; every article states five claims, every fifth claim is contradicted; a third of the articles are copies
INSERT INTO base.sites BY NAME
SELECT 's' || i AS site, 'Site ' || i AS name, 'magazine' AS kind, DATE '{monday}' - 60 AS first_contact FROM range(60) AS t(i);

INSERT INTO base.shows BY NAME
SELECT 'show-' || i AS show_slug, 'Show number ' || i AS title, []::TEXT[] AS also_known_as, 'series' AS format, 2026 AS year,
    DATE '{monday}' AS as_of, []::TEXT[] AS complete, '{}' AS ids, 'r' AS record_version, TIMESTAMP '{monday}' AS recorded_at
FROM range(300) AS t(i);

INSERT INTO base.articles BY NAME
SELECT 'a' || i AS article_id, 's' || i % 60 AS site, 'https://s' || i % 60 || '.example/' || i AS url,
    TIMESTAMP '{monday}' + to_days((i % 7)::INTEGER) AS first_seen, TIMESTAMP '{monday}' + to_days(6) AS last_seen,
    DATE '{monday}' + (i % 7)::INTEGER AS first_day, DATE '{monday}' + 6 AS last_day, false AS baseline, 'feed' AS discovered_by
FROM range({articles}) AS t(i);

INSERT INTO base.article_versions BY NAME
SELECT 'v' || i AS version_id, 'a' || i AS article_id, 'h' || i AS content_hash, 'b' || i AS body_hash, DATE '{monday}' + (i % 7)::INTEGER AS day,
    TIMESTAMP '{monday}' + to_days((i % 7)::INTEGER) AS seen_at, TIMESTAMP '{monday}' + to_days(6) AS last_seen, DATE '{monday}' + 6 AS last_day,
    'The story behind show number ' || i % 300 || ', told once more' AS title, ['A. Writer'] AS authors,
    TIMESTAMP '{monday}' + to_days((i % 7)::INTEGER) AS published, true AS published_has_time, 'en' AS language, 500 AS word_count,
    'article' AS page_type, false AS is_stub, false AS paywalled, []::TEXT[] AS credits, []::TEXT[] AS structured_types
FROM range({articles}) AS t(i);

INSERT INTO base.article_shows BY NAME
SELECT 'v' || i AS version_id, 'show-' || i % 300 AS show_slug, 'main' AS role, 5 AS mentions, 1.0 AS confidence FROM range({articles}) AS t(i);

INSERT INTO base.origins BY NAME
SELECT 'a' || i AS article_id, CASE WHEN i % 3 = 0 AND i >= 300 THEN 'a' || i % 300 ELSE 'a' || i END AS origin_id,
    NOT (i % 3 = 0 AND i >= 300) AS is_first, DATE '{monday}' + (i % 7)::INTEGER AS day
FROM range({articles}) AS t(i);

INSERT INTO base.copies BY NAME
SELECT 'a' || i AS article_id, 'a' || i % 300 AS of_article, 'near' AS kind, 0.9 AS similarity, DATE '{monday}' + (i % 7)::INTEGER AS day
FROM range(300, {articles}) AS t(i) WHERE i % 3 = 0;

INSERT INTO base.scores BY NAME
SELECT 'v' || i AS version_id, TIMESTAMP '{monday}' + to_days((i % 7)::INTEGER) AS recorded_at, DATE '{monday}' + (i % 7)::INTEGER AS day,
    'mixed' AS label, 0.5 AS score, 0.4 AS low, 0.6 AS high, 0.7 AS coverage, 'right' AS core, []::TEXT[] AS reasons, 'rubric' AS rubric_version,
    'c' AS checker_version, 'r' AS record_version
FROM range({articles}) AS t(i);

CREATE TEMP TABLE stated AS
SELECT i, k, 'c' || i || '-' || k AS claim_id, 'show-' || i % 300 AS show_slug, CASE k WHEN 0 THEN 'writer' ELSE 'director' END AS relation,
    CASE k WHEN 0 THEN 'contradicted' ELSE 'supported' END AS verdict, 'Person ' || k || CASE k WHEN 0 THEN i % 7 ELSE 0 END AS person,
    DATE '{monday}' + (i % 7)::INTEGER AS day
FROM range({articles}) AS t(i), range(5) AS u(k);

INSERT INTO base.claims BY NAME
SELECT claim_id, 'f-' || show_slug || relation || person AS falsehood_id, 'a' || i AS article_id, show_slug, relation,
    json_object('value', person) AS object, json_object('value', person) AS object_key, 'affirmed' AS polarity, day AS first_day,
    day::TIMESTAMP AS first_recorded_at
FROM stated;

INSERT INTO base.claim_occurrences BY NAME
SELECT claim_id, 'v' || i AS version_id, k + 1 AS paragraph, 0 AS quote_start, 30 AS quote_end, 'as ' || person || ' had it from the first day' AS quote,
    'asserted' AS modality, 'title' AS subject, 1.0 AS subject_confidence, 'p' AS pattern, verdict, day::TIMESTAMP AS recorded_at
FROM stated;

INSERT INTO base.verdicts BY NAME
SELECT claim_id, day::TIMESTAMP AS recorded_at, day, verdict, 'asserted' AS modality, true AS own_word, 'On record is somebody else.' AS explanation,
    []::TEXT[] AS gates_failed,
    '[{"property": "writer", "value": "Ann Lee", "publisher": "The Register", "url": "https://register.example/", "tier": 1, "read": "2026-10-01"}]' AS evidence,
    'v' || i AS version_id, 'r' AS record_version, 'c' AS checker_version, 'first check' AS reason, claim_id AS content_hash
FROM stated;
