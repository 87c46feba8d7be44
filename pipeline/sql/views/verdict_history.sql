-- one row is one verdict that a claim got, by the machine or by an editor
CREATE OR REPLACE VIEW verdict_history AS
SELECT
    v.claim_id,
    c.falsehood_id,
    c.article_id,
    c.show_slug,
    c.relation,
    v.recorded_at,
    v.day,
    'machine' AS decided_by,
    v.verdict,
    lag(v.verdict) OVER (PARTITION BY v.claim_id ORDER BY v.recorded_at) AS verdict_before,
    v.own_word,
    v.explanation,
    v.gates_failed,
    v.evidence,
    v.reason,
    v.record_version,
    v.checker_version
FROM base.verdicts AS v JOIN base.claims AS c USING (claim_id)
UNION ALL BY NAME
SELECT
    c.claim_id,
    c.falsehood_id,
    c.article_id,
    c.show_slug,
    c.relation,
    r.ruled_at AS recorded_at,
    r.day,
    r.ruled_by AS decided_by,
    r.verdict,
    r.reason AS explanation,
    'ruling' AS reason
FROM base.rulings AS r
JOIN (
    SELECT claim_id AS target, * FROM base.claims
    UNION ALL
    SELECT falsehood_id AS target, * FROM base.claims
) AS c ON c.target = coalesce(r.claim_id, r.falsehood_id)
WHERE r.verdict IS NOT NULL;

COMMENT ON VIEW verdict_history IS 'One row is one verdict that a claim got, by the machine or by an editor.';
COMMENT ON COLUMN verdict_history.claim_id IS 'Claim. Key with recorded_at and decided_by.';
COMMENT ON COLUMN verdict_history.falsehood_id IS 'What is claimed, whoever states it.';
COMMENT ON COLUMN verdict_history.article_id IS 'Article.';
COMMENT ON COLUMN verdict_history.show_slug IS 'Show.';
COMMENT ON COLUMN verdict_history.relation IS 'Relation.';
COMMENT ON COLUMN verdict_history.recorded_at IS 'When it was recorded or ruled, UTC.';
COMMENT ON COLUMN verdict_history.day IS 'Day (partition) of the run that recorded it, or of the ruling.';
COMMENT ON COLUMN verdict_history.decided_by IS 'machine, or the editor.';
COMMENT ON COLUMN verdict_history.verdict IS 'The verdict.';
COMMENT ON COLUMN verdict_history.verdict_before IS 'The machine''s verdict before; NULL for the first one and for rulings.';
COMMENT ON COLUMN verdict_history.own_word IS 'True when the article itself states the claim; NULL for rulings.';
COMMENT ON COLUMN verdict_history.explanation IS 'The machine''s explanation or the editor''s reason.';
COMMENT ON COLUMN verdict_history.gates_failed IS 'Gates that kept it from contradicted; NULL for rulings.';
COMMENT ON COLUMN verdict_history.evidence IS 'JSON list of {property, value, publisher, url, tier, read}; NULL for rulings.';
COMMENT ON COLUMN verdict_history.reason IS 'Why there is a new row: first check, text changed, record changed, checker changed, quarantine, ruling or withdrawn.';
COMMENT ON COLUMN verdict_history.record_version IS 'Record book it was judged by; NULL for rulings.';
COMMENT ON COLUMN verdict_history.checker_version IS 'Checker that judged it; NULL for rulings.';
