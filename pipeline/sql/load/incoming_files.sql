-- one row is one response of the day, from the extracted Parquet files
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT * FROM (
    SELECT * FROM empty_page -- columns that an older extraction did not write
    UNION ALL BY NAME
    SELECT * FROM read_parquet($paths, union_by_name = true)
)
WHERE day = $day
QUALIFY row_number() OVER (PARTITION BY site, attempt, url ORDER BY fetched_at DESC, warc_offset DESC) = 1;
