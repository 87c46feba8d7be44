-- fail: a version of the day that says something and was not checked
SELECT v.version_id, v.article_id, v.title
FROM base.article_versions AS v
ANTI JOIN base.checks AS c ON c.version_id = v.version_id
WHERE v.day = $day AND NOT v.is_stub;
