-- full-text search over headlines and quotes: fts_main_articles.match_bm25(article_id, 'words'), fts_main_claims.match_bm25(claim_id, 'words')
PRAGMA create_fts_index('main.articles', 'article_id', 'title', stemmer = 'none', stopwords = 'none', overwrite = 1);
PRAGMA create_fts_index('main.claims', 'claim_id', 'quote', 'explanation', stemmer = 'none', stopwords = 'none', overwrite = 1);
