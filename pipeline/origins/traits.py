"""What a page's source tells of who runs the site: account numbers, and the skeleton of its template.

Read from the bytes as archived, of a few pages a site and night: a template and an account stand on every page.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, Literal

import re2
from selectolax.lexbor import LexborHTMLParser, LexborNode

_FILE: Final = Path(__file__).parent / "marks.toml"
PAGES_A_SITE: Final = 6  # read of one site's attempt: enough to tell what stands on all of them
SKELETON_SIZE: Final = 64  # smallest hashes kept of a page's skeleton (bottom-k, as in shingles.py)
MIN_SKELETON: Final = 12  # a page of fewer distinct shapes has no template to speak of
_MOST_NODES: Final = 6_000
_MOST_OF_A_KIND: Final = 4  # values of one kind on one page; more is a list of other people's
_DIGITS: Final = re.compile(r"\d+")
# What an article's own text is made of: it says nothing of the template.
_TEXT_TAGS: Final = frozenset(
    ("a", "b", "br", "em", "i", "img", "p", "span", "strong", "sub", "sup", "u", "path", "source", "-text", "-comment")
)

Weight = Literal["strong", "weak"]


@dataclass(frozen=True, slots=True)
class PageTraits:
    """``marks``: "kind:value" texts, kinds of marks.toml. ``skeleton``: smallest hashes of the template's shapes; () for too few."""

    marks: tuple[str, ...] = ()
    skeleton: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkKind:
    """One kind of mark of marks.toml. ``pattern``: compiled by re2, over bytes; ``hint``: a pattern for what every match of it has."""

    name: str
    label: str
    weight: Weight
    pattern: Any
    hint: bytes
    defaults: frozenset[str]


@cache
def load_marks() -> dict[str, MarkKind]:
    """The kinds of marks.toml by name, read once."""
    told = tomllib.loads(_FILE.read_text("utf-8"))
    return {
        name: MarkKind(
            name, kind["label"], kind["weight"], _compile(kind["pattern"]), kind["hint"].encode(), frozenset(kind.get("defaults", ()))
        )
        for name, kind in told.items()
    }


@cache
def _find_kinds() -> tuple[Any, list[tuple[str, MarkKind]]]:
    """One automaton that tells in one pass which kinds of marks a page may have (by their hints), and the kinds by number."""
    finder, kinds = re2.Set.SearchSet(_options()), list(load_marks().items())
    for _, kind in kinds:
        finder.Add(kind.hint)
    finder.Compile()
    return finder, kinds


def read_traits(payload: bytes) -> PageTraits:
    """The traits of one page's source. Never raises: what cannot be read has none."""
    return PageTraits(tuple(find_marks(payload)), tuple(take_skeleton(payload)))


def find_marks(payload: bytes) -> Iterator[str]:
    """Each mark once, kinds in the order of marks.toml; of a kind with too many values none."""
    finder, kinds = _find_kinds()
    for number in sorted(finder.Match(payload) or ()):
        name, kind = kinds[number]
        found = dict.fromkeys(
            next(group for group in match.groups() if group).decode("ascii", "replace") for match in kind.pattern.finditer(payload)
        )
        values = [value for value in found if value not in kind.defaults]
        if len(values) <= _MOST_OF_A_KIND:
            yield from (f"{name}:{value}" for value in values)


def take_skeleton(payload: bytes) -> list[int]:
    """Hashes of the distinct shapes (an element with its class, its parent's and its grandparent's) of the page outside its text."""
    tree = LexborHTMLParser(payload)
    if tree.body is None:
        return []
    shapes = {_hash_shape(shape) for shape in set(_list_shapes(tree.body))}
    return sorted(shapes)[:SKELETON_SIZE] if len(shapes) >= MIN_SKELETON else []


def _list_shapes(body: LexborNode) -> Iterator[str]:
    stack: list[tuple[LexborNode, str, str]] = [(body, "", "")]
    seen = 0
    while stack and seen < _MOST_NODES:
        node, above, over = stack.pop()
        child = node.child
        while child is not None:
            tag = child.tag or ""
            if tag not in _TEXT_TAGS:
                seen += 1
                sign = _sign(tag, child.attributes.get("class") or "")
                yield f"{over}>{above}>{sign}"
                stack.append((child, sign, above))
            child = child.next


@lru_cache(maxsize=10_000)
def _sign(tag: str, names: str) -> str:
    """ "div.post-body entry": tag and classes in order of the alphabet, numbers (ids of posts and adverts) out."""
    classes = _DIGITS.sub("#", names).lower().split()
    return f"{tag}.{' '.join(sorted(set(classes)))}" if classes else tag


def _hash_shape(shape: str) -> int:
    return int.from_bytes(blake2b(shape.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _compile(pattern: str) -> Any:
    return re2.compile(pattern.encode("latin-1"), _options())


def _options() -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # bytes, not characters
    options.log_errors = False
    return options
