-- fail: a quote of the day's versions, or of the latest run, that does not stand where it is said to stand
SELECT o.claim_id, o.version_id, o.paragraph, o.quote_start, o.quote_end, left(o.quote, 200) AS quote
FROM base.claim_occurrences AS o
JOIN base.article_versions AS v ON v.version_id = o.version_id
JOIN base.article_texts AS t ON t.version_id = o.version_id
WHERE o.withdrawn_at IS NULL
    AND (v.day = $day OR o.recorded_at = (SELECT max(recorded_at) FROM base.claim_occurrences))
    AND substring(
        CASE WHEN o.paragraph = 0 THEN v.title ELSE t.paragraphs[o.paragraph]['text'] END,
        o.quote_start + 1,
        o.quote_end - o.quote_start
    ) IS DISTINCT FROM o.quote
ORDER BY o.claim_id, o.paragraph, o.quote_start;
