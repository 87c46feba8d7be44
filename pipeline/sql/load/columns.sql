-- one row is one column of one of the warehouse's own tables
SELECT table_name, column_name, data_type, comment
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'base'
ORDER BY table_name, column_index;
