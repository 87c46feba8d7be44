"""An article's title, without the site's name around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from pipeline.extraction.structured import PageHead, list_of, unescape
from pipeline.extraction.vocabulary import list_words

_SEPARATOR: Final = re.compile(r"\s+[|\-–—·•:»«›‹~/]{1,2}\s+|\s*[|ㅣ｜]\s*|\s+::\s+")
_DATA: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|by\s+\S+(?:\s+\S+){0,4}", re.IGNORECASE)
_NOT_WORD: Final = re.compile(r"[\W_]+")
_WORD: Final = re.compile(r"\w+")
_TAIL_SIGN: Final = re.compile(r"\s+[|\-–—·•»›~/]\s+$|\s*\|\s*$|(?<=[^\x00-\x7f])-$")  # a tight hyphen joins words where letters have cases
_CUT: Final = re.compile(r"\s*(?:…|\.\.\.)$")
_SECTION_METAS: Final = list_words("section_metas")
_HEADLINE_CHARS: Final = 15  # letters; a shorter beginning may be a kicker
_MAX_HEADINGS: Final = 10  # first ones of a page among which the article's is looked for
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
    og:title where it alone differs, where it stands in the heading among added words, or where the title element has its
    spelling, and h1 where JSON-LD has the search engines' title or an earlier one, or where there is no JSON-LD.
    """
    names, sections = fold_names(site_names(head, url)), section_names(head)
    headings = [h[:_MAX_CHARS] for h in head.texts("h1")[:_MAX_HEADINGS]]
    sources = (
        unescape(head.article.get("headline") or head.article.get("name")),
        unescape(head.meta("og:title") or ""),
        next(iter(headings), ""),
        unescape(head.meta("twitter:title", "title", "dc.title", "parsely-title", "sailthru.title") or ""),
        next(iter(head.texts("title")), ""),
    )
    declared, shared, first, card, tag = (strip_names(t, names, sections) for t in sources)
    stated = [t for t in (first if is_for_search(declared, shared, first, tag) else declared, shared, first, card, tag) if t]
    candidates = [t for t in stated if fold_title(t) not in names] or stated
    if not candidates:
        return Titles(None, None)
    heading = restore_title(candidates[0], candidates[1:])
    h1 = strip_names(pick_heading(headings, names, (declared, shared, tag)), names, sections)
    is_declared = bool(declared) and (bool(shared) or fold_title(declared) not in names)
    title = choose_shown(heading, h1, first, (shared, tag, card), is_declared=is_declared)
    if shared in candidates and is_newsrooms(shared, title, (declared, first, tag), card):
        title = shared
    return Titles(title, heading)


def choose_shown(heading: str, h1: str, first: str, others: tuple[str, str, str], *, is_declared: bool) -> str:
    """``heading``, or the article's own h1 (``h1``; ``first`` is the page's first) where that is what readers are shown.

    ``others``: og:title, the title element and the card. ``is_declared``: JSON-LD has a headline, and one that is not merely the site's
    name where there is no og:title either.
    """
    shared, tag, card = others
    if not h1:
        return heading
    if is_declared:
        return h1 if is_left_behind(heading, (shared, h1, tag, card or h1)) else heading
    if not shared and h1 == first:  # then h1 is the heading, or this is more of it, or h1 is the site's name
        return heading
    return h1 if heading == first or is_shown(h1, shared, tag) else heading


def is_newsrooms(shared: str, title: str, others: tuple[str, str, str], card: str) -> bool:
    """Is og:title (``shared``) the headline as the newsroom wrote it, and ``title`` something made of it?"""
    return is_lengthened(shared, title, card) or is_written_apart(shared, title, others, card) or is_spelt_alike(shared, title, others[-1])


def strip_names(text: str, names: Set[str], sections: list[str]) -> str:
    """A source's text without the site's name and the section's."""
    return strip_section(strip_site_name(text[:_MAX_CHARS].rstrip(), names), sections)


def pick_heading(headings: Sequence[str], names: Set[str], others: tuple[str, str, str]) -> str:
    """The article's own h1: the first that has much in common with ``others``, else the first that is not the site's name."""
    left = [h for h in headings if fold_title(h) not in names] or list(headings)
    if len(left) < 2:
        return next(iter(left), "")
    said = [t for t in others if len(fold_title(t)) >= _HEADLINE_CHARS]
    return next((h for h in left if len(fold_title(h)) >= _HEADLINE_CHARS and any(is_alike(h, t) for t in said)), left[0])


def is_left_behind(declared: str, shown: tuple[str, str, str, str]) -> bool:
    """Do all others say one thing, and the JSON-LD headline another that begins alike: another edition, which nobody is shown?"""
    words, letters = {fold_title(t) for t in shown}, fold_title(declared)
    return (
        len(words) == 1 and len(letters) >= _HEADLINE_CHARS and letters not in words and words.pop().startswith(letters[:_HEADLINE_CHARS])
    )


def is_shown(h1: str, shared: str, tag: str) -> bool:
    """On a page without a JSON-LD headline, is the article's own h1 (``h1``) the headline in other words than og:title (``shared``)?

    Not where it is shorter by a kicker or has og:title with something around it, and not where it has little in common with the others.
    """
    words, others = fold_title(h1), fold_title(shared)
    if len(words) < _HEADLINE_CHARS or (others and others in words):
        return False
    kicker = shared.removesuffix(h1).rstrip()
    return not (kicker != shared and kicker.endswith(":")) and (share_words(h1, shared) or share_words(h1, tag))


def is_alike(one: str, other: str) -> bool:
    """Do two texts share half their words, or is one a part of the other?"""
    letters, others = fold_title(one), fold_title(other)
    return letters in others or others in letters or share_words(one, other)


def share_words(one: str, other: str) -> bool:
    """Has one text half of the other's words?"""
    words, others = (set(_WORD.findall(t.casefold())) for t in (one, other))
    return 2 * len(words & others) >= min(len(words), len(others)) > 0


def is_lengthened(shared: str, heading: str, card: str) -> bool:
    """Do og:title (``shared``) and ``card`` begin alike, and is the heading og:title with words put in, as for search engines?

    Where the heading goes on behind og:title's last word, og:title may have been cut to fit.
    """
    if not fold_title(card).startswith(fold_title(shared)):
        return False
    words, longer = (_WORD.findall(t.casefold()) for t in (shared, heading))
    if len(fold_title(shared)) < _HEADLINE_CHARS or not len(words) < len(longer) <= 2 * len(words) or words[-1] != longer[-1]:
        return False
    rest = iter(longer)
    return all(word in rest for word in words)


def is_for_search(declared: str, shared: str, first: str, tag: str) -> bool:
    """Does only the title element repeat the JSON-LD headline, while h1 and og:title agree on other words: what readers are shown?"""
    words = fold_title(first)
    return len(words) >= _HEADLINE_CHARS and words == fold_title(shared) != fold_title(declared) == fold_title(tag)


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


def fold_names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_title, names)) - {""}


def strip_site_name(title: str, folded: Set[str]) -> str:
    """ "Headline | Site" and "Site - Headline" without the site; unchanged where no part is one of the site's (``folded``) names."""
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


def _names_site(part: str, folded: Set[str]) -> bool:
    bare = fold_title(part)
    if not bare or _DATA.fullmatch(part.strip()):
        return bool(bare)
    return any(bare == n or bare in {"the" + n, n + "com", n + "news"} or n == "the" + bare for n in folded)


def fold_title(text: str) -> str:
    return _NOT_WORD.sub("", text.casefold())
