-- how many names only those who repeat a falsehood have
SELECT count(*) FROM base.peculiar_falsehoods;
