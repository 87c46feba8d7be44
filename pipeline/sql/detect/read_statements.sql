-- one row is one article's own statement on a place that one value fills
SELECT
    show_slug,
    relation,
    coalesce(object_key ->> 'character', object_key ->> 'season', '') AS place,
    coalesce(object_key ->> 'value', object_key ->> 'author') AS "value",
    site,
    origin_id,
    stated_since,
    verdict IN ('supported', 'contradicted', 'minor_discrepancy', 'conflicts_with_record') AS is_decided
FROM claims
WHERE own_word AND polarity = 'affirmed' AND modality = 'asserted'
    AND coalesce(object_key ->> 'value', object_key ->> 'author') IS NOT NULL
    AND (
        relation IN ('platform', 'premiere_date', 'episode_count', 'season_count', 'setting_place', 'setting_time', 'based_on', 'story_basis')
        OR relation = 'cast_member' AND (object_key ->> 'character') IS NOT NULL
    )
ORDER BY claim_id;
