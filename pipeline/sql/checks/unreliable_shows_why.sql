-- fail: an article labelled unreliable without a claim against the record in its own word
SELECT article_id, version_id, url, label, score
FROM articles_as_of($day)
WHERE label = 'unreliable' AND contradicted + conflicting = 0
    AND version_id NOT IN (SELECT version_id FROM claims_as_of($day) WHERE ruled_by IS NOT NULL);
