-- one row is one field of a record that an editor put back into service
SELECT show_slug, property, lifted_at FROM base.quarantine WHERE lifted_at IS NOT NULL;
