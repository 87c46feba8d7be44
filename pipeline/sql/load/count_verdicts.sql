-- how many verdicts the history holds
SELECT count(*) FROM base.verdicts;
