"""Which of a page's blocks are the article: find the box that holds its prose, then leave the furniture inside it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.extraction.blocks import Block, Box

_PROSE_CHARS: Final = 80  # a block this long, with few links in it, is prose for certain
_LINK_SHARE: Final = 0.5
_ALL_LINK: Final = 0.8
_HOLDS: Final = 0.75  # the article's box holds this share of the page's prose
_FORGIVEN: Final = 0.6  # furniture by name that holds this share of all prose is the article after all
_BODY_NAMES: Final = re.compile(
    r"(?<![a-z])(?:article-?(?:body|content|text)|story-?(?:body|content|text)|post-?(?:body|content|text)|entry-?content|body-?text|"
    r"articlebody|content-?body|main-?content|article|story|post|entry)(?![a-z])"
)
_SENTENCE_END: Final = re.compile(r"[.!?…。][\"'”’»)\]]*$|[.!?…]\s")


def choose_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The article's blocks in document order; empty when nothing on the page reads like prose."""
    weigh_boxes(blocks)
    root = find_root(blocks)
    if root is None:
        return []
    inside = [b for b in blocks if is_inside(b.box, root)]
    kept = [b for b in inside if not is_furniture(b, root)]
    return trim_ends(kept)


def weigh_boxes(blocks: Sequence[Block]) -> None:
    """Sets on every box the prose it holds (characters), and forgives a furniture name that holds most of the page."""
    for block in blocks:
        prose = weigh_prose(block)
        if prose:
            for box in ancestors(block.box):
                box.total += prose
    if not blocks:
        return
    whole = max((box.total for box in ancestors(blocks[0].box)), default=0.0)
    for block in blocks:
        for box in ancestors(block.box):
            if box.furniture and box.total >= _FORGIVEN * whole and whole:
                box.furniture = False
    for block in blocks:
        prose = weigh_prose(block)
        if prose and not any(box.furniture for box in ancestors(block.box)):
            for box in ancestors(block.box):
                box.weight += prose


def weigh_prose(block: Block) -> float:
    length = len(block.text)
    if block.kind in {"heading", "caption"} or block.linked > _LINK_SHARE * length:
        return 0.0
    if length < _PROSE_CHARS:
        return length * 0.25 if block.box.tag == "p" and _SENTENCE_END.search(block.text) else 0.0
    return float(length - block.linked)


def find_root(blocks: Sequence[Block]) -> Box | None:
    """The innermost box that still holds most of the prose that stands outside furniture."""
    top: Box | None = None
    whole = 0.0
    for block in blocks:
        for box in ancestors(block.box):
            if box.parent is None:
                top, whole = box, box.weight
        break
    if not whole:
        return None
    candidates = {box for block in blocks for box in ancestors(block.box) if box.weight >= _HOLDS * whole}
    return max(candidates, key=lambda box: box.depth, default=top)


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
    if block.kind == "caption":
        return True
    length = len(block.text)
    return block.linked >= _ALL_LINK * length and block.kind != "heading"


def trim_ends(blocks: list[Block]) -> list[Block]:
    """Without headings that nothing follows."""
    while blocks and blocks[-1].kind == "heading":
        blocks.pop()
    return blocks
