-- one row is one claim of one article with the verdict in force: the latest ruling with a verdict, else the machine's latest
CREATE OR REPLACE MACRO claims_as_of(as_of_day, known_at := TIMESTAMP '9999-12-31') AS TABLE
WITH machine AS (
    SELECT * FROM base.verdicts
    WHERE day <= as_of_day AND recorded_at <= known_at
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY recorded_at DESC, day DESC) = 1
),
known_ruling AS (
    SELECT * FROM base.rulings WHERE day <= as_of_day AND ruled_at <= known_at
),
alias AS (
    SELECT falsehood_id, into_falsehood FROM base.falsehood_aliases WHERE day <= as_of_day
),
ruling_of_claim AS (
    SELECT c.claim_id, r.ruling_id, r.kind, r.verdict, r.reason, r.ruled_by, r.ruled_at
    FROM base.claims AS c JOIN known_ruling AS r ON r.claim_id = c.claim_id
    UNION ALL
    SELECT c.claim_id, r.ruling_id, r.kind, r.verdict, r.reason, r.ruled_by, r.ruled_at
    FROM base.claims AS c JOIN known_ruling AS r ON r.falsehood_id = c.falsehood_id AND r.claim_id IS NULL
    UNION ALL
    SELECT c.claim_id, r.ruling_id, r.kind, r.verdict, r.reason, r.ruled_by, r.ruled_at
    FROM base.claims AS c
    JOIN alias AS l ON l.falsehood_id = c.falsehood_id
    JOIN known_ruling AS r ON r.falsehood_id = l.into_falsehood AND r.claim_id IS NULL
),
ruled AS (
    SELECT * FROM ruling_of_claim
    WHERE verdict IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY ruled_at DESC, ruling_id DESC) = 1
),
held AS (
    SELECT claim_id, kind IN ('hold', 'dispute') AS is_held FROM ruling_of_claim
    WHERE kind IN ('hold', 'dispute', 'release')
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY ruled_at DESC, ruling_id DESC) = 1
),
merged AS (
    SELECT falsehood_id, merge_into FROM known_ruling
    WHERE kind = 'merge' AND merge_into IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY falsehood_id ORDER BY ruled_at DESC, ruling_id DESC) = 1
),
version AS (
    SELECT * FROM article_versions_as_of(as_of_day)
),
first_statement AS (
    SELECT o.claim_id, min(v.version_number) AS version_number, min(v.seen_at) AS seen_at, min(v.day) AS first_day,
        max(v.last_seen) AS last_stated, max(v.last_day) AS last_day
    FROM base.claim_occurrences AS o JOIN version AS v USING (version_id)
    WHERE o.recorded_at <= known_at AND (o.withdrawn_at IS NULL OR o.withdrawn_at > known_at)
    GROUP BY o.claim_id
),
place AS (
    SELECT
        o.*,
        v.is_latest,
        count(*) OVER (PARTITION BY o.claim_id, o.version_id) AS occurrences
    FROM base.claim_occurrences AS o
    JOIN version AS v USING (version_id)
    JOIN machine AS m USING (claim_id)
    WHERE o.recorded_at <= known_at AND (o.withdrawn_at IS NULL OR o.withdrawn_at > known_at)
    QUALIFY row_number() OVER (
        PARTITION BY o.claim_id
        ORDER BY v.last_day DESC, v.version_number DESC, o.verdict = m.verdict DESC, o.modality = m.modality DESC, o.paragraph, o.quote_start
    ) = 1
)
SELECT
    c.claim_id,
    coalesce(g.merge_into, i.merge_into, l.into_falsehood, c.falsehood_id) AS falsehood_id,
    c.article_id,
    p.version_id,
    v.site,
    v.url,
    v.title,
    v.published,
    c.show_slug,
    coalesce(s.title, c.show_slug) AS show_title,
    s.show_slug IS NOT NULL AS is_on_record,
    c.relation,
    c.object,
    c.object_key,
    c.polarity,
    m.modality,
    m.own_word,
    coalesce(r.verdict, m.verdict) AS verdict,
    m.verdict AS machine_verdict,
    r.ruled_by,
    r.reason AS ruling_reason,
    coalesce(h.is_held, false) AS is_held,
    m.explanation,
    m.evidence,
    m.gates_failed,
    left(p.quote, 400) AS quote,
    p.paragraph,
    p.quote_start,
    p.quote_end,
    p.occurrences,
    p.speaker,
    p.subject,
    p.subject_confidence,
    p.pattern,
    p.is_latest AND (a.gone_day IS NULL OR a.gone_day > as_of_day) AS is_live,
    coalesce(n.origin_id, c.article_id) AS origin_id,
    coalesce(n.is_first, true) AS is_origin_first,
    CASE
        WHEN f.version_number > 1 THEN f.seen_at
        ELSE appeared_at(a.first_seen, v.published, v.published_has_time, a.baseline)
    END AS stated_since,
    f.last_stated,
    f.first_day,
    f.last_day,
    m.day AS verdict_day,
    greatest(m.recorded_at, r.ruled_at) AS verdict_recorded_at,
    m.record_version,
    m.checker_version
FROM base.claims AS c
JOIN machine AS m USING (claim_id)
JOIN place AS p USING (claim_id)
JOIN first_statement AS f USING (claim_id)
JOIN version AS v ON v.version_id = p.version_id
JOIN base.articles AS a ON a.article_id = c.article_id
LEFT JOIN base.shows AS s ON s.show_slug = c.show_slug AND s.superseded_at IS NULL
LEFT JOIN base.origins AS n ON n.article_id = c.article_id
LEFT JOIN ruled AS r ON r.claim_id = c.claim_id
LEFT JOIN held AS h ON h.claim_id = c.claim_id
LEFT JOIN merged AS g ON g.falsehood_id = c.falsehood_id
LEFT JOIN alias AS l ON l.falsehood_id = c.falsehood_id
LEFT JOIN merged AS i ON i.falsehood_id = l.into_falsehood
WHERE m.reason <> 'withdrawn';

CREATE OR REPLACE VIEW claims AS SELECT * FROM claims_as_of(DATE '9999-12-31');

COMMENT ON VIEW claims IS 'One row is one claim of one article with the verdict in force: the latest ruling with a verdict, else the machine''s latest.';
COMMENT ON COLUMN claims.claim_id IS 'Key: stable hash of article, show, relation, canonical object and polarity.';
COMMENT ON COLUMN claims.falsehood_id IS 'Stable hash of show, relation, canonical object and polarity, the same for all articles that state it; merged ones share the id of the one they were merged into, and a source told in part (no title, or no author) that of the one told in full.';
COMMENT ON COLUMN claims.article_id IS 'Article.';
COMMENT ON COLUMN claims.version_id IS 'Latest version that states it; the quote is from there.';
COMMENT ON COLUMN claims.site IS 'Slug of the site.';
COMMENT ON COLUMN claims.url IS 'Canonical address within the site.';
COMMENT ON COLUMN claims.title IS 'Headline of that version.';
COMMENT ON COLUMN claims.published IS 'Publication as the page states it, UTC.';
COMMENT ON COLUMN claims.show_slug IS 'Show on record, or the plain title of a work that has no record.';
COMMENT ON COLUMN claims.show_title IS 'Main title of the show.';
COMMENT ON COLUMN claims.is_on_record IS 'True when the show has a record.';
COMMENT ON COLUMN claims.relation IS 'Relation, such as based_on.';
COMMENT ON COLUMN claims.object IS 'Object as first read (JSON with the keys value, author, kind, year, character, real_person, season, degree, region).';
COMMENT ON COLUMN claims.object_key IS 'Canonical object: JSON, keys sorted, values folded.';
COMMENT ON COLUMN claims.polarity IS 'affirmed or negated.';
COMMENT ON COLUMN claims.modality IS 'Modality of the statement that the verdict rests on: asserted, hedged, question, reported or debunked.';
COMMENT ON COLUMN claims.own_word IS 'True when that statement is asserted or hedged by the article itself. Only these count against an article.';
COMMENT ON COLUMN claims.verdict IS 'Verdict in force: an editor''s where there is one, else the machine''s.';
COMMENT ON COLUMN claims.machine_verdict IS 'The machine''s latest verdict.';
COMMENT ON COLUMN claims.ruled_by IS 'Editor whose ruling is in force; NULL without one.';
COMMENT ON COLUMN claims.ruling_reason IS 'The editor''s reason.';
COMMENT ON COLUMN claims.is_held IS 'True while an editor''s hold or a dispute pauses it: not to be printed.';
COMMENT ON COLUMN claims.explanation IS 'One sentence that an editor could paste.';
COMMENT ON COLUMN claims.evidence IS 'JSON list of {property, value, publisher, url, tier, read}.';
COMMENT ON COLUMN claims.gates_failed IS 'Gates that kept it from contradicted.';
COMMENT ON COLUMN claims.quote IS 'Verbatim quote, cut at 400 characters.';
COMMENT ON COLUMN claims.paragraph IS 'Where it stands: 0 for the title, else the paragraph''s number from 1.';
COMMENT ON COLUMN claims.quote_start IS 'Offset of the quote''s first character there.';
COMMENT ON COLUMN claims.quote_end IS 'Offset behind its last character.';
COMMENT ON COLUMN claims.occurrences IS 'Places in that version that state it.';
COMMENT ON COLUMN claims.speaker IS 'Who is quoted or reported; NULL when the article itself speaks.';
COMMENT ON COLUMN claims.subject IS 'How the show was resolved: title, pronoun, about, section or other_work.';
COMMENT ON COLUMN claims.subject_confidence IS 'Confidence of that, 0 to 1.';
COMMENT ON COLUMN claims.pattern IS 'Pattern that found it.';
COMMENT ON COLUMN claims.is_live IS 'True when the article''s latest version still states it and the page is there.';
COMMENT ON COLUMN claims.origin_id IS 'Origin of the article.';
COMMENT ON COLUMN claims.is_origin_first IS 'True when the article is the first of its origin.';
COMMENT ON COLUMN claims.stated_since IS 'When it was first stated there: publication or first observation, whichever is earlier; the observation where a later version brought it. UTC.';
COMMENT ON COLUMN claims.last_stated IS 'Last observation of a version that states it, UTC.';
COMMENT ON COLUMN claims.first_day IS 'Day (partition) whose article first stated it.';
COMMENT ON COLUMN claims.last_day IS 'Last day (partition) on which the page stated it.';
COMMENT ON COLUMN claims.verdict_day IS 'Day (partition) of the run that recorded the machine''s verdict.';
COMMENT ON COLUMN claims.verdict_recorded_at IS 'When the verdict in force was recorded, UTC.';
COMMENT ON COLUMN claims.record_version IS 'Record book it was judged by.';
COMMENT ON COLUMN claims.checker_version IS 'Checker that judged it.';
