-- warn: a network of so many sites that what ties them is perhaps a service's, or a chain of weak ties
SELECT network_id, site_count, kinds, strong_ties FROM site_networks WHERE site_count > 12;
