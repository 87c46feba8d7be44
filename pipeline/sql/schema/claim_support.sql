-- one row is one claim that no record decides, with what others say who may count for it
CREATE TABLE IF NOT EXISTS base.claim_support (
    claim_id TEXT NOT NULL,
    agree INTEGER NOT NULL,
    disagree INTEGER NOT NULL,
    same_origin INTEGER NOT NULL,
    same_network INTEGER NOT NULL,
    later INTEGER NOT NULL,
    probability DOUBLE
);

COMMENT ON TABLE base.claim_support IS 'One row is one claim that no record decides, with what others say who may count for it. It never contradicts anybody.';
COMMENT ON COLUMN base.claim_support.claim_id IS 'Claim. Key.';
COMMENT ON COLUMN base.claim_support.agree IS 'Independent origins that say the same and may count: of another origin and another network, and not later, unless primary.';
COMMENT ON COLUMN base.claim_support.disagree IS 'Independent origins that may count and give another value.';
COMMENT ON COLUMN base.claim_support.same_origin IS 'Further pages that say the same and do not count: copies of one another.';
COMMENT ON COLUMN base.claim_support.same_network IS 'Further pages that say the same and do not count: of the same site or network.';
COMMENT ON COLUMN base.claim_support.later IS 'Further pages that say the same and do not count: they came later and may have it from here.';
COMMENT ON COLUMN base.claim_support.probability IS 'Probability that it is right by those who count alone, 0 to 1; NULL where nobody else has spoken.';
