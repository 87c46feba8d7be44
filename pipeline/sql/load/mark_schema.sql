-- one mark: the hash of the schema as it is now
CREATE OR REPLACE MACRO base.schema_mark() AS 'marked';
