"""What a night asks a site for: which announced pages are new, which known ones have their turn, which are old and only noted.

Pure functions over candidates and state; nothing here asks the network or the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spiders.archive import Found
from spiders.discovery import Candidate
from spiders.site import Discover, Site
from spiders.state import KnownPage, is_due

NEW_DAYS = 7  # an article is new for as long after its publication
_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|css|js|json|xml|rss|atom|pdf|mp[34]|m4[av]|webm|mov|zip|gz|docx?|xlsx?|epub|txt|woff2?)\Z", re.I
)


@dataclass(frozen=True, slots=True)
class Errand:
    """One page to ask for; with ``known``, conditionally."""

    url: str
    found: Found
    known: KnownPage | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """``baseline``: addresses to be noted as known but old. ``left``: pages that the night's cap leaves out."""

    errands: tuple[Errand, ...]
    baseline: tuple[str, ...]
    left: int = 0


def sift(site: Site, discover: Discover, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates that can be articles of this site: on its hosts, fitting the rule, not its own front page or a file."""
    own = {d.url for d in site.discover} | {site.home, site.home.rstrip("/")}
    return tuple(
        c
        for c in candidates
        if c.url not in own and site.owns(c.url) and discover.matches(c.url, c.title) and not _NO_PAGE.search(c.url.partition("?")[0])
    )


def plan_night(candidates: Iterable[Candidate], known: Mapping[str, KnownPage], day: date, most: int) -> Agenda:
    """New pages first (newest first), then those that changed or have their turn; at most ``most``.

    A page that only a sitemap announces is a baseline when it is older than NEW_DAYS, or older than the last crawl where that lies
    further back; and, on first contact (nothing known), also when the sitemap does not date it. What a search found is a baseline when it
    is dated and old; what it does not date is read once.
    """
    since = seen_since(known, day)
    announced = merge(candidates)
    new: list[Candidate] = []
    baseline: list[str] = []
    again: dict[str, Errand] = {}
    for candidate in announced:
        page = known.get(candidate.url)
        if page is not None:
            if is_due(page, day, candidate.changed.date() if candidate.changed else None):
                again[page.url] = Errand(page.url, to_found(candidate), page)
        elif is_background(candidate, since, first_contact=not known):
            baseline.append(candidate.url)
        else:
            new.append(candidate)
    for page in known.values():
        article_or_failed = page.article_id is not None or not page.answered
        if page.url not in again and article_or_failed and is_due(page, day):
            again[page.url] = Errand(page.url, Found("article", way="revisit"), page)
    errands = [Errand(c.url, to_found(c)) for c in sorted(new, key=lambda c: c.dated or day, reverse=True)]
    errands += again.values()
    return Agenda(tuple(errands[:most]), tuple(baseline), max(len(errands) - most, 0))


def seen_since(known: Mapping[str, KnownPage], day: date) -> date:
    """The first day whose pages count as new: NEW_DAYS ago, or the day before the last crawl if nights were missed."""
    last = max((page.last_seen for page in known.values()), default=day)
    return min(day - timedelta(days=NEW_DAYS), last - timedelta(days=1))


def is_background(candidate: Candidate, since: date, *, first_contact: bool) -> bool:
    """Known but not new: old pages of a sitemap, and results of a search that say that they are old."""
    if candidate.found_by == "search":
        return candidate.dated is not None and candidate.dated < since
    return candidate.found_by == "sitemap" and is_old(candidate, since, first_contact=first_contact)


def is_old(candidate: Candidate, since: date, *, first_contact: bool) -> bool:
    return first_contact if candidate.dated is None else candidate.dated < since


def merge(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate per address: a feed or listing outranks a sitemap, and what one says is filled in from the others."""
    merged: dict[str, Candidate] = {}
    for new in candidates:
        old = merged.get(new.url)
        if old is None:
            merged[new.url] = new
            continue
        first, second = (new, old) if old.found_by == "sitemap" and new.found_by != "sitemap" else (old, new)
        changed = max((c for c in (first.changed, second.changed) if c), default=None)
        merged[new.url] = replace(first, title=first.title or second.title, published=first.published or second.published, changed=changed)
    return list(merged.values())


def to_found(candidate: Candidate) -> Found:
    return Found(
        "article",
        way=candidate.found_by,
        via=candidate.found_at,
        title=candidate.title,
        published=candidate.published.isoformat() if candidate.published else None,
        changed=candidate.changed.isoformat() if candidate.changed else None,
    )
