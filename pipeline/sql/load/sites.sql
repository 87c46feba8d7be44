-- the sites as their files say now; first_contact is the warehouse's own and stays
MERGE INTO base.sites AS s
USING given_site AS n ON s.site = n.site
WHEN MATCHED THEN UPDATE SET
    name = n.name, home = n.home, language = n.language, kind = n.kind, why = n.why, retired = n.retired,
    articles_min = n.articles_min, articles_max = n.articles_max
WHEN NOT MATCHED THEN INSERT (site, name, home, language, kind, why, retired, articles_min, articles_max)
    VALUES (n.site, n.name, n.home, n.language, n.kind, n.why, n.retired, n.articles_min, n.articles_max);
