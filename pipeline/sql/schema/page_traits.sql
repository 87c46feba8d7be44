-- one row is one page whose source was looked at for what tells who runs the site; stays out of the snapshot
CREATE TABLE IF NOT EXISTS base.page_traits (
    site TEXT NOT NULL,
    day DATE NOT NULL,
    url TEXT NOT NULL,
    marks TEXT[] NOT NULL,
    skeleton UBIGINT[] NOT NULL
);

COMMENT ON TABLE base.page_traits IS 'One row is one page whose source was looked at for what tells who runs the site; stays out of the snapshot.';
COMMENT ON COLUMN base.page_traits.site IS 'Slug of the site. Key with day and url.';
COMMENT ON COLUMN base.page_traits.day IS 'Day (partition) of the look; a few pages of a site a night.';
COMMENT ON COLUMN base.page_traits.url IS 'Address that was asked for.';
COMMENT ON COLUMN base.page_traits.marks IS 'Account numbers in its source, as "kind:value" with the kinds of pipeline/origins/marks.toml.';
COMMENT ON COLUMN base.page_traits.skeleton IS 'Sketch of its template: smallest hashes of the distinct shapes of elements with their classes; empty where there are too few.';
