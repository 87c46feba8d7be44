-- the placed articles in, merged origins renamed, and the first member of every origin that changed told anew
INSERT INTO base.origins BY NAME
SELECT g.article_id, g.origin_id, false AS is_first, u.day
FROM given_origin AS g JOIN unplaced AS u ON u.article_id = g.article_id;

UPDATE base.origins AS o
SET origin_id = m.into_origin
FROM given_merge AS m
WHERE o.origin_id = m.origin_id;

UPDATE base.origins AS o
SET is_first = (o.article_id = f.first_article)
FROM (
    SELECT n.origin_id, min_by(n.article_id, (p.appeared, n.article_id)) AS first_article
    FROM base.origins AS n
    JOIN appearance AS p ON p.article_id = n.article_id
    WHERE n.origin_id IN (SELECT origin_id FROM given_origin UNION SELECT into_origin FROM given_merge)
    GROUP BY n.origin_id
) AS f
WHERE o.origin_id = f.origin_id AND o.is_first <> (o.article_id = f.first_article);
