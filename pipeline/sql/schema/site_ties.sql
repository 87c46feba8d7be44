-- one row is one thing that two sites have in common and that speaks for one hand behind both
CREATE TABLE IF NOT EXISTS base.site_ties (
    site TEXT NOT NULL,
    other_site TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    weight TEXT NOT NULL,
    evidence TEXT NOT NULL,
    url TEXT,
    other_url TEXT,
    day DATE NOT NULL
);

COMMENT ON TABLE base.site_ties IS 'One row is one thing that two sites have in common and that speaks for one hand behind both. A finding about who runs a site, not about its truth.';
COMMENT ON COLUMN base.site_ties.site IS 'Slug of the site that comes first in the alphabet. Key with other_site, kind and value.';
COMMENT ON COLUMN base.site_ties.other_site IS 'Slug of the other.';
COMMENT ON COLUMN base.site_ties.kind IS 'A kind of account (adsense, analytics, pinterest ... of pipeline/origins/marks.toml), template, authors, same minute, opaque addresses or other topics.';
COMMENT ON COLUMN base.site_ties.value IS 'What they share: the account number, the authors, the shape of the addresses; empty where the kind says it all.';
COMMENT ON COLUMN base.site_ties.weight IS 'strong: enough alone; weak: counts beside another weak kind; aside: told, never counted.';
COMMENT ON COLUMN base.site_ties.evidence IS 'One sentence with the counts.';
COMMENT ON COLUMN base.site_ties.url IS 'A page of the first site that shows it; NULL where no single page does.';
COMMENT ON COLUMN base.site_ties.other_url IS 'A page of the other.';
COMMENT ON COLUMN base.site_ties.day IS 'Day (partition) from which both showed it.';
