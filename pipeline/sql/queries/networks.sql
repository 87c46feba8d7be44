-- one row is one network of sites, or one pair that has something in common and too little of it ($all)
SELECT t.is_one_hand, t.site, t.other_site, t.kind, t.weight, t.evidence, t.url, t.other_url, t.day
FROM site_ties AS t
WHERE t.is_one_hand OR $all
ORDER BY t.is_one_hand DESC, t.site, t.other_site, t.weight = 'strong' DESC, t.kind, t."value";
