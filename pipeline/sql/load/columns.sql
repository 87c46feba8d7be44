-- one row is one column of one of the warehouse's own tables
SELECT table_name, column_name, data_type
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'base' AND ($table IS NULL OR table_name = $table)
ORDER BY table_name, column_index;
