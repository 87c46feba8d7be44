"""Which answer a site gives to a request at an instant: pure functions, no state."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from spiders.newsstand.context import Story, last_change
from spiders.newsstand.feeds import feed_charset, render_offer, render_robots, render_sitemap
from spiders.newsstand.pages import (
    amp_path,
    render_article,
    render_home,
    render_listing,
    render_problem,
    render_section,
    render_static,
)
from spiders.newsstand.stand import Offer, OfferKind, Stand, StandArticle

MONTH_SITEMAP = re.compile(r"/sitemap-(\d{4}-\d{2})\.xml(\.gz)?")
FEED_TYPES: Mapping[OfferKind, str] = {"rss": "application/rss+xml", "atom": "application/atom+xml"}


@dataclass(frozen=True, slots=True)
class Query:
    """A request that has found its site. ``turn`` is how often the path was asked for before; header names are lower case."""

    path: str
    clock: datetime
    turn: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (lower-case names, no Date) and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def answer(stand: Stand, query: Query) -> Answer:
    """The site's answer, 304 included. The 429 of a site with ``retry_after`` is not decided here: it depends on earlier requests."""
    if query.clock.astimezone(UTC).date() in stand.down:
        return _problem(stand, query, 503, "down")
    return (
        _answer_document(stand, query)
        or _answer_article(stand, query)
        or _answer_page(stand, query)
        or _answer_moved(stand, query)
        or _problem(stand, query, 404, "not_found")
    )


def slow_down(stand: Stand, query: Query) -> Answer:
    """429 with the seconds to wait."""
    refused = _problem(stand, query, 429, "slow_down")
    return replace(refused, headers={**refused.headers, "retry-after": str(stand.retry_after)})


def is_fresh(headers: Mapping[str, str], etag: str, modified: datetime) -> bool:
    """Whether the asker already has this content: If-None-Match, compared weakly, outranks If-Modified-Since (RFC 9110, 13.2.2)."""
    if known := headers.get("if-none-match"):
        tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        return "*" in tags or etag.removeprefix("W/") in tags
    try:
        since = parsedate_to_datetime(headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return modified.replace(microsecond=0) <= (since if since.tzinfo else since.replace(tzinfo=UTC))


def _answer_document(stand: Stand, query: Query) -> Answer | None:
    if query.path == "/robots.txt":
        return Answer(200, {"content-type": "text/plain; charset=utf-8"}, render_robots(stand).encode())
    offer = next((o for o in stand.offers if o.path == query.path and o.kind != "listing"), None)
    if offer is not None:
        text = render_offer(stand, offer, query.clock)
        return _document(stand, query, text, FEED_TYPES.get(offer.kind, "application/xml"), _offer_charset(stand, offer))
    month = MONTH_SITEMAP.fullmatch(query.path)
    if month and stand.offer("sitemap-index", "sitemap-index-gzip"):
        return _document(stand, query, render_sitemap(stand, query.clock, month[1]), "application/xml", "utf-8")
    return None


def _offer_charset(stand: Stand, offer: Offer) -> str:
    return feed_charset(stand) if offer.kind in FEED_TYPES else "utf-8"


def _document(stand: Stand, query: Query, text: str, kind: str, charset: str) -> Answer:
    body = text.encode(charset, "xmlcharrefreplace")
    if query.path.endswith(".gz"):
        body, kind = gzip.compress(body, mtime=0), "application/gzip"
    etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    return _conditional(query, Answer(200, {"content-type": kind}, body), etag, last_change(stand, query.clock))


def _answer_article(stand: Stand, query: Query) -> Answer | None:
    found = _find_article(stand, query.path)
    if found is None:
        return None
    article, amp = found
    version = article.version_at(query.clock)
    if version is None:
        return None
    if article.is_gone(query.clock):
        return _problem(stand, query, 410, "gone")
    page = _page(stand, render_article(stand, article, version, query.clock, query.turn, amp), amp=amp)
    if version.noarchive:
        page = replace(page, headers={**page.headers, "x-robots-tag": "noindex, noarchive"})
    # Weak: adverts and related boxes around the same text differ from one response to the next.
    return _conditional(query, page, f'W/"{Story.of(article, version).fingerprint}"', version.changed)


def _find_article(stand: Stand, path: str) -> tuple[StandArticle, bool] | None:
    for article in stand.articles:
        if path == article.path:
            return article, False
        if stand.amp and path == amp_path(article.path):
            return article, True
    return None


def _answer_page(stand: Stand, query: Query) -> Answer | None:
    html = _render_page(stand, query)
    return None if html is None else _page(stand, html)


def _render_page(stand: Stand, query: Query) -> str | None:
    clock, turn, path = query.clock, query.turn, query.path
    if path == "/":
        return render_home(stand, clock, turn)
    if static := next((p for p in stand.pages if p.path == path), None):
        return render_static(stand, clock, turn, static.label, static.text)
    if path.startswith("/section/"):
        return render_section(stand, clock, turn, path)
    listing = stand.offer("listing")
    if listing is None:
        return None
    number = re.fullmatch(re.escape(listing.path) + r"(?:page/(\d{1,4})/)?", path)
    return render_listing(stand, clock, turn, int(number[1] or 1)) if number else None


def _answer_moved(stand: Stand, query: Query) -> Answer | None:
    for article in stand.articles:
        out = article.first.published <= query.clock
        if out and query.path in (article.first.old_path, article.path.rstrip("/")):
            return Answer(301, {"location": article.url, "content-type": "text/plain; charset=utf-8"}, b"Moved.\n")
    return None


def _page(stand: Stand, html: str, amp: bool = False) -> Answer:
    if amp:  # the slim edition is always UTF-8, by the rules of its format
        return Answer(200, {"content-type": "text/html; charset=utf-8"}, html.encode())
    kind = "text/html" + (f"; charset={stand.header_charset}" if stand.header_charset else "")
    return Answer(200, {"content-type": kind}, html.encode(stand.sent_charset, "xmlcharrefreplace"))


def _problem(stand: Stand, query: Query, status: int, word: str) -> Answer:
    return replace(_page(stand, render_problem(stand, query.clock, word)), status=status)


def _conditional(query: Query, full: Answer, etag: str, modified: datetime) -> Answer:
    validators = {"etag": etag, "last-modified": format_datetime(modified.astimezone(UTC), usegmt=True), "cache-control": "no-cache"}
    if is_fresh(query.headers, etag, modified):
        return Answer(304, validators)
    return replace(full, headers={**full.headers, **validators})
