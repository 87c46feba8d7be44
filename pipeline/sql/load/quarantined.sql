-- one row is one field of a record that is out of service now
SELECT DISTINCT show_slug, property FROM base.quarantine WHERE lifted_at IS NULL;
