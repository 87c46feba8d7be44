-- one row is one verdict on one claim; a row is added only when its content changes
CREATE TABLE IF NOT EXISTS base.verdicts (
    claim_id TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    day DATE NOT NULL,
    verdict TEXT NOT NULL,
    modality TEXT NOT NULL,
    own_word BOOLEAN NOT NULL,
    explanation TEXT NOT NULL,
    gates_failed TEXT[] NOT NULL,
    evidence JSON NOT NULL,
    version_id TEXT,
    record_version TEXT NOT NULL,
    checker_version TEXT NOT NULL,
    reason TEXT NOT NULL,
    content_hash TEXT NOT NULL
);

COMMENT ON TABLE base.verdicts IS 'One row is one verdict on one claim; a row is added only when its content changes.';
COMMENT ON COLUMN base.verdicts.claim_id IS 'Claim. Key with recorded_at.';
COMMENT ON COLUMN base.verdicts.recorded_at IS 'When it was recorded, UTC.';
COMMENT ON COLUMN base.verdicts.day IS 'Day (partition) of the run that recorded it.';
COMMENT ON COLUMN base.verdicts.verdict IS 'supported, contradicted, conflicts_with_record, minor_discrepancy, unverifiable or not_a_claim.';
COMMENT ON COLUMN base.verdicts.modality IS 'Modality of the statement that the verdict rests on.';
COMMENT ON COLUMN base.verdicts.own_word IS 'True when that statement is asserted or hedged by the article itself.';
COMMENT ON COLUMN base.verdicts.explanation IS 'One sentence that an editor could paste.';
COMMENT ON COLUMN base.verdicts.gates_failed IS 'Gates that kept it from contradicted.';
COMMENT ON COLUMN base.verdicts.evidence IS 'List of {property, value, publisher, url, tier, read}.';
COMMENT ON COLUMN base.verdicts.version_id IS 'Version in which this verdict was reached; NULL for a withdrawal.';
COMMENT ON COLUMN base.verdicts.record_version IS 'Record book it was judged by.';
COMMENT ON COLUMN base.verdicts.checker_version IS 'Checker that judged it.';
COMMENT ON COLUMN base.verdicts.reason IS 'Why the row was added: first check, text changed, record changed, checker changed, quarantine, ruling or withdrawn.';
COMMENT ON COLUMN base.verdicts.content_hash IS 'Hash of verdict, modality, explanation, gates and evidence.';
