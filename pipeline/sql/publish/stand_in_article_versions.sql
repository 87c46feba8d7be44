-- for the time of publishing: the table that article_versions has become
CREATE OR REPLACE MACRO article_versions_as_of(as_of_day) AS TABLE SELECT * FROM article_versions;
