-- one row is one claim that no record decides, with what others say who may count for it
CREATE OR REPLACE VIEW claim_support AS
SELECT
    c.claim_id,
    c.article_id,
    a.site,
    a.url,
    c.show_slug,
    c.relation,
    c.object_key,
    u.agree,
    u.disagree,
    u.same_origin,
    u.same_network,
    u.later,
    u.probability
FROM base.claim_support AS u
JOIN base.claims AS c ON c.claim_id = u.claim_id
JOIN base.articles AS a ON a.article_id = c.article_id;

COMMENT ON VIEW claim_support IS 'One row is one claim that no record decides, with what others say who may count for it: other origins, other networks, not later unless primary. It never contradicts anybody.';
COMMENT ON COLUMN claim_support.claim_id IS 'Claim. Key.';
COMMENT ON COLUMN claim_support.article_id IS 'Article that states it.';
COMMENT ON COLUMN claim_support.site IS 'Its site.';
COMMENT ON COLUMN claim_support.url IS 'Its address.';
COMMENT ON COLUMN claim_support.show_slug IS 'Show on record, or the plain title of a work that has no record.';
COMMENT ON COLUMN claim_support.relation IS 'Relation, such as platform.';
COMMENT ON COLUMN claim_support.object_key IS 'What is said: canonical object, JSON.';
COMMENT ON COLUMN claim_support.agree IS 'Independent origins that say the same and may count.';
COMMENT ON COLUMN claim_support.disagree IS 'Independent origins that may count and give another value.';
COMMENT ON COLUMN claim_support.same_origin IS 'Further pages that say the same and do not count: copies of one another.';
COMMENT ON COLUMN claim_support.same_network IS 'Further pages that say the same and do not count: of the same site or network.';
COMMENT ON COLUMN claim_support.later IS 'Further pages that say the same and do not count: they came later and may have it from here.';
COMMENT ON COLUMN claim_support.probability IS 'Probability that it is right by those who count alone, 0 to 1; NULL where nobody else has spoken.';
