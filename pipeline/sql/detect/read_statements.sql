-- one row is one article's own statement on a place that one value fills
SELECT
    c.claim_id,
    c.show_slug,
    c.relation,
    coalesce(c.object_key ->> 'character', c.object_key ->> 'season', '') AS place,
    coalesce(c.object_key ->> 'value', c.object_key ->> 'author') AS "value",
    c.site,
    s.kind AS site_kind,
    s.home AS site_home,
    c.origin_id,
    n.network_id,
    c.stated_since,
    c.verdict IN ('supported', 'contradicted', 'minor_discrepancy', 'conflicts_with_record') AS is_decided
FROM claims AS c
LEFT JOIN base.sites AS s ON s.site = c.site
LEFT JOIN network_members_as_of(DATE '9999-12-31') AS n ON n.site = c.site
WHERE c.own_word AND c.polarity = 'affirmed' AND c.modality = 'asserted'
    AND coalesce(c.object_key ->> 'value', c.object_key ->> 'author') IS NOT NULL
    AND (
        c.relation IN ('platform', 'premiere_date', 'episode_count', 'season_count', 'setting_place', 'setting_time', 'based_on', 'story_basis')
        OR c.relation = 'cast_member' AND (c.object_key ->> 'character') IS NOT NULL
    )
ORDER BY c.claim_id;
