-- one row is one fact about one of the wanted titles: tconst, property, value, character
WITH wanted AS (SELECT unnest($wanted) AS tconst),
     basics AS (
         SELECT b.* FROM read_csv($basics, delim = '\t', header = true, quote = '', escape = '', nullstr = '\N', all_varchar = true) AS b
         SEMI JOIN wanted AS w ON w.tconst = b.tconst
     ),
     episodes AS (
         SELECT e.parentTconst AS tconst, TRY_CAST(e.seasonNumber AS INTEGER) AS season
         FROM read_csv($episodes, delim = '\t', header = true, quote = '', escape = '', nullstr = '\N', all_varchar = true) AS e
         SEMI JOIN wanted AS w ON w.tconst = e.parentTconst
     ),
     principals AS (
         SELECT p.tconst, p.nconst, p.category, p.job, p.characters, TRY_CAST(p.ordering AS INTEGER) AS ordering
         FROM read_csv($principals, delim = '\t', header = true, quote = '', escape = '', nullstr = '\N', all_varchar = true) AS p
         SEMI JOIN wanted AS w ON w.tconst = p.tconst
     ),
     people AS (
         SELECT n.nconst, n.primaryName AS name
         FROM read_csv($names, delim = '\t', header = true, quote = '', escape = '', nullstr = '\N', all_varchar = true) AS n
         SEMI JOIN principals AS p ON p.nconst = n.nconst
     ),
     roles AS (
         SELECT p.tconst, p.ordering, p.category, p.job, n.name, unnest(coalesce(CAST(p.characters AS JSON)::VARCHAR[], [NULL])) AS role
         FROM principals AS p JOIN people AS n ON n.nconst = p.nconst
     )
SELECT tconst, 'title' AS property, primaryTitle AS value, NULL AS character, 0 AS place FROM basics
UNION ALL SELECT tconst, 'original_title', originalTitle, NULL, 1 FROM basics
UNION ALL SELECT tconst, 'kind', titleType, NULL, 2 FROM basics
UNION ALL SELECT tconst, 'premiere_date', startYear, NULL, 3 FROM basics WHERE startYear IS NOT NULL
UNION ALL SELECT tconst, 'episode_count', CAST(count(*) AS VARCHAR), NULL, 4 FROM episodes WHERE season IS NOT NULL GROUP BY tconst
UNION ALL SELECT tconst, 'season_count', CAST(count(DISTINCT season) AS VARCHAR), NULL, 5 FROM episodes WHERE season IS NOT NULL GROUP BY tconst
UNION ALL
SELECT tconst,
    CASE
        WHEN category IN ('actor', 'actress') THEN 'cast_member'
        WHEN category = 'director' THEN 'director'
        WHEN category = 'producer' THEN 'producer'
        WHEN category = 'writer' AND job ILIKE '%creat%' THEN 'creator'
        WHEN category = 'writer' AND (job IS NULL OR NOT regexp_matches(job, '(?i)book|novel|memoir|article|based|podcast|play\b')) THEN 'writer'
    END,
    name, role, 10 + ordering
FROM roles WHERE category IN ('actor', 'actress', 'director', 'producer', 'writer')
ORDER BY tconst, place, property, value, character
