-- the whole schema but its own mark as numbers: columns, tables and views with their definitions and comments, and macros
WITH told AS (
    SELECT 'column' AS kind, schema_name, table_name AS name,
           concat_ws('|', column_index, column_name, data_type, is_nullable, column_default) AS definition, comment
    FROM duckdb_columns()
    WHERE database_name = current_database() AND NOT internal
    UNION ALL
    SELECT 'table', schema_name, table_name, sql, comment FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal
    UNION ALL
    SELECT 'view', schema_name, view_name, sql, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
    UNION ALL
    SELECT function_type, schema_name, function_name, concat_ws('|', parameters::TEXT, macro_definition), comment
    FROM duckdb_functions()
    WHERE database_name = current_database() AND NOT internal AND function_name <> 'schema_mark'
)
SELECT kind, count(*), bit_xor(md5_number_upper(to_json(told)::TEXT)) FROM told GROUP BY kind ORDER BY kind;
