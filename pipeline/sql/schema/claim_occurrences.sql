-- one row is one place where one version states a claim
CREATE TABLE IF NOT EXISTS base.claim_occurrences (
    claim_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    modality TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_confidence DOUBLE NOT NULL,
    speaker TEXT,
    pattern TEXT NOT NULL,
    verdict TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    withdrawn_at TIMESTAMP
);

COMMENT ON TABLE base.claim_occurrences IS 'One row is one place where one version states a claim.';
COMMENT ON COLUMN base.claim_occurrences.claim_id IS 'Claim. Key with version_id, paragraph, quote_start, quote_end and modality.';
COMMENT ON COLUMN base.claim_occurrences.version_id IS 'Version.';
COMMENT ON COLUMN base.claim_occurrences.paragraph IS '0 for the title, else the paragraph''s number from 1.';
COMMENT ON COLUMN base.claim_occurrences.quote_start IS 'Offset of the quote''s first character there.';
COMMENT ON COLUMN base.claim_occurrences.quote_end IS 'Offset behind its last character.';
COMMENT ON COLUMN base.claim_occurrences.quote IS 'Verbatim quote.';
COMMENT ON COLUMN base.claim_occurrences.modality IS 'asserted, hedged, question, reported or debunked.';
COMMENT ON COLUMN base.claim_occurrences.subject IS 'How the show was resolved: title, pronoun, about, section or other_work.';
COMMENT ON COLUMN base.claim_occurrences.subject_confidence IS 'Confidence of that, 0 to 1.';
COMMENT ON COLUMN base.claim_occurrences.speaker IS 'Who is quoted or reported; NULL when the article itself speaks.';
COMMENT ON COLUMN base.claim_occurrences.pattern IS 'Pattern that found it.';
COMMENT ON COLUMN base.claim_occurrences.verdict IS 'Verdict at this place alone, as last judged.';
COMMENT ON COLUMN base.claim_occurrences.recorded_at IS 'When first recorded, UTC.';
COMMENT ON COLUMN base.claim_occurrences.withdrawn_at IS 'When a later checker no longer read it here, UTC; NULL while it stands.';
