-- one row is one site that is crawled, as its TOML file said when the warehouse last took it in
CREATE TABLE IF NOT EXISTS base.sites (
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    home TEXT,
    language TEXT,
    kind TEXT,
    why TEXT,
    retired DATE,
    articles_min INTEGER,
    articles_max INTEGER,
    first_contact DATE
);

COMMENT ON TABLE base.sites IS 'One row is one site that is crawled, as its TOML file said when the warehouse last took it in.';
COMMENT ON COLUMN base.sites.site IS 'Slug of the site: the stem of its TOML file. Key.';
COMMENT ON COLUMN base.sites.name IS 'Name of the publication.';
COMMENT ON COLUMN base.sites.home IS 'Home page.';
COMMENT ON COLUMN base.sites.language IS 'Main language, ISO 639-1.';
COMMENT ON COLUMN base.sites.kind IS 'What sort of publication it is, in neutral words (trade, explainer site, aggregator ...).';
COMMENT ON COLUMN base.sites.why IS 'Why it is watched.';
COMMENT ON COLUMN base.sites.retired IS 'Day since which it is no longer crawled; NULL while it is.';
COMMENT ON COLUMN base.sites.articles_min IS 'Fewest articles of a healthy day; NULL when no range is declared.';
COMMENT ON COLUMN base.sites.articles_max IS 'Most articles of a healthy day; NULL when no range is declared.';
COMMENT ON COLUMN base.sites.first_contact IS 'First day that brought an article of this site; pages already old on that day are its baseline.';
