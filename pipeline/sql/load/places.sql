-- one row is one claim that the given versions stated before
CREATE OR REPLACE TEMP TABLE stated_before AS
SELECT DISTINCT o.claim_id FROM base.claim_occurrences AS o SEMI JOIN given_version AS g ON g.version_id = o.version_id;

-- places that are no longer read are withdrawn
UPDATE base.claim_occurrences AS o
SET withdrawn_at = $recorded_at
WHERE o.withdrawn_at IS NULL
    AND o.version_id IN (SELECT version_id FROM given_version)
    AND NOT EXISTS (
        SELECT 1 FROM given_place AS n
        WHERE n.claim_id = o.claim_id AND n.version_id = o.version_id AND n.paragraph = o.paragraph
            AND n.quote_start = o.quote_start AND n.quote_end = o.quote_end AND n.modality = o.modality
    );

-- places read now, each known by claim, version, paragraph, offsets and modality
MERGE INTO base.claim_occurrences AS o
USING given_place AS n
ON n.claim_id = o.claim_id AND n.version_id = o.version_id AND n.paragraph = o.paragraph
    AND n.quote_start = o.quote_start AND n.quote_end = o.quote_end AND n.modality = o.modality
WHEN MATCHED THEN UPDATE SET
    quote = n.quote, subject = n.subject, subject_confidence = n.subject_confidence, speaker = n.speaker, pattern = n.pattern,
    verdict = n.verdict, withdrawn_at = NULL
WHEN NOT MATCHED THEN INSERT (
    claim_id, version_id, paragraph, quote_start, quote_end, quote, modality, subject, subject_confidence, speaker, pattern, verdict,
    recorded_at, withdrawn_at
) VALUES (
    n.claim_id, n.version_id, n.paragraph, n.quote_start, n.quote_end, n.quote, n.modality, n.subject, n.subject_confidence, n.speaker,
    n.pattern, n.verdict, $recorded_at, NULL
);
