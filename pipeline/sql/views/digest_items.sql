-- one row is one item printed in one weekly issue
CREATE OR REPLACE VIEW digest_items AS
SELECT
    week,
    position,
    item_id,
    kind,
    falsehood_id,
    headline,
    articles,
    origins,
    printed_at,
    row_number() OVER (PARTITION BY falsehood_id ORDER BY week, position) > 1 AND falsehood_id IS NOT NULL AS is_update
FROM base.digest_items;

COMMENT ON VIEW digest_items IS 'One row is one item printed in one weekly issue.';
COMMENT ON COLUMN digest_items.week IS 'ISO week of the issue. Key with position.';
COMMENT ON COLUMN digest_items.position IS 'Place in the issue, from 1.';
COMMENT ON COLUMN digest_items.item_id IS 'Permanent anchor of the item.';
COMMENT ON COLUMN digest_items.kind IS 'falsehood, correction or another kind of item.';
COMMENT ON COLUMN digest_items.falsehood_id IS 'Falsehood it is about; NULL for other kinds.';
COMMENT ON COLUMN digest_items.headline IS 'Headline as printed.';
COMMENT ON COLUMN digest_items.articles IS 'Articles counted in it.';
COMMENT ON COLUMN digest_items.origins IS 'Origins counted in it.';
COMMENT ON COLUMN digest_items.printed_at IS 'When the issue was released, UTC.';
COMMENT ON COLUMN digest_items.is_update IS 'True when an earlier issue had the same falsehood.';
