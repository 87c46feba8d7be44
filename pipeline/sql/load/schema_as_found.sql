-- all tables, views, columns and comments as one number, and how many columns there are
SELECT
    count(*),
    bit_xor(md5_number_upper(concat_ws('|', schema_name, table_name, column_name, column_index, data_type, is_nullable, comment)))
FROM duckdb_columns()
WHERE database_name = current_database() AND NOT internal;
