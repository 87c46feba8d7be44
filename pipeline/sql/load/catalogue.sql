-- what kind of catalogue holds the warehouse: duckdb or ducklake
SELECT type FROM duckdb_databases() WHERE database_name = current_database();
