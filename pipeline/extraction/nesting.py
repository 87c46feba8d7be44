"""A guard against pages that are nested without end: parsers take quadratic time over them."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.vocabulary import list_words

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
# Void elements, and those that close by themselves when the next one opens.
_FLAT: Final = frozenset(list_words("flat_tags"))
_SUSPECT: Final = 20_000  # tags; up to so many, even all nested, are parsed in half a second
_DEEPEST: Final = 2_000  # real pages stay under 100


def is_ordinary(page: str) -> bool:
    """Whether a page has no more tags than real ones: the libraries that search the rest take quadratic time over more."""
    return page.count("<") <= _SUSPECT


def cut_nesting(page: str) -> str:
    """The page up to where its elements are nested deeper than any page's; nearly always all of it."""
    if is_ordinary(page):
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
