-- one row is one property of one show's record
SELECT DISTINCT show_slug, show_title, property, is_quarantined FROM facts ORDER BY show_title, property;
