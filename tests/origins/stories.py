"""The hand-written stories as pairs: which two texts are one origin, which are two."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from pipeline.models import Paragraph
from pipeline.origins.agreement import MIN_SHARED
from pipeline.origins.expectation import Expectations, expect_from
from pipeline.origins.values import hash_value, read_values
from pipeline.records.loader import load_records
from pipeline.warehouse.retellings import LEAST_SHARE, Body, compare_bodies

TELLINGS = ("base", "spun", "spanish", "own")
FRESH = 4  # the last so many were written after weights and line were fixed
COPIES = (("base", "spun"), ("base", "spanish"), ("spun", "spanish"))
STRANGERS = (("base", "own"), ("spun", "own"), ("spanish", "own"))


@cache
def load_stories() -> tuple[dict[str, str], ...]:
    """Those that weights were chosen with, then the fresh ones."""
    files = (Path(__file__).parent / name for name in ("stories.toml", "fresh.toml"))
    return tuple(story for file in files for story in tomllib.loads(file.read_text("utf-8"))["story"])


@cache
def expectations() -> Expectations:
    return expect_from(load_records())


def split_blocks(text: str) -> list[Paragraph]:
    return [Paragraph(" ".join(block.split())) for block in text.split("\n\n")]


@cache
def body(number: int, telling: str) -> Body:
    return _read_body(split_blocks(load_stories()[number][telling]), "es" if telling == "spanish" else "en")


def is_copy(number: int, one: str, other: str, mates: tuple[str, ...] = ()) -> bool:
    """``mates``: tellings of the same story that stand beside the two, as they would in the warehouse."""
    around = [body(number, telling) for telling in mates]
    return compare_bodies(body(number, one), body(number, other), around, expectations()).is_copy


def cut_excerpt(text: str, share: float, place: float) -> str:
    """A stretch of that share of the text's sentences; ``place``: 0 at the start, 1 at the end."""
    sentences = re.split(r"(?<=[.!?])\s+", " ".join(text.split()))
    count = max(1, round(len(sentences) * share))
    start = round((len(sentences) - count) * place)
    return " ".join(sentences[start : start + count])


def is_excerpt(number: int, whole: str, telling: str, share: float, place: float) -> bool:
    """Is a stretch of the telling told to come from the whole of another? All tellings stand around, as in the warehouse."""
    text = cut_excerpt(load_stories()[number][telling], share, place)
    part = _read_body([Paragraph(text)], "es" if telling == "spanish" else "en")
    full = body(number, whole)
    if len(full.distinct & part.distinct) < max(MIN_SHARED, LEAST_SHARE * min(len(full.distinct), len(part.distinct))):
        return False
    around = [body(number, t) for t in TELLINGS if t != whole]
    return compare_bodies(full, part, around, expectations(), one_is_later=False).is_copy


def _read_body(blocks: list[Paragraph], language: str) -> Body:
    hashes = [hash_value(v) for v in read_values(blocks)]
    return Body(hashes, frozenset(hashes), expectations().find_shows(b.text for b in blocks), language)
