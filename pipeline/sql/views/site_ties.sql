-- one row is one thing that two sites have in common and that speaks for one hand behind both
CREATE OR REPLACE MACRO site_ties_as_of(as_of_day) AS TABLE
SELECT
    t.site,
    coalesce(s.name, t.site) AS site_name,
    t.other_site,
    coalesce(o.name, t.other_site) AS other_name,
    t.kind,
    t."value",
    t.weight,
    t.evidence,
    t.url,
    t.other_url,
    t.day,
    -- one strong tie, or weak ones of two families: accounts that an agency may share are one family
    bool_or(t.weight = 'strong') OVER pair
        OR count(DISTINCT CASE WHEN t.kind IN ('template', 'authors', 'same minute') THEN t.kind ELSE 'account' END)
            FILTER (WHERE t.weight = 'weak') OVER pair >= 2 AS is_one_hand
FROM base.site_ties AS t
LEFT JOIN base.sites AS s ON s.site = t.site
LEFT JOIN base.sites AS o ON o.site = t.other_site
WHERE t.day <= as_of_day
WINDOW pair AS (PARTITION BY t.site, t.other_site);

CREATE OR REPLACE VIEW site_ties AS SELECT * FROM site_ties_as_of(DATE '9999-12-31');

COMMENT ON VIEW site_ties IS 'One row is one thing that two sites have in common and that speaks for one hand behind both. A finding about who runs a site, not about its truth.';
COMMENT ON COLUMN site_ties.site IS 'Slug of the site that comes first in the alphabet. Key with other_site, kind and value.';
COMMENT ON COLUMN site_ties.site_name IS 'Its name.';
COMMENT ON COLUMN site_ties.other_site IS 'Slug of the other.';
COMMENT ON COLUMN site_ties.other_name IS 'Its name.';
COMMENT ON COLUMN site_ties.kind IS 'An account (adsense, analytics, pinterest, tag-manager ...), template, authors, same minute, opaque addresses or other topics.';
COMMENT ON COLUMN site_ties."value" IS 'What they share: the account number, the authors, the shape of the addresses; empty where the kind says it all.';
COMMENT ON COLUMN site_ties.weight IS 'strong: enough alone; weak: counts beside another weak kind; aside: told, never counted.';
COMMENT ON COLUMN site_ties.evidence IS 'One sentence with the counts.';
COMMENT ON COLUMN site_ties.url IS 'A page of the first site that shows it; NULL where no single page does.';
COMMENT ON COLUMN site_ties.other_url IS 'A page of the other.';
COMMENT ON COLUMN site_ties.day IS 'Day (partition) from which both showed it.';
COMMENT ON COLUMN site_ties.is_one_hand IS 'True when all ties of the pair together are enough: a strong one, or weak ones of two kinds (accounts count as one kind). Else an innocent explanation is as good.';
