-- heads of records: one that changed or went is superseded, one that is new or changed comes in
CREATE OR REPLACE TEMP TABLE changed_show AS
SELECT s.show_slug, s.recorded_at
FROM base.shows AS s
LEFT JOIN given_show AS n ON n.show_slug = s.show_slug
WHERE s.superseded_at IS NULL AND (
    n.show_slug IS NULL
    OR (s.title, s.original_title, s.also_known_as, s.format, s.year, s.as_of, s.complete, coalesce(CAST(s.vouchers AS TEXT), n.vouchers),
            CAST(s.ids AS TEXT))
        IS DISTINCT FROM (n.title, n.original_title, n.also_known_as, n.format, n.year, n.as_of, n.complete, n.vouchers, n.ids)
);

DELETE FROM base.shows WHERE recorded_at = $recorded_at AND show_slug IN (SELECT show_slug FROM changed_show);

UPDATE base.shows SET superseded_at = $recorded_at
WHERE superseded_at IS NULL AND show_slug IN (SELECT show_slug FROM changed_show);

INSERT INTO base.shows BY NAME
SELECT n.*, $record_version AS record_version, $recorded_at AS recorded_at, CAST(NULL AS TIMESTAMP) AS superseded_at
FROM given_show AS n
ANTI JOIN (SELECT show_slug FROM base.shows WHERE superseded_at IS NULL) AS s ON s.show_slug = n.show_slug;
