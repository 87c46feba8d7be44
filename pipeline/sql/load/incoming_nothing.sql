-- a day without any extracted page
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT * FROM empty_page;
