"""Who wrote an article: names only, from structured data first, from bylines after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from pipeline.extraction.structured import PageHead, Thing, fold, list_of, node_text, unescape
from pipeline.extraction.titles import fold_title
from pipeline.extraction.vocabulary import list_words


def _any_of(name: str) -> str:
    """An alternation of one vocabulary list, longest first."""
    return "|".join(re.escape(w) for w in sorted(list_words(name), key=len, reverse=True))


# ", senior culture editor", "- staff writer": a separator, up to three words, a job, and what follows it
_ROLE_WORDS: Final = re.compile(rf"\s*[,|–—\-(/•·]\s*(?:[\w&'’-]+\s+){{0,3}}(?:{_any_of('roles')})\b.*$", re.IGNORECASE)
_LEAD: Final = re.compile(rf"^(?:{_any_of('byline_leads')})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)
_BARS: Final = re.compile(r"\s*[,;|&•·]\s*|\s+/\s+")
_AND: Final = re.compile(rf"\s+(?:{_any_of('name_joints')})\s+", re.IGNORECASE)
_TRAILING_JOB: Final = re.compile(rf"(?<=\w)\s+(?:{_any_of('trailing_jobs')})$")
_NOTE: Final = re.compile(r"\s*\([^()]{1,12}\)$")  # a sign such as "(abc)" behind a name
_ADDRESS: Final = re.compile(r"https?:|www\.|@|^[\d\W]*$|^\S+\.[a-z]{2,3}$", re.IGNORECASE)
_BY_LINE: Final = re.compile(
    r"(?:^(?:(?:[Bb]y|BY|[Vv]on|[Pp]or|[Pp]ar|[Dd]oor|[Aa]v|[Aa]utor(?:a|in)?|[Aa]uthor):?)|(?<=\d )by|\|\s*[Bb]y)\s+([^|•·]{4,100})"
)
_BYLINE_CHARS: Final = 120
_CAPTIONS: Final = frozenset(list_words("byline_captions"))
_NOBODY: Final = frozenset(list_words("nobody"))
_PARTICLES: Final = frozenset(list_words("name_particles"))
_NOT_A_NAME: Final = re.compile(
    rf"https?:|www\.|[@:]|\.(?:com|net|org|de|fr|es|co|uk)\b|\d|(?<!\w)(?:{_any_of('no_names')})(?!\w)", re.IGNORECASE
)
_MAX_CHARS: Final = 2_000  # of a field of names; more is no such field, and patterns take long over it
_MAX_WORDS: Final = 6
_MAX_AUTHORS: Final = 12
_METAS: Final = list_words("author_metas")
_MARKUP: Final = list_words("author_markup")
_BYLINES: Final = list_words("byline_markup")


def find_authors(head: PageHead, near: Sequence[str] = ()) -> tuple[str, ...]:
    """The authors' names in the page's order, each once; the publisher, addresses and roles are none. Empty where nobody is named.

    Where the page declares its authors (JSON-LD, meta tags) their names are taken as they are, a desk's or an agency's too; in the
    visible byline, or at last in the lines ``near`` the title, only what looks like a person's name is.
    """
    return next((names for source in SOURCES if (names := read_source(source, head, near))), ())


def read_source(source: str, head: PageHead, near: Sequence[str] = ()) -> tuple[str, ...]:
    """What one of SOURCES names."""
    outlets = outlet_names(head)
    names = dict.fromkeys(n for n in SOURCES[source](head, near) if not _names_outlet(n, outlets))
    return tuple(names)[:_MAX_AUTHORS]


def outlet_names(head: PageHead) -> set[str]:
    """What the outlet calls itself, folded: declared names and its account."""
    return {fold_title(n) for n in (head.site_name or "", publisher_name(head), head.meta("twitter:site") or "")} - {""}


def _names_outlet(name: str, outlets: set[str]) -> bool:
    bare = fold_title(name)
    return any(bare in {o, "the" + o} or "the" + bare == o for o in outlets)


def publisher_name(head: PageHead) -> str:
    publisher = head.resolve(next(iter(list_of(head.article.get("publisher"))), None))
    return unescape(publisher.get("name")) if publisher else ""


def _from_structured(head: PageHead) -> Iterator[str]:
    for key in ("author", "creator"):
        for value in list_of(head.article.get(key)):
            yield from _names_of(head, value)


def _names_of(head: PageHead, value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _names_of(head, item)
        return
    if isinstance(value, str):
        yield from split_declared(unescape(value))
        return
    thing: Thing | None = head.resolve(value)
    if thing is None:
        return
    for name in list_of(thing.get("name")):
        yield from split_declared(unescape(name))


def _from_metas(head: PageHead) -> Iterator[str]:
    """Names from the first tag that has any but the outlet's."""
    outlets = outlet_names(head)
    for key in _METAS:
        names = [n for value in head.metas.get(key, ()) for n in split_declared(unescape(value)) if not _names_outlet(n, outlets)]
        if names:
            yield from names
            return
    label, value = head.meta("twitter:label1"), head.meta("twitter:data1")  # content systems' way of captioning a shared link
    if label and value and label.casefold() in _CAPTIONS:
        yield from split_declared(unescape(value))


def _from_markup(head: PageHead, selectors: Iterable[str]) -> Iterator[str]:
    """Names from the first element that has any, and from those beside it: further down a page other articles have theirs."""
    for selector in selectors:
        found: LexborNode | None = None
        for node in head.nodes(selector)[:_MAX_AUTHORS]:
            if found is not None and not _stand_together(found, node):
                continue
            for name in split_names(fold(node_text(node))):
                found = found or node
                yield name
        if found is not None:
            return


def _from_lines(lines: Iterable[str]) -> Iterator[str]:
    """Names after "By" at the start of a short line, or after a date and "by"."""
    for line in lines:
        match = _BY_LINE.search(line) if len(line) <= _BYLINE_CHARS else None
        names = [n for n in split_names(match[1]) if n[0].isupper()] if match else []
        if names:
            yield from names
            return


def _stand_together(node: LexborNode, other: LexborNode) -> bool:
    """Whether two elements share a parent or a grandparent."""
    mine, theirs = node.parent, other.parent
    if mine is None or theirs is None:
        return False
    return mine == theirs or (mine.parent is not None and mine.parent == theirs.parent)


def split_declared(text: str) -> Iterator[str]:
    """The names in a declared author field; addresses and numbers are none."""
    text = _LEAD.sub("", fold(text[:_MAX_CHARS]))
    if _ADDRESS.search(text):
        return
    for part in _split(_ROLE_WORDS.sub("", text)):
        name = _TRAILING_JOB.sub("", _NOTE.sub("", part).strip(" ,:;-–—|"))
        if name and len(name.split()) <= _MAX_WORDS and any(c.isalpha() for c in name) and name.casefold() not in _NOBODY:
            yield name


def split_names(text: str) -> Iterator[str]:
    """ "By Ana Ruiz and Ben Cole, staff writers" -> Ana Ruiz, Ben Cole. Nothing that does not look like a person's name comes out."""
    text = _LEAD.sub("", fold(text[:_MAX_CHARS]))
    for part in _split(_ROLE_WORDS.sub("", text)):
        name = _TRAILING_JOB.sub("", _LEAD.sub("", _NOTE.sub("", part).strip(" .,:;-–—|()")))
        if looks_like_name(name):
            yield name


def _split(text: str) -> Iterator[str]:
    """At commas and bars, and at "and" where a whole name stands on both sides of it."""
    for part in _BARS.split(text):
        names = _AND.split(part)
        if all(len(n.split()) > 1 for n in names):
            yield from names
        else:
            yield part


def looks_like_name(text: str) -> bool:
    words = text.split()
    if not 1 < len(words) <= _MAX_WORDS or _NOT_A_NAME.search(text):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w.casefold() in _PARTICLES for w in words) or not text.isascii()


# Where names are looked for, in the order in which they are believed.
SOURCES: Final[dict[str, Callable[[PageHead, Sequence[str]], Iterator[str]]]] = {
    "JSON-LD": lambda head, _: _from_structured(head),
    "meta tags": lambda head, _: _from_metas(head),
    "rel=author, microdata": lambda head, _: _from_markup(head, _MARKUP),
    "byline classes": lambda head, _: _from_markup(head, _BYLINES),
    "lines by the title": lambda _, near: _from_lines(near),
}
