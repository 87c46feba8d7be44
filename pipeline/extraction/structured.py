"""What a page says about itself in its head and its structured data, read once: meta tags, JSON-LD, links, microdata."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Final, Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.extraction.vocabulary import list_words

Thing = Mapping[str, Any]  # one JSON-LD object

ARTICLE_TYPES: Final = frozenset(list_words("article_types"))
_PAGE_TYPES: Final = frozenset(("webpage", "itempage", "videoobject", "podcastepisode", "imagegallery", "collectionpage", "creativework"))
_LEADING_NOISE: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
_NOT_WORD: Final = re.compile(r"[\W_]+")
_TRAILING_COMMA: Final = re.compile(r",\s*(?=[}\]])")
_REPAIRS: Final[tuple[Callable[[str], str], ...]] = (str, lambda text: _TRAILING_COMMA.sub("", text), html.unescape)
# All that every page is asked for, in one list.
_LOOKED_FOR: Final = (
    'meta, h1, title, time, abbr, script[type*="ld+json"], link[rel], [itemprop], [itemtype], [rel~="author"], '
    '[class*="wall" i], [id*="wall" i], [data-paywall]'
)
# What a selector asks for: elements or attributes of that list ...
_SIGNS: Final = {
    "itemprop": re.compile(r"\[itemprop"), "author": re.compile(r'\[rel~="author"'), "time": re.compile(r"(?:^|\s)time\b"),
    "abbr": re.compile(r"(?:^|\s)abbr\b"), "wall": re.compile(r"wall"),
}  # fmt: skip
# ... or elements with a part of a name, which few pages need.
_NAMED: Final = re.compile(r'\[[\w-]+\*="([\w-]+)" i\]')
_BYLINES: Final = ", ".join(dict.fromkeys(m[0] for words in list_words("byline_markup") for m in _NAMED.finditer(words)))
_MAX_DEPTH: Final = 12
_MAX_THINGS: Final = 400


@dataclass(slots=True)
class _Found:
    """Flattened JSON-LD."""

    things: list[Thing] = field(default_factory=list)
    by_id: dict[str, Thing] = field(default_factory=dict)


class PageHead:
    """The page's statements about itself. Everything is text as written, entities resolved, white space folded.

    One walk over the tree finds all that is asked for on every page; what no page of a kind has is not looked for again.
    """

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._tree = tree
        self._tagged: dict[str, list[LexborNode]] = {}
        self._itemtypes: list[str] = []
        self._links: list[tuple[list[str], str]] = []  # words of rel in lower case, address
        self._there: set[str] = set()  # which of _SIGNS the page has
        self.metas: dict[str, list[str]] = {}
        last = 0
        for node in tree.css(_LOOKED_FOR):
            if node.mem_id == last:  # named by two of the selectors
                continue
            last = node.mem_id
            self._note(node, node.tag or "", node.attributes)

    def _note(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> None:
        self._tagged.setdefault(tag, []).append(node)
        self._there.add(tag)
        if not attributes:
            return
        if "itemprop" in attributes:
            self._there.add("itemprop")
        rel = (attributes.get("rel") or "").lower().split() if "rel" in attributes else []
        if "author" in rel:
            self._there.add("author")
        if "data-paywall" in attributes or any("wall" in name.lower() for name in map(attributes.get, ("class", "id")) if name):
            self._there.add("wall")
        if "itemtype" in attributes:
            self._itemtypes.append(attributes["itemtype"] or "")
        if tag == "link":
            self._links.append((rel, (attributes.get("href") or "").strip()))
        elif tag == "meta" and (content := fold(attributes.get("content") or "")):
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := attributes.get(key):
                    self.metas.setdefault(name.strip().lower(), []).append(content)

    def meta(self, *names: str) -> str | None:
        """The first value of the first of these names that the page has."""
        return next((self.metas[n][0] for n in names if n in self.metas), None)

    @cached_property
    def _found(self) -> _Found:
        found = _Found()
        for node in self._tagged.get("script", ()):
            if "ld+json" in (node.attributes.get("type") or "").lower():
                _flatten(parse_json_ld(node.text()), found, 0)
        return found

    @property
    def things(self) -> list[Thing]:
        """Every JSON-LD object of the page, @graph and nesting flattened, in document order."""
        return self._found.things

    @cached_property
    def article(self) -> Thing:
        """The JSON-LD object that describes this article, which no single post of a live blog does; empty where there is none."""
        candidates = [
            t for t in self.things if types_of(t) & ARTICLE_TYPES and (t.get("headline") or t.get("name") or t.get("datePublished"))
        ]
        posts = {id(post) for t in candidates for post in list_of(t.get("liveBlogUpdate"))}
        candidates = [t for t in candidates if id(t) not in posts]
        if len(candidates) > 1:
            shown = {_letters(t) for t in (*self.texts("h1")[:1], *self.metas.get("og:title", ())[:1])}
            return max(candidates, key=lambda t: (_is_main(t), _letters(t.get("headline")) in shown, "articleBody" in t, _has_names(t)))
        if candidates:
            return candidates[0]
        return next((t for t in self.things if types_of(t) & _PAGE_TYPES and t.get("datePublished")), {})

    def resolve(self, value: object) -> Thing | None:
        """A JSON-LD value that only points to another object by @id, replaced by that object."""
        if not isinstance(value, Mapping):
            return None
        target = self._found.by_id.get(str(value.get("@id", "")))
        if target is not None and len(target) > len(value):
            return target
        return value

    @property
    def types(self) -> tuple[str, ...]:
        """schema.org types that the page declares in JSON-LD and microdata, in document order, each once."""
        names = [name for thing in self.things for name in list_of(thing.get("@type")) if isinstance(name, str)]
        names += [name.rstrip("/").rsplit("/", 1)[-1] for name in self._itemtypes]
        return tuple(dict.fromkeys(n.rsplit("/", 1)[-1] for n in names if n))

    @cached_property
    def html_language(self) -> str | None:
        node = self._tree.root
        return (node.attributes.get("lang") or node.attributes.get("xml:lang")) if node is not None else None

    def link(self, rel: str) -> str | None:
        return next((href for words, href in self._links if href and rel in words), None)

    def texts(self, tag: Literal["h1", "title"]) -> list[str]:
        """The folded, non-empty texts of these elements."""
        return [t for t in (fold(node_text(n)) for n in self._tagged.get(tag, ())) if t]

    def nodes(self, selector: str) -> list[LexborNode]:
        """The elements that match, in document order; a walk over the page unless it has none of what the selector asks for."""
        may_match = any(signs <= self._there and all(name in self._named for name in names) for signs, names in _read_needs(selector))
        return self._tree.css(selector) if may_match else []

    @cached_property
    def _named(self) -> str:
        """Classes and test names, in lower case, of the elements whose names look like a byline's."""
        found = (node.attributes for node in self._tree.css(_BYLINES))
        return " ".join(f"{attributes.get('class')} {attributes.get('data-testid')}" for attributes in found).lower()

    @cached_property
    def site_name(self) -> str | None:
        publisher = self.resolve(first_of(self.article.get("publisher")))
        named = publisher.get("name") if publisher else None
        return self.meta("og:site_name", "application-name") or (fold(named) if isinstance(named, str) and named.strip() else None)


@lru_cache(maxsize=200)
def _read_needs(selector: str) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """For each alternative of a selector what a page must have for it to match: signs of _SIGNS, parts of names."""
    return tuple(
        (
            frozenset(sign for sign, pattern in _SIGNS.items() if pattern.search(part)),
            tuple(m[1].lower() for m in _NAMED.finditer(part) if "wall" not in m[1]),
        )
        for part in map(str.strip, selector.split(","))
    )


def node_text(node: LexborNode) -> str:
    return "".join(
        n.text_content or ""
        for n in node.traverse(include_text=True)
        if n.tag == "-text" and n.parent is not None and n.parent.tag not in {"style", "script"}
    )


def fold(text: str) -> str:
    return " ".join(text.split())


def unescape(text: object) -> str:
    """JSON-LD text, in which publishers leave entities (sometimes twice) and tags."""
    if not isinstance(text, str):
        return ""
    plain = html.unescape(html.unescape(text)) if "&" in text else text
    if "<" in plain:
        plain = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", plain)
    return fold(plain)


def parse_json_ld(text: str) -> object:
    """The JSON in a script element, repaired where the usual slips broke it; None when it is beyond that."""
    text = _LEADING_NOISE.sub("", text).strip().rstrip(";")
    if not text:
        return None
    for repair in _REPAIRS:
        try:
            return json.loads(repair(text), strict=False)
        except (ValueError, RecursionError):
            continue
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _flatten(value: object, found: _Found, depth: int) -> None:
    if depth > _MAX_DEPTH or len(found.things) >= _MAX_THINGS:
        return
    if isinstance(value, list):
        for item in value:
            _flatten(item, found, depth + 1)
    elif isinstance(value, Mapping):
        if "@type" in value:
            found.things.append(value)
        identity = value.get("@id")
        if isinstance(identity, str) and identity and len(value) > len(found.by_id.get(identity, {})):
            found.by_id[identity] = value
        for item in value.values():
            if isinstance(item, list | Mapping):
                _flatten(item, found, depth + 1)


def _is_main(thing: Thing) -> bool:
    return "mainEntityOfPage" in thing or "datePublished" in thing


def _has_names(thing: Thing) -> tuple[bool, bool]:
    return bool(thing.get("headline")), bool(thing.get("author"))


def _letters(text: object) -> str:
    return _NOT_WORD.sub("", unescape(text).casefold())


def types_of(thing: Thing) -> set[str]:
    return {str(t).rsplit("/", 1)[-1].lower() for t in list_of(thing.get("@type"))}


def list_of(value: object) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def first_of(value: object) -> object:
    return next(iter(list_of(value)), None)


def texts_of(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if text := unescape(value):
            yield text
