"""A page's body as a flat list of text blocks in document order, each knowing the boxes (elements) around it.

One walk over the tree, without recursion: a page may be nested as deep as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from pipeline.extraction.vocabulary import list_words
from pipeline.models import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# tag -> what the walk does with it; "" for all that is not here
_ROLES: Final = dict.fromkeys(list_words("block_tags"), "block") | dict.fromkeys(list_words("skipped_tags"), "skipped") | {"a": "link"}
_FURNITURE_TAGS: Final = frozenset(("nav", "footer", "aside", "figcaption", "caption", "form", "menu"))
_FURNITURE_ROLES: Final = frozenset(("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

# Names of boxes that are furniture wherever they stand. Judged on each name of class and id apart, on whole words of it.
_FURNITURE: Final = re.compile(rf"(?<![a-z])(?:{'|'.join(list_words('furniture_names'))})(?![a-z])")
_PROSE_NAME: Final = re.compile(rf"(?<![a-z])(?:{'|'.join(list_words('prose_names'))})(?![a-z])")
_LEAD_NAME: Final = re.compile(rf"(?<![a-z])(?:{'|'.join(list_words('lead_names'))})(?![a-z])")
_IGNORED_NAME: Final = re.compile(rf"^(?:{'|'.join(list_words('ignored_name_starts'))})")
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_LABEL: Final = re.compile(r"(?<![a-z])(?:label|key|term|name|heading|title|dt)(?![a-z])")
_LABEL_CHARS: Final = 40
_VALUE_CHARS: Final = 300


@dataclass(slots=True, eq=False)
class Box:
    """One block element. ``furniture``: its own name or tag says that it is not the article's text; ``weight`` is set by the chooser."""

    parent: Box | None
    tag: str
    names: str
    furniture: bool = False
    depth: int = 0
    itemprop: str = ""
    weight: float = 0.0
    total: float = 0.0
    has_title: bool = False  # an h1 stands in it


@dataclass(slots=True, eq=False)
class Block:
    """One run of text. ``linked`` counts the characters inside links; ``links`` are (href as written, text); ``prose`` is the chooser's."""

    text: str
    kind: BlockKind
    tag: str
    box: Box
    linked: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)
    prose: float | None = None


def read_blocks(body: LexborNode) -> list[Block]:
    """All blocks under ``body``; scripts, forms' fields and embedded media are left out, everything else is there to choose from."""
    return join_terms(_Walk(body).blocks)


def join_terms(blocks: list[Block]) -> list[Block]:
    """A term and its one short description become a fact row."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        short = len(block.text) <= _VALUE_CHARS
        if last is not None and last.tag == "dt" and block.tag == "dd" and last.box.parent is block.box.parent and short:
            text = f"{last.text.rstrip(' :')}: {block.text}"
            joined[-1] = Block(text, "fact_row", "dd", block.box, last.linked + block.linked, last.links + block.links)
        elif (
            last is not None and last.kind == "fact_row" and last.tag == block.tag == "dd" and short and last.box.parent is block.box.parent
        ):
            joined[-1] = Block(
                f"{last.text}; {block.text}", "fact_row", "dd", block.box, last.linked + block.linked, last.links + block.links
            )
        else:
            joined.append(block)
    return joined


def names_furniture(names: str) -> bool:
    """Whether class and id (lower case, hyphens) say that a box is furniture; a name that says it is prose wins."""
    senses = [read_name(name) for name in names.split()]
    return "furniture" in senses and "prose" not in senses


def names_prose(names: str) -> bool:
    """Whether class and id say that a box is the article's text."""
    return any(read_name(name) == "prose" for name in names.split())


@lru_cache(maxsize=50_000)
def read_name(name: str) -> Literal["prose", "furniture", ""]:
    """What one name of a class or id says that a box is; prose where it says both."""
    if _PROSE_NAME.search(name):
        return "prose"
    return "furniture" if not _IGNORED_NAME.match(name) and _FURNITURE.search(name) else ""


def names_lead(names: str) -> bool:
    """Whether class and id say that a box holds the summary that stands between title and text."""
    return bool(_LEAD_NAME.search(names))


def make_box(parent: Box, node: LexborNode, tag: str) -> Box:
    """The box of a block element inside ``parent``."""
    attributes = node.attributes
    if not attributes:
        return Box(parent, tag, " ", tag in _FURNITURE_TAGS or (tag == "figure" and not holds_text(node)), parent.depth + 1)
    css_class, identity = attributes.get("class") or "", attributes.get("id") or ""
    names, furniture = read_names(css_class, identity)
    furniture = (
        furniture
        or tag in _FURNITURE_TAGS
        or (len(attributes) > bool(css_class) + bool(identity) and is_out_of_sight(attributes))
        or (tag == "figure" and not holds_text(node))
    )
    return Box(parent, tag, names, furniture, parent.depth + 1, attributes.get("itemprop") or "")


def is_out_of_sight(attributes: Mapping[str, str | None]) -> bool:
    """Whether attributes beside class and id hide an element, or give it furniture's role."""
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in _FURNITURE_ROLES
        or ((style := attributes.get("style")) is not None and bool(_HIDDEN_STYLE.search(style)))
    )


def holds_text(figure: LexborNode) -> bool:
    """Whether a figure shows words, not a picture."""
    return figure.css_first("blockquote, table, pre") is not None


@lru_cache(maxsize=20_000)
def read_names(css_class: str, identity: str) -> tuple[str, bool]:
    """Class and id as one text (lower case, hyphens), and whether they name furniture. A site's pages share nearly all of theirs."""
    names = f"{css_class} {identity}".lower().replace("_", "-")
    return names, names_furniture(names)


def find_kind(box: Box) -> BlockKind:
    """What a block in this box is, going by the elements around it."""
    if box.tag in _HEADINGS:
        return "heading"
    if box.tag in {"figcaption", "caption"}:
        return "caption"
    around: Box | None = box
    for _ in range(4):
        if around is None or around.tag in {"article", "section", "main", "td"}:
            break
        if around.tag in {"li", "dd", "dt"}:
            return "list_item"
        if around.tag == "blockquote":
            return "quote"
        around = around.parent
    return "paragraph"


class _Walk:
    """State of one walk; ``blocks`` is the result.

    ``_run`` sees every node of every page, so what most nodes need is written out in it; boxes are made when a block first needs them.
    """

    def __init__(self, body: LexborNode) -> None:
        self.blocks: list[Block] = []
        self._boxes: list[Box] = [Box(None, "body", "")]  # those made of the open ones, outermost first
        self._bare: list[tuple[LexborNode, str]] = []  # the open ones inside them that no block has needed yet
        self._parts: list[str] = []
        self._linked = 0
        self._links: list[tuple[str, str]] = []
        self._anchor: tuple[str, int] | None = None  # href, index in _parts where the open link began
        self._break_open = False
        self._label: int | None = None  # parts that make up the label with which the open block begins
        self._unlabelled = False  # the open block already is longer than a label
        self._run(body)

    def _run(self, body: LexborNode) -> None:
        parts, roles, bare = self._parts, _ROLES, self._bare
        opened: list[tuple[LexborNode, str, str]] = []
        node = body.child
        while True:
            if node is None:
                if not opened:
                    self._flush()
                    return
                element, tag, role = opened.pop()
                if role == "block":
                    if parts:
                        self._flush()
                    bare.pop() if bare else self._boxes.pop()
                elif role == "link":
                    self._close_link()
                elif parts and self._label is None and not self._unlabelled and self._is_label(element, tag):
                    self._label = len(parts)
                node = element.next
                continue
            tag = node.tag or ""
            if tag == "-text":
                text = node.text_content or ""
                if not text.isspace():
                    self._break_open = False
                    parts.append(text)
                elif parts:  # white space before the first word is none
                    parts.append(" ")
                node = node.next
                continue
            role = roles.get(tag, "")
            if role == "skipped" or (tag == "tr" and self._read_row(node)):
                node = node.next
            elif (first := node.child) is None:
                self._read_empty(tag, role)
                node = node.next
            else:
                if role == "block":
                    if parts:
                        self._flush()
                    bare.append((node, tag))
                else:
                    if role == "link":
                        self._anchor = (node.attrs.get("href") or "", len(parts))  # of many attributes this one
                    if self._label is not None and self._label == len(parts):
                        parts.append(": ")  # two elements side by side, label and value, with nothing between them
                        self._label += 1
                opened.append((node, tag, role))
                node = first

    def _read_empty(self, tag: str, role: str) -> None:
        if tag == "br":
            if self._break_open:
                self._flush()  # an empty line inside one element parts two paragraphs
            else:
                self._parts.append("\n")
                self._break_open = True
        elif role == "block":
            self._flush()

    def _is_label(self, node: LexborNode, tag: str) -> bool:
        """Whether the element that closes is all the open block has so far, and is set or named as a label."""
        text = "".join(self._parts).strip()
        self._unlabelled = len(text) > _LABEL_CHARS
        if not text or self._unlabelled:
            return False
        if tag in {"b", "strong"}:
            set_off = text.endswith(":") or (node.next is not None and (node.next.text_content or "").lstrip().startswith(":"))
        else:
            set_off = bool(_LABEL.search((node.attributes.get("class") or "").lower()))
        return set_off and node.text(strip=True) == text.replace("\n", "").strip()

    def _close_link(self) -> None:
        if self._anchor is None:
            return
        href, start = self._anchor
        self._anchor = None
        parts = self._parts
        if text := " ".join((parts[start] if len(parts) == start + 1 else "".join(parts[start:])).split()):
            self._linked += len(text)
            if href:
                self._links.append((href, text))

    def _find_box(self) -> Box:
        """The innermost open box, made with those around it where no block has needed them before."""
        boxes = self._boxes
        for node, tag in self._bare:
            boxes.append(make_box(boxes[-1], node, tag))
        self._bare.clear()
        return boxes[-1]

    def _flush(self) -> None:
        """Ends the open block, if anything is in it; where ``_parts`` is empty there is none, and nothing to do."""
        parts, anchor = self._parts, self._anchor
        if not parts:
            return
        self._break_open = False
        if anchor is not None:  # a link around whole blocks: each block keeps its share
            self._close_link()
            self._anchor = (anchor[0], 0)
        text = " ".join((parts[0] if len(parts) == 1 else "".join(parts)).split())
        if text:
            box = self._find_box() if self._bare else self._boxes[-1]
            labelled = self._label is not None and self._label < len(parts) and len(text) <= _LABEL_CHARS + _VALUE_CHARS
            if labelled:
                text = text.replace(":: ", ": ").replace(" :", ":")
            self.blocks.append(Block(text, "fact_row" if labelled else find_kind(box), box.tag, box, self._linked, self._links))
            self._links = []
        parts.clear()
        self._linked = 0
        self._label = None
        self._unlabelled = False

    def _read_row(self, row: LexborNode) -> bool:
        """A table row of a short label and its value becomes one fact row; any other row is walked like the boxes it is made of."""
        cells = [c for c in row.iter() if c.tag in {"td", "th"}]
        if len(cells) < 2 or any(c.css_first("table, ul, ol, h1, h2, h3, p + p, form") for c in cells):
            return False
        texts = [" ".join(c.text(separator=" " if c.css_first("br, p, div") else "").split()) for c in cells]
        if not texts[0] or len(texts[0]) > _LABEL_CHARS or any(len(t) > _VALUE_CHARS for t in texts) or not any(texts[1:]):
            return False
        self._flush()
        links = [(a.attributes.get("href") or "", " ".join(a.text().split())) for a in row.css("a[href]")]
        linked = sum(len(text) for _, text in links)
        text = f"{texts[0].rstrip(' :')}: {'; '.join(t for t in texts[1:] if t)}"
        self.blocks.append(Block(text, "fact_row", "tr", self._find_box(), linked, links))
        return True
