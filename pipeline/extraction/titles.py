"""An article's title, without the site's name around it."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from pipeline.extraction.structured import PageHead, unescape

_SEPARATOR: Final = re.compile(r"\s+[|\-–—·•:»«›‹~/]{1,2}\s+|\s*\|\s*|\s+::\s+")
_NOT_WORD: Final = re.compile(r"[\W_]+")
_MAX_H1: Final = 6


def find_title(head: PageHead, url: str | None) -> str | None:
    """JSON-LD headline, og:title and h1 where two of them agree; else the best single one. None when the page has no title at all."""
    names = site_names(head, url)
    headline = unescape(head.article.get("headline") or head.article.get("name"))
    social = unescape(head.meta("og:title", "twitter:title", "title", "dc.title", "parsely-title", "sailthru.title"))
    tag = next(iter(head.texts("head > title, title")), "")
    tops = head.texts("h1")[:_MAX_H1]
    candidates = [strip_site_name(t, names) for t in (headline, social, tag) if t]
    for top in tops:
        if any(fold_title(top) == fold_title(c) for c in candidates):
            return top
    for i, candidate in enumerate(candidates):
        if any(fold_title(candidate) == fold_title(other) for other in candidates[i + 1 :]):
            return candidate
    if len(tops) == 1 and fold_title(tops[0]) not in {fold_title(n) for n in names} and not candidates:
        return tops[0]
    return next(iter(candidates), None) or next(iter(tops), None)


def site_names(head: PageHead, url: str | None) -> list[str]:
    """What the site calls itself: declared names, and the host without www and its ending."""
    names = [head.site_name or "", head.meta("application-name", "apple-mobile-web-app-title", "twitter:site", "al:ios:app_name") or ""]
    publisher = head.article.get("publisher")
    names += [unescape(p.get("name")) for p in (publisher if isinstance(publisher, list) else [publisher]) if isinstance(p, dict)]
    host = urlsplit(url or "").hostname or ""
    host = host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    names += [host, host.rsplit(".", 1)[0], host.split(".")[0]]
    return [n.lstrip("@") for n in dict.fromkeys(names) if n]


def strip_site_name(title: str, names: list[str]) -> str:
    """ "Headline | Site" and "Site - Headline" without the site; unchanged where no part is one of the site's names."""
    folded = {fold_title(n) for n in names} - {""}
    while True:
        parts = list(_SEPARATOR.finditer(title))
        if not parts:
            return title
        last, first = parts[-1], parts[0]
        if last.start() > 0 and _names_site(title[last.end() :], folded):
            title = title[: last.start()].rstrip()
        elif first.start() > 0 and first.end() < len(title) and _names_site(title[: first.start()], folded):
            title = title[first.end() :].lstrip()
        else:
            return title


def _names_site(part: str, folded: set[str]) -> bool:
    bare = fold_title(part)
    if not bare:
        return False
    return any(bare == n or bare in {"the" + n, n + "com", n + "news"} or n == "the" + bare for n in folded)


def fold_title(text: str) -> str:
    return _NOT_WORD.sub("", text.casefold())
