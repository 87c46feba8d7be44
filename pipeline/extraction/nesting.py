"""A guard against pages that are nested without end, or open formatting without end: parsers take quadratic time over them."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from pipeline.extraction.vocabulary import list_words

_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
# Void elements, and those that close by themselves when the next one opens.
_FLAT: Final = frozenset(tag.encode() for tag in list_words("flat_tags"))
# Elements that HTML reopens in every block until they are closed: so many of them times so many blocks become nodes (HTML, 13.2.4.3).
_FORMATS: Final = "|".join("".join(f"[{c}{c.upper()}]" for c in tag) for tag in list_words("format_tags"))
_INITIALS: Final = "".join(sorted({c for tag in list_words("format_tags") for c in (tag[0], tag[0].upper())}))
# with attributes; of those that are alike only three are reopened. The look ahead spares most tags the trial of each name.
_REOPENED: Final = re.compile(rf"<(?=[{_INITIALS}])(?:{_FORMATS})[\s/]".encode())
_FORMAT: Final = re.compile(rf"</?(?:{_FORMATS})(?:[\s/][^>]*)?>".encode())
_FEW: Final = 2_500  # tags that cannot do harm even if every other one is reopened by every second
_MOST_NODES: Final = 1_200_000  # no real page that was looked at comes to a million
_LONG_TAG: Final = 50_000  # bytes; in so many fit the attributes that take a parser seconds
_MOST_ATTRIBUTES: Final = 5_000
_QUOTED: Final = re.compile(rb"\"[^\"]*\"|'[^']*'")
_SUSPECT: Final = 20_000  # tags; up to so many, even all nested, are parsed in half a second
_DEEPEST: Final = 2_000  # real pages stay under 100


def is_ordinary(page: bytes) -> bool:
    """Whether a page has no more tags than real ones: the libraries that search the rest take quadratic time over more."""
    return count_tags(page) <= _SUSPECT


def count_tags(page: bytes) -> int:
    """How many "<" there are. Numpy's comparison takes a fifth of the time of bytes.count, which starts anew at each."""
    return int(np.count_nonzero(np.frombuffer(page, np.uint8) == ord("<")))


def cut_nesting(page: bytes) -> bytes:
    """The page (UTF-8) up to where its elements are nested deeper than any page's; nearly always all of it.

    Where formatting could make more nodes than a page has, its tags are left out.
    """
    tags = count_tags(page)
    if tags > _FEW and (tags > _SUSPECT or tags * len(_REOPENED.findall(page)) > _MOST_NODES):
        page = drop_formatting(page)
    page = cut_attributes(page)
    if tags <= _SUSPECT:
        return page
    depth = 0
    for tag in _TAG.finditer(page):
        if tag[2].lower() in _FLAT:
            continue
        if tag[1]:
            depth = max(0, depth - 1)
        else:
            depth += 1
            if depth > _DEEPEST:
                return page[: tag.start()]
    return page


def drop_formatting(page: bytes) -> bytes:
    """The page without the tags of its formatting elements; their text stays."""
    end = page.rfind(b">") + 1  # behind it no tag ends, and each search for an end would run through the rest
    return _FORMAT.sub(b"", page[:end]) + page[end:]


def cut_attributes(page: bytes) -> bytes:
    """The page up to a tag of more attributes than any has: parsers compare each with all before it."""
    at = _LONG_TAG // 2  # a run of a long tag's length holds one of these places
    while at < len(page):
        start, end = page.rfind(b"<", 0, at), page.find(b"<", at)
        end = len(page) if end < 0 else end
        if end - start > _LONG_TAG and page[start + 1 : start + 2].isalpha() and _count_attributes(page[start:end]) > _MOST_ATTRIBUTES:
            return page[:start]
        at = max(end, at) + _LONG_TAG // 2 if end - start > _LONG_TAG else at + _LONG_TAG // 2
    return page


def _count_attributes(tag: bytes) -> int:
    return len(_QUOTED.sub(b"", tag.partition(b">")[0]).split())
