-- when an article most likely appeared: its own date as far as it can be true, else the first observation
--
-- A page of a site that is crawled every night cannot have been there much longer than since the night before: an earlier date
-- (a re-dated copy) is believed for two days only. A baseline page is believed. A date without a time means some time that day.
CREATE OR REPLACE MACRO appeared_at(first_seen, published, published_has_time, baseline) AS
CASE
    WHEN published IS NULL THEN first_seen
    ELSE least(
        first_seen,
        greatest(
            CASE WHEN published_has_time THEN published ELSE published + INTERVAL 1 DAY END,
            CASE WHEN baseline THEN published ELSE first_seen - INTERVAL 2 DAY END
        )
    )
END;
