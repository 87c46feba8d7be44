-- one row is one site with its home and the homes of its network's sites
SELECT s.home, list(DISTINCT coalesce(o.home, s.home)) AS homes
FROM base.sites AS s
LEFT JOIN network_members_as_of(DATE '9999-12-31') AS m ON m.site = s.site
LEFT JOIN network_members_as_of(DATE '9999-12-31') AS n ON n.network_id = m.network_id
LEFT JOIN base.sites AS o ON o.site = n.site
WHERE s.home IS NOT NULL
GROUP BY s.home
ORDER BY s.home;
