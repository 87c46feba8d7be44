"""Which sources on record cannot count for an article: itself, its copies, its own site and network, and pages that came after it.

What an article says is not confirmed by the article, by a copy of it, by who publishes it, or by a page that may have it from there. A
primary source (tier 1) speaks of its own work whenever it does: it may come later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, TypeAlias
from urllib.parse import urlsplit

from pipeline.models import Article, Source
from pipeline.records.owners import CREDITS, owner_of

Bond: TypeAlias = Literal["itself", "origin", "network", "later"]
Bar: TypeAlias = Callable[[Source], Bond | None]

_DATED: Final = re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|$)")


@dataclass(frozen=True, slots=True)
class Kin:
    """What an article is bound to.

    ``address``: its own, bare; ``copies``: bare addresses of its origin's members. ``domains``: registrable ones, of its site and network.
    ``appeared``: day on which it said so first, None where that is not known (then nothing is later). ``dates``: days on which sources
    that were crawled appeared, by bare address.
    """

    address: str
    copies: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    appeared: date | None = None
    dates: Mapping[str, date] = field(default_factory=dict)

    def find_bond(self, source: Source) -> Bond | None:
        """Why the source cannot count for this article; None where it can."""
        address = bare_address(source.url) if source.url else ""
        if address and address == self.address:
            return "itself"
        if address in self.copies:
            return "origin"
        if source.url and domain_of(source.url) in self.domains:
            return "network"
        if source.tier <= CREDITS:
            return None
        out = self.dates.get(address) or read_day(source.url or "")
        return "later" if out and self.appeared and out > self.appeared else None


def bar_alone(article: Article) -> Bar:
    """Where nothing is known of copies and networks: the page itself, its own site's domain, and what came later than its date."""
    url = article.url or ""
    domains = frozenset((domain_of(url),)) if url else frozenset[str]()
    return Kin(bare_address(url), domains=domains, appeared=article.published.date() if article.published else None).find_bond


def bare_address(url: str) -> str:
    """Host without www, and path without a trailing slash; "" for what is no web address."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "") if host else ""


def domain_of(url: str) -> str:
    """The registrable domain: https://www.news.example.co.uk/x -> example.co.uk."""
    return owner_of(Source("", "", CREDITS, date.min, url=url))


def read_day(url: str) -> date | None:
    """The day that an address holds (/2025/10/16/), as many publishers' do; None where it holds none."""
    found = _DATED.search(urlsplit(url).path) if url.startswith("http") else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
