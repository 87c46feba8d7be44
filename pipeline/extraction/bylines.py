"""Who wrote an article: names only, from structured data first, from bylines after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.extraction.structured import PageHead, Thing, fold, list_of, node_text, types_of, unescape
from pipeline.extraction.titles import fold_title
from pipeline.extraction.vocabulary import list_words

_ORGANISATIONS: Final = frozenset(("organization", "newsmediaorganization", "corporation", "brand", "localbusiness", "website"))


def _any_of(name: str) -> str:
    """An alternation of one vocabulary list, longest first."""
    return "|".join(re.escape(w) for w in sorted(list_words(name), key=len, reverse=True))


# ", senior culture editor", "- staff writer": a separator, up to three words, a job, and what follows it
_ROLE_WORDS: Final = re.compile(rf"\s*[,|–—\-(/•·]\s*(?:[\w&'’-]+\s+){{0,3}}(?:{_any_of('roles')})\b.*$", re.IGNORECASE)
_LEAD: Final = re.compile(rf"^(?:{_any_of('byline_leads')})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)
_JOINTS: Final = re.compile(rf"\s*(?:[,;/|&•·]|(?<!\w)(?:{_any_of('name_joints')})(?!\w))\s*")
_NOT_A_NAME: Final = re.compile(
    rf"https?:|www\.|@|\.(?:com|net|org|de|fr|es|co|uk)\b|\d{{2,}}|(?<!\w)(?:{_any_of('no_names')})(?!\w)", re.IGNORECASE
)
_MAX_WORDS: Final = 6
_MAX_AUTHORS: Final = 12
_METAS: Final = list_words("author_metas")
_MARKUP: Final = list_words("author_markup")
_BYLINES: Final = list_words("byline_markup")


def find_authors(head: PageHead) -> tuple[str, ...]:
    """The authors' names in the page's order, each once; publishers, addresses, desks and roles are none. Empty where nobody is named."""
    outlets = {fold_title(n) for n in (head.site_name or "", publisher_name(head))} - {""}
    for source in (_from_structured(head), _from_metas(head), _from_markup(head, _MARKUP), _from_markup(head, _BYLINES)):
        names = list(dict.fromkeys(n for n in source if fold_title(n) not in outlets))
        if names:
            return tuple(names[:_MAX_AUTHORS])
    return ()


def publisher_name(head: PageHead) -> str:
    publisher = head.resolve(next(iter(list_of(head.article.get("publisher"))), None))
    return unescape(publisher.get("name")) if publisher else ""


def _from_structured(head: PageHead) -> Iterator[str]:
    for key in ("author", "creator"):
        for value in list_of(head.article.get(key)):
            yield from _names_of(head, value)


def _names_of(head: PageHead, value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from split_names(unescape(value))
        return
    thing: Thing | None = head.resolve(value)
    if thing is None or types_of(thing) & _ORGANISATIONS:
        return
    for name in list_of(thing.get("name")):
        yield from split_names(unescape(name))


def _from_metas(head: PageHead) -> Iterator[str]:
    for key in _METAS:
        names = [n for value in head.metas.get(key, ()) for n in split_names(unescape(value))]
        if names:
            yield from names
            return


def _from_markup(head: PageHead, selectors: Iterable[str]) -> Iterator[str]:
    for selector in selectors:
        names = [n for node in head.nodes(selector)[:_MAX_AUTHORS] for n in split_names(fold(node_text(node)))]
        if names:
            yield from names
            return


def split_names(text: str) -> Iterator[str]:
    """ "By Ana Ruiz and Ben Cole, staff writers" -> Ana Ruiz, Ben Cole. Nothing that does not look like a person's name comes out."""
    text = _LEAD.sub("", fold(text))
    for part in _JOINTS.split(_ROLE_WORDS.sub("", text)):
        name = _LEAD.sub("", part.strip(" .,:;-–—|()"))
        if looks_like_name(name):
            yield name


def looks_like_name(text: str) -> bool:
    words = text.split()
    return bool(words) and len(words) <= _MAX_WORDS and any(c.isalpha() for c in text) and not _NOT_A_NAME.search(text)
