-- one row is one name that only those who repeat one falsehood have: no record names it, and no article about anything else
CREATE TABLE IF NOT EXISTS base.peculiar_falsehoods (
    falsehood_id TEXT NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL
);

COMMENT ON TABLE base.peculiar_falsehoods IS 'One row is one name that only those who repeat one falsehood have: no record names it, and no article about anything else. Nobody errs his way to it twice, so all who state it follow the first.';
COMMENT ON COLUMN base.peculiar_falsehoods.falsehood_id IS 'Falsehood. Key with name.';
COMMENT ON COLUMN base.peculiar_falsehoods.name IS 'First and last word of the name, folded.';
COMMENT ON COLUMN base.peculiar_falsehoods.day IS 'Day (partition) that brought the falsehood''s first article.';
