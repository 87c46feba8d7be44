-- what the schema was when it was last made (pipeline.warehouse.store)
SELECT base.schema_mark();
