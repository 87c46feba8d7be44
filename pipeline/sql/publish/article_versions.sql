-- sketches are of no use to readers
SELECT * REPLACE (CAST(NULL AS UBIGINT[]) AS sketch) FROM warehouse_table;
