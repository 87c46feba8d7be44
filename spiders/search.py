"""More like this: the titles of watched works as terms for a site's own search, where the site allows it (``[search]`` in its file).

Pure functions; the spider asks, at the site's pace and within robots.txt, after feeds and sitemaps, and before any article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import quote, quote_plus, unquote

from spiders.discovery import Candidate, read_feed, read_listing
from spiders.site import Search

MAX_RESULTS = 20  # of one search; those that name the title come first on any site that ranks
_FEED = re.compile(rb"\s*(?:<\?xml|<rss|<feed|<rdf)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def choose_titles(titles: Sequence[str], day: date, most: int) -> tuple[str, ...]:
    """The titles that have their turn on ``day``: at most ``most``, so that all come round in as few nights as that takes."""
    ordered = sorted(set(titles))
    if len(ordered) <= most:
        return tuple(ordered)
    start = day.toordinal() * most
    return tuple(ordered[(start + n) % len(ordered)] for n in range(most))


def to_address(search: Search, title: str) -> str:
    """The search's address for a title, quoted as its place (path or query) asks."""
    in_query = "?" in search.url.partition("{title}")[0]
    return search.url.replace("{title}", quote_plus(title) if in_query else quote(title, safe=""))


def read_results(body: bytes, url: str, title: str) -> tuple[Candidate, ...]:
    """The results that name the title in their own title or address, at most MAX_RESULTS. Raises SourceDownError for a broken feed."""
    results = read_feed(body, url) if _FEED.match(body[:200]) else read_listing(body, url)
    named = [replace(result, found_by="search") for result in results if names_title(result, title) and not is_same_page(result.url, url)]
    return tuple(named[:MAX_RESULTS])


def is_same_page(one: str, other: str) -> bool:
    """Do two addresses differ in their query alone? A search page links to its further pages, which name the title too."""
    return one.partition("?")[0] == other.partition("?")[0]


def names_title(candidate: Candidate, title: str) -> bool:
    """Do the title's words stand side by side in the candidate's title or address?"""
    wanted = f" {fold_words(title)} "
    return wanted.strip() != "" and any(wanted in f" {fold_words(text)} " for text in (candidate.title or "", unquote(candidate.url)))


def fold_words(text: str) -> str:
    """The words in lower case without accents, a blank between two."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain))
