from __future__ import annotations

from urllib.parse import urlsplit

from pipeline.models import Finding
from pipeline.signals.question import Question, answer

# Hosts (or endings) of courts, archives, official platform and library pages: where a first-hand document can stand.
PRIMARY_ENDINGS = (
    ".gov", ".gov.uk", ".gob.mx", ".gob.es", ".mil", ".edu", ".ac.uk", "archive.org", "courtlistener.com", "loc.gov", "netflix.com",
    "hbo.com", "press.hulu.com", "apple.com", "aboutamazon.com", "bbc.co.uk/mediacentre", "itv.com/presscentre", "worldcat.org", "doi.org",
)  # fmt: skip
_HOSTS = tuple(ending for ending in PRIMARY_ENDINGS if "/" not in ending)
_PLACES = tuple(ending for ending in PRIMARY_ENDINGS if "/" in ending)


def cites_primary_source(question: Question) -> Finding:
    """Links to a court record, an archive, an official page of the work or the people portrayed.

    Explainers that show their evidence are checked more often than they are corrected.
    """
    links = question.article.links
    if not links:
        return answer(cites_primary_source, "no" if question.article.url else "cannot tell", "no links in the text")
    primary = [link.href for link in links if _is_primary(link.href)]
    if primary:
        return answer(cites_primary_source, "yes", primary[0], len(primary) / len(links))
    return answer(cites_primary_source, "no", f"none of {len(links)} links leads to one", 0.0)


def _is_primary(href: str) -> bool:
    parts = urlsplit(href)
    host = parts.hostname or ""
    return host.endswith(_HOSTS) or any(place in host + parts.path for place in _PLACES)
