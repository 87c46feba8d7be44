-- one row is one version of the day that is still to be checked
SELECT v.version_id
FROM base.article_versions AS v
LEFT JOIN base.checks AS c ON c.version_id = v.version_id
WHERE v.day = $day AND NOT v.is_stub
    AND (
        c.version_id IS NULL
        OR ($checker_version IS NOT NULL AND c.checker_version <> $checker_version)
        OR ($record_version IS NOT NULL AND c.record_version <> $record_version)
    )
ORDER BY v.article_id, v.seen_at, v.version_id;
