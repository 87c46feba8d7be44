-- one row is one column of a table or view with what is said of both
WITH relation AS (
    SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE NOT internal
    UNION ALL
    SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal
)
SELECT r.schema_name, r.table_name, r.comment AS table_comment, c.column_name, c.data_type, c.comment AS column_comment
FROM relation AS r
JOIN duckdb_columns() AS c ON c.schema_name = r.schema_name AND c.table_name = r.table_name
WHERE r.schema_name IN ('main', 'base')
ORDER BY r.schema_name, r.table_name, c.column_index;
