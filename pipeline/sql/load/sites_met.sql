-- a site that no file was loaded for still gets its row, and every site the first day that brought something of it
MERGE INTO base.sites AS s
USING (SELECT DISTINCT site FROM incoming WHERE role = 'article') AS i ON s.site = i.site
WHEN MATCHED THEN UPDATE SET first_contact = least(s.first_contact, $day)
WHEN NOT MATCHED THEN INSERT (site, name, first_contact) VALUES (i.site, i.site, $day);
