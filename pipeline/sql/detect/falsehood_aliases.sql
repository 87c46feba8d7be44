-- all aliases anew
DELETE FROM base.falsehood_aliases;

INSERT INTO base.falsehood_aliases BY NAME SELECT * FROM given_alias;
