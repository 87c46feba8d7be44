-- one row is one network of sites
SELECT network_id, sites, since, articles FROM site_networks ORDER BY network_id;
