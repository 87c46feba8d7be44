"""Which of a page's blocks are the article: find the box that holds its prose, then leave the furniture inside it out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from pipeline.extraction.blocks import Block, Box, names_lead, names_prose
from pipeline.extraction.titles import fold_title
from pipeline.extraction.vocabulary import list_words

_PROSE_CHARS: Final = 80  # a block this long, with few links in it, is prose for certain
_LINK_SHARE: Final = 0.5
_ALL_LINK: Final = 0.8
_HOLDS: Final = 0.75  # the article's box holds this share of the page's prose
_NAMED_HOLDS: Final = 0.4  # ... or this much, where its name says that it is the article
_FORGIVEN: Final = 0.6  # furniture by name that holds this share of all prose is the article after all
_TITLED_HOLDS: Final = 0.15  # ... or this much, where it is an article element around the title
_KIN_SHARE: Final = 0.5
_LEAD_CHARS: Final = 40
_LEAD_REACH: Final = 25
_MAX_LEADS: Final = 2
_TEASER_CHARS: Final = 700
_TEASER_SHARE: Final = 0.25
_BEFORE_TITLE: Final = 6
_AFTER_TITLE: Final = 12
_TEXT_TAGS: Final = frozenset(("p", "li", "ul", "ol", "blockquote", "td", "tr", "dd", "dt", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
_SAME_PROSE: Final = 1.05
_WIDEN_STEPS: Final = 5
_WRITTEN: Final = frozenset(("p", "h2", "h3", "h4", "li", "blockquote"))  # what authors write in; data stands in other elements
_PROMO_CHARS: Final = 200
_PROMO: Final = re.compile("|".join(map(re.escape, list_words("promo_starts"))), re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?…。][\"'”’»)\]]*$|[.!?…]\s")
_MARKUP: Final = re.compile(r"^<[a-z!/].*>$", re.IGNORECASE | re.DOTALL)


def choose_blocks(blocks: Sequence[Block], title: str | None = None, description: str | None = None) -> list[Block]:
    """The article's blocks in document order, without its title; empty when nothing on the page reads like prose.

    ``description`` is the page's own summary: a block between title and text that repeats it belongs to the article.
    """
    if not blocks:
        return []
    top = next(box for box in ancestors(blocks[0].box) if box.parent is None)
    title_at = find_title(blocks, title)
    boxes = list_boxes(blocks)
    weigh_boxes(blocks, boxes, top)
    if not top.weight:
        forgive_boxes(boxes)
    root = find_root(boxes, top, blocks[title_at].box if title_at is not None else None) if top.weight else find_wordless_root(blocks)
    if root is None:
        return []
    start = 0 if title_at is None else title_at + 1
    inside = [b for b in blocks[start:] if is_inside(b.box, root)]
    if sum(map(weigh_prose, inside)) < _HOLDS * root.weight:
        inside = [b for b in blocks if is_inside(b.box, root)]
    chosen = trim_ends([b for b in inside if not is_furniture(b, root)])
    return find_leads(blocks, title_at, chosen, fold_title(description or "")) + chosen


def find_leads(blocks: Sequence[Block], title_at: int | None, chosen: Sequence[Block], described: str) -> list[Block]:
    """The summary between the title and the text, where the page names it one."""
    if title_at is None or not chosen:
        return []
    texts = {b.text for b in chosen}
    end = next(i for i, b in enumerate(blocks) if b is chosen[0])
    between = blocks[title_at + 1 : min(end, title_at + 1 + _LEAD_REACH)]
    leads = [
        b
        for b in between
        if len(b.text) >= _LEAD_CHARS and not b.linked and b.text not in texts and (is_lead(b) or is_described(b, described))
    ]
    return leads[:_MAX_LEADS]


def is_described(block: Block, described: str) -> bool:
    """Whether the page's description repeats the beginning of this block."""
    begin = fold_title(block.text)[:_LEAD_CHARS]
    return len(begin) == _LEAD_CHARS and described.startswith(begin)


def is_lead(block: Block) -> bool:
    boxes = [box for box, _ in zip(ancestors(block.box), range(3), strict=False)]
    headed = block.kind == "heading" and any(box.tag == "header" for box in boxes)
    return (headed or any(names_lead(box.names) for box in boxes)) and not any(
        box.furniture and not names_lead(box.names) for box in ancestors(block.box)
    )


def find_title(blocks: Sequence[Block], title: str | None) -> int | None:
    """Index of the heading that repeats the title; None where there is none."""
    wanted = fold_title(title or "")
    if not wanted:
        return None
    return next((i for i, b in enumerate(blocks) if b.kind == "heading" and fold_title(b.text) == wanted and b.linked < len(b.text)), None)


def list_near_title(blocks: Sequence[Block], title: str | None) -> list[str]:
    """The lines just before and after the title's heading, where datelines stand; empty where the title is no heading of the page."""
    at = find_title(blocks, title)
    return [] if at is None else [b.text for b in blocks[max(0, at - _BEFORE_TITLE) : at + _AFTER_TITLE]]


def weigh_boxes(blocks: Sequence[Block], boxes: Sequence[Box], top: Box) -> None:
    """Sets on every box the prose it holds (characters), and forgives a furniture name that holds most of the page."""
    for block in blocks:
        if prose := weigh_prose(block):
            block.box.total += prose
        elif block.tag == "h1":
            for box in ancestors(block.box):
                box.has_title = True
    outermost_first = sorted(boxes, key=attrgetter("depth"))
    for box in reversed(outermost_first):
        if box.total and box.parent is not None:
            box.parent.total += box.total
    if not top.total:
        return
    mark_teasers(blocks, top.total)
    for box in boxes:
        if box.furniture and box.total >= _FORGIVEN * top.total:
            box.furniture = False
    out: set[Box] = set()  # furniture and what is in it
    for box in outermost_first:
        if box.furniture or box.parent in out:
            out.add(box)
    for block in blocks:
        if block.prose and block.box not in out:  # weighed above
            block.box.weight += block.prose
    for box in reversed(outermost_first):
        if box.weight and box.parent is not None:
            box.parent.weight += box.weight


def forgive_boxes(boxes: Sequence[Box]) -> None:
    """All prose stands in furniture: the names lie."""
    for box in boxes:
        box.furniture = False
        box.weight = box.total


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
    """Characters of prose, a quarter of them for a short sentence, 0 for what is none; worked out once."""
    if block.prose is None:
        block.prose = _weigh_prose(block)
    return block.prose


def _weigh_prose(block: Block) -> float:
    length = len(block.text)
    if block.kind in {"heading", "caption"} or block.linked > _LINK_SHARE * length or _MARKUP.match(block.text):
        return 0.0
    if length < _PROSE_CHARS:
        return length * 0.25 if block.box.tag == "p" and _SENTENCE_END.search(block.text) else 0.0
    return float(length - block.linked)


def find_root(boxes: Sequence[Box], top: Box, title_box: Box | None) -> Box:
    """The innermost box that holds most of the prose outside furniture, or one that is named as the article and holds much of it."""
    around_title = [b for b in ancestors(title_box) if b.tag == "article" and b.weight >= _TITLED_HOLDS * top.weight]
    if around_title:
        top = around_title[0]
    large = [box for box in boxes if box.weight >= _NAMED_HOLDS * top.weight and is_inside(box, top)]
    root = max((box for box in large if box.weight >= _HOLDS * top.weight), key=lambda box: box.depth, default=top)
    named = [box for box in large if is_inside(box, root) and is_named(box)]
    root = max(named, key=lambda box: (box.weight, -box.depth)) if named else find_container(root)
    return widen_root(root, boxes)


def find_wordless_root(blocks: Sequence[Block]) -> Box | None:
    """For a page without a sentence of prose: the article by name that has the most lines; None where nothing is named so."""
    lines = Counter(box for block in blocks if not block.linked for box in ancestors(block.box) if is_named(box))
    return max(lines, key=lambda box: (lines[box], box.depth), default=None)


def find_container(box: Box) -> Box:
    """Out of a single paragraph or list item, to the named or else the nearest container that holds the same prose."""
    if box.tag not in _TEXT_TAGS:
        return box
    nearest = box
    while nearest.tag in _TEXT_TAGS and nearest.parent is not None:
        nearest = nearest.parent
    around = [b for b in ancestors(nearest) if is_named(b) and b.weight <= _SAME_PROSE * box.weight]
    return around[0] if around else nearest


def is_named(box: Box) -> bool:
    return box.itemprop == "articleBody" or box.tag == "article" or names_prose(box.names)


def widen_root(root: Box, boxes: Sequence[Box]) -> Box:
    """Up to an ancestor where boxes of the same make stand beside this one: a text cut into sections, or by advertisements."""
    child = root
    for _ in range(_WIDEN_STEPS):
        parent = child.parent
        if parent is None:
            break
        beside = (box for box in boxes if box.parent is parent and box is not child and box.weight and not box.furniture)
        kin = sum(box.weight for box in beside if is_kin(box, child))
        if kin and kin >= _KIN_SHARE * (parent.weight - child.weight):
            root = parent
        child = parent
    return root


def is_kin(box: Box, other: Box) -> bool:
    if box.tag == "p":
        return True
    if box.tag != other.tag or box.tag == "article" or box.has_title:
        return False
    return box.names == other.names or bool(first_name(box) and first_name(box) == first_name(other))


def first_name(box: Box) -> str:
    return next(iter(box.names.split()), "")


def list_boxes(blocks: Sequence[Block]) -> list[Box]:
    """Every box around the blocks, once, inner ones first."""
    boxes: dict[Box, None] = {}
    for block in blocks:
        for box in ancestors(block.box):
            if box in boxes:
                break
            boxes[box] = None
    return list(boxes)


def ancestors(box: Box | None) -> Iterator[Box]:
    while box is not None:
        yield box
        box = box.parent


def is_inside(box: Box, root: Box) -> bool:
    around: Box | None = box
    while around is not None and around.depth > root.depth:
        around = around.parent
    return around is root


def is_furniture(block: Block, root: Box) -> bool:
    named = False
    for box in ancestors(block.box):
        if box is root:
            break
        if box.furniture:
            return True
        named = named or bool(box.names.strip())
    if block.kind == "caption" or _MARKUP.match(block.text):
        return True
    if (named or block.links) and len(block.text) < _PROMO_CHARS and _PROMO.match(block.text):
        return True
    if block.kind in {"heading", "fact_row"}:
        return False
    return block.linked >= (_LINK_SHARE if block.kind == "list_item" else _ALL_LINK) * len(block.text)


def trim_ends(blocks: list[Block]) -> list[Block]:
    """Without the page's own h1 and lines of data before the first prose, and without headings that nothing follows."""
    first = next((i for i, b in enumerate(blocks) if weigh_prose(b) or (b.tag in _WRITTEN and not b.box.names.strip())), 0)
    kept = [b for b in blocks[:first] if b.kind == "fact_row"] + blocks[first:]
    while kept and kept[0].tag == "h1":
        kept.pop(0)
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return kept
