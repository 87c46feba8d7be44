-- all ties of sites anew
DELETE FROM base.site_ties;

INSERT INTO base.site_ties BY NAME SELECT * FROM given_tie;
