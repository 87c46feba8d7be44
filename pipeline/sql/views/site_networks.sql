-- one row is one site's network; a site without ties is none
CREATE OR REPLACE MACRO network_members_as_of(as_of_day) AS TABLE
WITH RECURSIVE pair AS (
    SELECT DISTINCT site, other_site FROM site_ties_as_of(as_of_day) WHERE is_one_hand
),
edge AS (
    SELECT site, other_site FROM pair
    UNION
    SELECT other_site AS site, site AS other_site FROM pair
    UNION
    SELECT site, site AS other_site FROM pair
    UNION
    SELECT other_site AS site, other_site FROM pair
),
reach AS (
    SELECT site, other_site FROM edge
    UNION
    SELECT r.site, e.other_site FROM reach AS r JOIN edge AS e ON e.site = r.other_site
)
SELECT site, min(other_site) AS network_id FROM reach GROUP BY site;

-- one row is one network of sites that one hand seems to run, with what ties them
CREATE OR REPLACE MACRO site_networks_as_of(as_of_day) AS TABLE
WITH member AS (
    SELECT * FROM network_members_as_of(as_of_day)
),
tie AS (
    SELECT m.network_id, t.*
    FROM site_ties_as_of(as_of_day) AS t JOIN member AS m ON m.site = t.site
    WHERE t.is_one_hand
)
SELECT
    m.network_id,
    m.sites,
    m.site_count,
    t.kinds,
    t.strong_ties,
    t.since,
    coalesce(c.articles, 0) AS articles,
    t.ties
FROM (
    SELECT network_id, list(site ORDER BY site) AS sites, count(*) AS site_count FROM member GROUP BY network_id
) AS m
JOIN (
    SELECT
        network_id,
        list_sort(list_distinct(list(kind))) AS kinds,
        count(*) FILTER (WHERE weight = 'strong') AS strong_ties,
        min(day) AS since,
        to_json(list(
            {'site': site, 'other_site': other_site, 'kind': kind, 'value': "value", 'weight': weight, 'evidence': evidence, 'url': url,
             'other_url': other_url, 'day': day}
            ORDER BY site, other_site, weight = 'strong' DESC, kind, "value"
        )) AS ties
    FROM tie
    GROUP BY network_id
) AS t USING (network_id)
LEFT JOIN (
    SELECT m.network_id, count(*) AS articles
    FROM base.articles AS a JOIN member AS m ON m.site = a.site
    WHERE a.first_day <= as_of_day
    GROUP BY m.network_id
) AS c USING (network_id);

CREATE OR REPLACE VIEW site_networks AS SELECT * FROM site_networks_as_of(DATE '9999-12-31');

COMMENT ON VIEW site_networks IS 'One row is one network of sites that one hand seems to run, with what ties them. It counts as one source; it says nothing of their truth.';
COMMENT ON COLUMN site_networks.network_id IS 'Key: slug of the member that comes first in the alphabet.';
COMMENT ON COLUMN site_networks.sites IS 'Slugs of the members.';
COMMENT ON COLUMN site_networks.site_count IS 'How many.';
COMMENT ON COLUMN site_networks.kinds IS 'Kinds of ties that hold it together.';
COMMENT ON COLUMN site_networks.strong_ties IS 'Ties that are enough alone.';
COMMENT ON COLUMN site_networks.since IS 'Day (partition) of the first tie.';
COMMENT ON COLUMN site_networks.articles IS 'Articles of its members.';
COMMENT ON COLUMN site_networks.ties IS 'The ties: JSON list of {site, other_site, kind, value, weight, evidence, url, other_url, day}.';
