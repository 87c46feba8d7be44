-- the journal's acts in place of those taken in before: the journal is complete, so what it no longer has never was
DELETE FROM base.rulings;
INSERT INTO base.rulings BY NAME SELECT * FROM given_rulings;

DELETE FROM base.correction_notes;
INSERT INTO base.correction_notes BY NAME SELECT * FROM given_correction_notes;

DELETE FROM base.mails;
INSERT INTO base.mails BY NAME SELECT * FROM given_mails;

DELETE FROM base.digest_items;
INSERT INTO base.digest_items BY NAME SELECT * FROM given_digest_items;

DELETE FROM base.quarantine;
INSERT INTO base.quarantine BY NAME SELECT * FROM given_quarantine;
