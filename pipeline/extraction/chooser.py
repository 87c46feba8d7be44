"""Which of a page's blocks are the article: find the box that holds its prose, then leave the furniture inside it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.extraction.blocks import Block, Box, names_prose
from pipeline.extraction.titles import fold_title

_PROSE_CHARS: Final = 80  # a block this long, with few links in it, is prose for certain
_LINK_SHARE: Final = 0.5
_ALL_LINK: Final = 0.8
_HOLDS: Final = 0.75  # the article's box holds this share of the page's prose
_NAMED_HOLDS: Final = 0.4  # ... or this much, where its name says that it is the article
_FORGIVEN: Final = 0.6  # furniture by name that holds this share of all prose is the article after all
_TEASER_CHARS: Final = 700
_TEASER_SHARE: Final = 0.25
_SENTENCE_END: Final = re.compile(r"[.!?…。][\"'”’»)\]]*$|[.!?…]\s")
_MARKUP: Final = re.compile(r"^<[a-z!/].*>$", re.IGNORECASE | re.DOTALL)


def choose_blocks(blocks: Sequence[Block], title: str | None = None) -> list[Block]:
    """The article's blocks in document order, without its title; empty when nothing on the page reads like prose."""
    weigh_boxes(blocks)
    root = find_root(blocks)
    if root is None:
        return []
    start = find_title_end(blocks, title)
    inside = [b for b in blocks[start:] if is_inside(b.box, root)] or [b for b in blocks if is_inside(b.box, root)]
    return trim_ends([b for b in inside if not is_furniture(b, root)])


def find_title_end(blocks: Sequence[Block], title: str | None) -> int:
    """Index of the first block after the heading that repeats the title; 0 where there is none."""
    wanted = fold_title(title or "")
    if wanted:
        for i, block in enumerate(blocks):
            if block.kind == "heading" and fold_title(block.text) == wanted and not any(b.furniture for b in ancestors(block.box.parent)):
                return i + 1
    return 0


def weigh_boxes(blocks: Sequence[Block]) -> None:
    """Sets on every box the prose it holds (characters), and forgives a furniture name that holds most of the page."""
    if not blocks:
        return
    for block in blocks:
        if prose := weigh_prose(block):
            for box in ancestors(block.box):
                box.total += prose
    whole = next(box.total for box in ancestors(blocks[0].box) if box.parent is None)
    if not whole:
        return
    mark_teasers(blocks, whole)
    for box in {box for block in blocks for box in ancestors(block.box) if box.furniture}:
        if box.total >= _FORGIVEN * whole:
            box.furniture = False
    for block in blocks:
        prose = weigh_prose(block)
        if prose and not any(box.furniture for box in ancestors(block.box)):
            for box in ancestors(block.box):
                box.weight += prose


def mark_teasers(blocks: Sequence[Block], whole: float) -> None:
    """A small box with a linked heading of its own announces another article."""
    for block in blocks:
        if block.kind != "heading" or block.linked < _ALL_LINK * len(block.text):
            continue
        box = block.box.parent
        while box is not None and box.total < min(_TEASER_CHARS, _TEASER_SHARE * whole):
            if box.tag in {"li", "article"} or box.total:
                box.furniture = True
                break
            box = box.parent


def weigh_prose(block: Block) -> float:
    length = len(block.text)
    if block.kind in {"heading", "caption"} or block.linked > _LINK_SHARE * length or _MARKUP.match(block.text):
        return 0.0
    if length < _PROSE_CHARS:
        return length * 0.25 if block.box.tag == "p" and _SENTENCE_END.search(block.text) else 0.0
    return float(length - block.linked)


def find_root(blocks: Sequence[Block]) -> Box | None:
    """The innermost box that holds most of the prose outside furniture, or one that is named as the article and holds much of it."""
    if not blocks:
        return None
    top = next(box for box in ancestors(blocks[0].box) if box.parent is None)
    if not top.weight:
        return None
    boxes = {box for block in blocks for box in ancestors(block.box) if box.weight >= _NAMED_HOLDS * top.weight}
    root = max((box for box in boxes if box.weight >= _HOLDS * top.weight), key=lambda box: box.depth, default=top)
    named = [
        box for box in boxes if is_inside(box, root) and (box.itemprop == "articleBody" or names_prose(box.names) or box.tag == "article")
    ]
    return max(named, key=lambda box: (box.weight, -box.depth), default=root)


def ancestors(box: Box | None) -> Iterator[Box]:
    while box is not None:
        yield box
        box = box.parent


def is_inside(box: Box, root: Box) -> bool:
    return any(b is root for b in ancestors(box))


def is_furniture(block: Block, root: Box) -> bool:
    for box in ancestors(block.box):
        if box is root:
            break
        if box.furniture:
            return True
    if block.kind == "caption" or _MARKUP.match(block.text):
        return True
    return block.linked >= _ALL_LINK * len(block.text) and block.kind != "heading"


def trim_ends(blocks: list[Block]) -> list[Block]:
    """Without headings that nothing follows."""
    while blocks and blocks[-1].kind == "heading":
        blocks.pop()
    return blocks
