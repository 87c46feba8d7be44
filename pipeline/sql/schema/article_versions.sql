-- one row is one distinct content of one article
CREATE TABLE IF NOT EXISTS base.article_versions (
    version_id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    day DATE NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    last_day DATE NOT NULL,
    last_seen TIMESTAMP NOT NULL,
    warc_file TEXT,
    warc_offset BIGINT,
    title TEXT,
    site_name TEXT,
    authors TEXT[] NOT NULL,
    published TIMESTAMP,
    published_has_time BOOLEAN NOT NULL,
    modified TIMESTAMP,
    language TEXT,
    description TEXT,
    word_count INTEGER NOT NULL,
    page_type TEXT NOT NULL,
    paywalled BOOLEAN NOT NULL,
    canonical_url TEXT,
    correction_notice TEXT,
    is_stub BOOLEAN NOT NULL,
    sketch UBIGINT[],
    body_hash TEXT NOT NULL,
    credits TEXT[] NOT NULL,
    structured_types TEXT[] NOT NULL
);

COMMENT ON TABLE base.article_versions IS 'One row is one distinct content of one article.';
COMMENT ON COLUMN base.article_versions.version_id IS 'Stable hash of article_id and content_hash. Key.';
COMMENT ON COLUMN base.article_versions.article_id IS 'Article.';
COMMENT ON COLUMN base.article_versions.content_hash IS 'Hash of the substance: folded title and body text; advertisements, dates and links do not enter.';
COMMENT ON COLUMN base.article_versions.day IS 'Day (partition) that first brought this content.';
COMMENT ON COLUMN base.article_versions.seen_at IS 'When it was first observed, UTC.';
COMMENT ON COLUMN base.article_versions.last_day IS 'Last day (partition) that showed this content (304 included).';
COMMENT ON COLUMN base.article_versions.last_seen IS 'When it was last observed, UTC.';
COMMENT ON COLUMN base.article_versions.warc_file IS 'Archive file of that observation.';
COMMENT ON COLUMN base.article_versions.warc_offset IS 'Byte offset of its record there.';
COMMENT ON COLUMN base.article_versions.title IS 'Headline without the site''s name.';
COMMENT ON COLUMN base.article_versions.site_name IS 'Name that the page gives its site.';
COMMENT ON COLUMN base.article_versions.authors IS 'Bylines as listed; empty when there is none.';
COMMENT ON COLUMN base.article_versions.published IS 'Publication as the page states it, UTC.';
COMMENT ON COLUMN base.article_versions.published_has_time IS 'False when the page gives only the day.';
COMMENT ON COLUMN base.article_versions.modified IS 'Last modification as the page states it, UTC.';
COMMENT ON COLUMN base.article_versions.language IS 'ISO 639-1.';
COMMENT ON COLUMN base.article_versions.description IS 'The page''s own summary.';
COMMENT ON COLUMN base.article_versions.word_count IS 'Words of the body.';
COMMENT ON COLUMN base.article_versions.page_type IS 'article, video, gallery, listing, stub or other.';
COMMENT ON COLUMN base.article_versions.paywalled IS 'True when only part of the text was to be had.';
COMMENT ON COLUMN base.article_versions.canonical_url IS 'Canonical address that the page declares, also on another host.';
COMMENT ON COLUMN base.article_versions.correction_notice IS 'Sentence in which the text itself announces a correction, at most 300 characters; NULL when there is none.';
COMMENT ON COLUMN base.article_versions.is_stub IS 'True for cookie walls, error pages and other texts that say nothing: never an origin.';
COMMENT ON COLUMN base.article_versions.sketch IS 'Sketch of the body for near copies (own hash, stable across versions of DuckDB); NULL for stubs and short texts.';
COMMENT ON COLUMN base.article_versions.body_hash IS 'Hash of the folded body without the title, for exact copies.';
COMMENT ON COLUMN base.article_versions.credits IS 'Addresses that the text itself names as where it first appeared.';
COMMENT ON COLUMN base.article_versions.structured_types IS 'schema.org types that the page declares.';
