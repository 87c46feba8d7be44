-- one row is one act of the journal that the snapshot has taken in
SELECT ruling_id AS act FROM base.rulings
UNION
SELECT note_id FROM base.correction_notes;
