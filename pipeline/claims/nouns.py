"""Alternations of nouns, for patterns over typed text: what a work on screen is called, and what is read, heard or seen elsewhere."""

from __future__ import annotations

SCREEN = (
    r"(?:film|films|movie|movies|documentary|documentaries|docuseries|series|shows?|dramas?|adaptations?|"
    r"versions?|remakes?|reboots?|miniseries|"
    r"mini-series|biopics?|productions?|retellings?|tellings?|incarnations?|spin-?offs?|prequels?|sequels?|musicals?|"
    r"pelicula|serie|documental|adaptacion|version|miniserie|cinta)"
)
PAGE = (
    r"(?:books?|novels?|novellas?|memoirs?|autobiography|autobiographies|biography|biographies|podcasts?|"
    r"(?:the|a|his|her|stage|'s|<N\d+>-act) play|articles?|songs?|albums?|operas?|comics?|games?|"
    r"bestsellers?|magazine|essays?|diaries|diary|libros?|novelas?|memorias|autobiografia|biografia|obra|articulo)"
)
