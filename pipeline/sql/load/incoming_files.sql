-- one row is one response of the day, from the extracted Parquet files
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT * FROM read_parquet($paths)
WHERE day = $day
QUALIFY row_number() OVER (PARTITION BY site, attempt, url ORDER BY fetched_at DESC, warc_offset DESC) = 1;
