"""An article's title, without the site's name around it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from pipeline.extraction.structured import PageHead, list_of, unescape
from pipeline.extraction.vocabulary import list_words

_SEPARATOR: Final = re.compile(r"\s+[|\-–—·•:»«›‹~/]{1,2}\s+|\s*[|ㅣ｜]\s*|\s+::\s+")
_DATA: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|by\s+\S+(?:\s+\S+){0,4}", re.IGNORECASE)
_NOT_WORD: Final = re.compile(r"[\W_]+")
_TAIL_SIGN: Final = re.compile(r"\s+[|\-–—·•»›~/]\s+$|\s*\|\s*$|(?<=[^\x00-\x7f])-$")  # a tight hyphen joins words where letters have cases
_CUT: Final = re.compile(r"\s*(?:…|\.\.\.)$")
_KICKER_SIGN: Final = re.compile(r"[:|·•–—-]\s+$")
_SECTION_METAS: Final = list_words("section_metas")
_HEADLINE_CHARS: Final = 15  # letters; a shorter beginning may be a kicker
_MAX_CHARS: Final = 1_000  # of a headline; the rest is none, and the search for the site's name in it has no end


class Titles(NamedTuple):
    """``title``: the article's headline. ``heading``: what its page most likely shows as its heading, where the text begins."""

    title: str | None
    heading: str | None


def find_title(head: PageHead, url: str | None) -> str | None:
    """The article's headline without the site's name; None when the page has no title at all."""
    return find_titles(head, url).title


def find_titles(head: PageHead, url: str | None) -> Titles:
    """The headline that the page declares: JSON-LD before og:title before h1 before the title element, without the site's name.

    A declared headline that was cut short gives way to the whole one, and one with a tail to the h1 that has none. A section's name behind
    it goes too. The order is the one that agreed most often with the newspapers' own headline fields (docs/extraction.md), as did taking
    og:title where it alone differs, where it stands in the heading behind a kicker, or where the title element has its spelling, and h1
    where JSON-LD has the search engines' title.
    """
    names, sections = site_names(head, url), section_names(head)
    sources = (
        unescape(head.article.get("headline") or head.article.get("name")),
        unescape(head.meta("og:title") or ""),
        next(iter(head.texts("h1")), ""),
        unescape(head.meta("twitter:title", "title", "dc.title", "parsely-title", "sailthru.title") or ""),
        next(iter(head.texts("title")), ""),
    )
    declared, shared, first, card, tag = (strip_section(strip_site_name(t[:_MAX_CHARS].rstrip(), names), sections) for t in sources)
    if is_for_search(declared, shared, first, tag):
        declared = first
    candidates = [t for t in (declared, shared, first, card, tag) if t]
    folded_names = {fold_title(n) for n in names}
    candidates = [t for t in candidates if fold_title(t) not in folded_names] or candidates
    if not candidates:
        return Titles(None, None)
    heading = restore_title(candidates[0], candidates[1:])
    if shared in candidates and (
        follows_kicker(shared, heading)
        or is_written_apart(shared, heading, (declared, first, tag), card)
        or is_spelt_alike(shared, heading, tag)
    ):
        return Titles(shared, heading)
    return Titles(heading, heading)


def is_for_search(declared: str, shared: str, first: str, tag: str) -> bool:
    """Does only the title element repeat the JSON-LD headline, while h1 and og:title agree on other words: what readers are shown?"""
    words = fold_title(first)
    return len(words) >= _HEADLINE_CHARS and words == fold_title(shared) != fold_title(declared) == fold_title(tag)


def follows_kicker(shared: str, heading: str) -> bool:
    """Is the heading "Kicker: Headline" and og:title (``shared``) the headline?"""
    kicker = heading.removesuffix(shared)
    return kicker != heading and len(fold_title(shared)) >= _HEADLINE_CHARS and bool(_KICKER_SIGN.search(kicker))


def is_written_apart(shared: str, heading: str, others: tuple[str, str, str], card: str) -> bool:
    """Does og:title (``shared``) alone say something else than JSON-LD, h1, title element (``others``) and, where there is one, the card?

    Where a newsroom's system fills all of these from one field, the search engines' one, what only og:title has is the headline as the
    newsroom wrote it. Another spelling, a beginning or an extension of the same words is not something else.
    """
    words, same = fold_title(shared), fold_title(heading)
    if len(words) < _HEADLINE_CHARS or same.startswith(words) or same in words or _CUT.search(shared):
        return False
    return all(fold_title(other) == same for other in (*others, card or heading))


def is_spelt_alike(shared: str, heading: str, tag: str) -> bool:
    """Does the title element begin with og:title (``shared``) to the letter, which has the heading's words with other marks?"""
    if not tag.startswith(shared) or fold_title(shared) != fold_title(heading):
        return False
    return tag == shared or bool(_SEPARATOR.match(tag[len(shared) :]))


def restore_title(title: str, others: list[str]) -> str:
    """The whole of a headline that was cut to fit, or the headline alone where something was hung on to it."""
    bare = fold_title(title)
    cut = bool(_CUT.search(title))
    for other in others:
        longer = fold_title(other)
        if cut and len(longer) > len(bare) and longer.startswith(fold_title(_CUT.sub("", title))):
            return other
        if len(longer) >= _HEADLINE_CHARS and len(bare) > len(longer) and title.startswith(other) and _SEPARATOR.match(title[len(other) :]):
            return other
    return title


def section_names(head: PageHead) -> list[str]:
    """The sections that the page says it stands in."""
    declared = [value for key in _SECTION_METAS for value in head.metas.get(key, ())]
    return [t for t in (*declared, *map(unescape, list_of(head.article.get("articleSection")))) if t]


def strip_section(title: str, sections: list[str]) -> str:
    """ "Headline-Section" without the section, where a sign stands between the two."""
    for section in sections:
        bare = title.removesuffix(section)
        if bare != title and len(fold_title(bare)) >= _HEADLINE_CHARS and (sign := _TAIL_SIGN.search(bare)):
            return bare[: sign.start()]
    return title


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
    if not bare or _DATA.fullmatch(part.strip()):
        return bool(bare)
    return any(bare == n or bare in {"the" + n, n + "com", n + "news"} or n == "the" + bare for n in folded)


def fold_title(text: str) -> str:
    return _NOT_WORD.sub("", text.casefold())
