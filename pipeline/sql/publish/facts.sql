-- what may not be republished stays out
SELECT * FROM warehouse_table WHERE publishable;
