-- quotes are bounded
SELECT * REPLACE (left(quote, 400) AS quote) FROM warehouse_table;
