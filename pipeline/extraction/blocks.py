"""A page's body as a flat list of text blocks in document order, each knowing the boxes (elements) around it.

One walk over the tree, without recursion: a page may be nested as deep as it likes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pipeline.extraction.vocabulary import list_words
from pipeline.models import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SKIPPED: Final = frozenset(list_words("skipped_tags"))
_BLOCKS: Final = frozenset(list_words("block_tags"))
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
    """One run of text. ``linked`` counts the characters inside links; ``links`` are (href as written, text)."""

    text: str
    kind: BlockKind
    tag: str
    box: Box
    linked: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)


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
    if _PROSE_NAME.search(names):
        return False
    return any(_FURNITURE.search(name) for name in names.split() if not _IGNORED_NAME.match(name))


def names_prose(names: str) -> bool:
    """Whether class and id say that a box is the article's text."""
    return bool(_PROSE_NAME.search(names))


def names_lead(names: str) -> bool:
    """Whether class and id say that a box holds the summary that stands between title and text."""
    return bool(_LEAD_NAME.search(names))


class _Walk:
    """State of one walk; ``blocks`` is the result."""

    def __init__(self, body: LexborNode) -> None:
        self.blocks: list[Block] = []
        self._box = Box(None, "body", "")
        self._parts: list[str] = []
        self._linked = 0
        self._links: list[tuple[str, str]] = []
        self._anchor: tuple[str, int] | None = None  # href, index in _parts where the open link began
        self._names: dict[str, bool] = {}
        self._break_open = False
        self._label: int | None = None  # parts that make up the label with which the open block begins
        self._run(body)

    def _run(self, body: LexborNode) -> None:
        opened: list[tuple[LexborNode, str]] = []
        node = body.child
        while True:
            if node is None:
                self._flush() if not opened else None
                if not opened:
                    return
                element, tag = opened.pop()
                self._close(element, tag)
                node = element.next
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._add_text(node.text_content or "")
                node = node.next
            elif tag in _SKIPPED or (tag == "tr" and self._read_row(node)):
                node = node.next
            elif (first := node.child) is None:
                self._read_empty(tag)
                node = node.next
            else:
                self._open(node, tag)
                opened.append((node, tag))
                node = first

    def _add_text(self, text: str) -> None:
        if text.isspace():
            if self._parts:  # white space before the first word is none
                self._parts.append(" ")
            return
        self._break_open = False
        self._parts.append(text)

    def _read_empty(self, tag: str) -> None:
        if tag == "br":
            if self._break_open:
                self._flush()  # an empty line inside one element parts two paragraphs
            else:
                self._parts.append("\n")
                self._break_open = True
        elif tag in _BLOCKS:
            self._flush()

    def _open(self, node: LexborNode, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._box = self._make_box(node, tag)
        else:
            if tag == "a":
                self._anchor = (node.attributes.get("href") or "", len(self._parts))
            if self._label is not None and self._label == len(self._parts):
                self._parts.append(": ")  # two elements side by side, label and value, with nothing between them
                self._label += 1

    def _close(self, node: LexborNode, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            assert self._box.parent is not None
            self._box = self._box.parent
        elif tag == "a":
            self._close_link()
        elif self._label is None and self._parts and self._is_label(node, tag):
            self._label = len(self._parts)

    def _is_label(self, node: LexborNode, tag: str) -> bool:
        """Whether the element that closes is all the open block has so far, and is set or named as a label."""
        text = "".join(self._parts).strip()
        if not text or len(text) > _LABEL_CHARS or node.text(strip=True) != text.replace("\n", "").strip():
            return False
        if tag in {"b", "strong"}:
            return text.endswith(":") or (node.next is not None and (node.next.text_content or "").lstrip().startswith(":"))
        return bool(_LABEL.search((node.attributes.get("class") or "").lower()))

    def _close_link(self) -> None:
        if self._anchor is None:
            return
        href, start = self._anchor
        text = " ".join("".join(self._parts[start:]).split())
        self._linked += len(text)
        if text and href:
            self._links.append((href, text))
        self._anchor = None

    def _make_box(self, node: LexborNode, tag: str) -> Box:
        attributes = node.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().replace("_", "-")
        furniture = self._names.get(names)
        if furniture is None:
            furniture = self._names[names] = names_furniture(names)
        furniture = furniture or tag in {"nav", "footer", "aside", "figcaption", "caption", "form", "menu"}
        if tag == "figure" and node.css_first("blockquote, table, pre") is None:
            furniture = True
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            furniture = True
        if (style := attributes.get("style")) and _HIDDEN_STYLE.search(style):
            furniture = True
        if attributes.get("role") in {"navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu"}:
            furniture = True
        return Box(self._box, tag, names, furniture, self._box.depth + 1, attributes.get("itemprop") or "")

    def _flush(self) -> None:
        self._break_open = False
        anchor = self._anchor
        if anchor is None and not self._parts:
            self._label = None
            return
        if anchor is not None:  # a link around whole blocks: each block keeps its share
            self._close_link()
            self._anchor = (anchor[0], 0)
        parts = self._parts
        if not parts:
            return
        text = " ".join("".join(parts).split())
        if text:
            labelled = self._label is not None and self._label < len(parts) and len(text) <= _LABEL_CHARS + _VALUE_CHARS
            kind: BlockKind = "fact_row" if labelled else self._kind()
            if labelled:
                text = text.replace(":: ", ": ").replace(" :", ":")
            self.blocks.append(Block(text, kind, self._box.tag, self._box, self._linked, self._links))
            self._links = []
        self._parts = []
        self._linked = 0
        self._label = None

    def _kind(self) -> BlockKind:
        box: Box | None = self._box
        assert box is not None
        if box.tag in _HEADINGS:
            return "heading"
        if box.tag in {"figcaption", "caption"}:
            return "caption"
        steps = 0
        while box is not None and steps < 4:
            if box.tag in {"li", "dd", "dt"}:
                return "list_item"
            if box.tag == "blockquote":
                return "quote"
            if box.tag in {"article", "section", "main", "td"}:
                break
            box = box.parent
            steps += 1
        return "paragraph"

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
        self.blocks.append(Block(text, "fact_row", "tr", self._box, linked, links))
        return True
