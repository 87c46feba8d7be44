-- one row is one table's content as a number: order-free, and different where one row is
SELECT concat_ws('-', count(*), sum(CAST(md5_number_lower(CAST(t AS TEXT)) AS HUGEINT)), bit_xor(md5_number_upper(CAST(t AS TEXT))))
FROM fingerprinted AS t;
