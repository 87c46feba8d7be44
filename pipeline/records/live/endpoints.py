"""Where the live sources are: the real addresses unless the environment names others (a mirror, a test on loopback)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

CONTACT = "REELCHECK_CONTACT"


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Addresses without a closing slash. ``wikipedia`` holds ``{language}``; ``imdb`` is a folder of TSV files, None when switched off."""

    wikidata: str = "https://www.wikidata.org"
    sparql: str = "https://query.wikidata.org/sparql"
    tvmaze: str = "https://api.tvmaze.com"
    wikipedia: str = "https://{language}.wikipedia.org"
    imdb: Path | None = None
    contact: str | None = None


def read_endpoints() -> Endpoints:
    """REELCHECK_WIKIDATA, _SPARQL, _TVMAZE, _WIKIPEDIA, _IMDB (a folder) and _CONTACT over the real addresses."""
    plain = Endpoints()
    imdb = os.environ.get("REELCHECK_IMDB", "").strip()
    return Endpoints(
        wikidata=_read("REELCHECK_WIKIDATA", plain.wikidata),
        sparql=_read("REELCHECK_SPARQL", plain.sparql),
        tvmaze=_read("REELCHECK_TVMAZE", plain.tvmaze),
        wikipedia=_read("REELCHECK_WIKIPEDIA", plain.wikipedia),
        imdb=Path(imdb) if imdb else None,
        contact=os.environ.get(CONTACT, "").strip() or None,
    )


def _read(name: str, plain: str) -> str:
    return (os.environ.get(name, "").strip() or plain).rstrip("/")
