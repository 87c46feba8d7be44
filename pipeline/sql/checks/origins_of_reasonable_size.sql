-- warn: an origin that has more than two hundred members or more than one on most of its sites: perhaps a stub
SELECT o.origin_id, count(*) AS members, count(DISTINCT a.site) AS sites
FROM base.origins AS o JOIN base.articles AS a USING (article_id)
GROUP BY o.origin_id
HAVING count(*) > 200 OR count(*) > 3 * count(DISTINCT a.site) AND count(*) > 10;
