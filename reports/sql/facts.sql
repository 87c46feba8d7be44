-- one row is one fact in force about one of the shows asked for, with everybody who vouches for it
SELECT show_slug, property, value, qualifiers, sources
FROM facts_as_of($known_at)
WHERE show_slug IN (SELECT unnest($shows)) AND tier < 4 AND NOT is_quarantined
ORDER BY show_slug, property, tier, value;
