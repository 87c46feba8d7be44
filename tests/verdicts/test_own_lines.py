"""Every shipped record against itself: what it says of its people contradicts no other of its own lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.claims.relations import protagonist, protagonist_descriptions, protagonist_synopses
from pipeline.models import Claim, Fact, Show
from pipeline.records.loader import load_records
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.protagonist import compare

SHOWS = load_records().shows
PATTERNS = tuple(p.name for p in (*protagonist.PATTERNS, *protagonist_descriptions.PATTERNS, *protagonist_synopses.PATTERNS))


def _own_lines(show: Show) -> set[str]:
    """What the record says of whom it is about, and of each part by its name."""
    lines = {text for f in show.facts_of("protagonist") for text in (str(f.value), f.note) if text}
    for f in show.facts_of("cast_member"):
        names = [name for name in (f.character, f.real_person) if name]
        lines |= {f"{name}, {f.note}" if f.note else name for name in names}
    return lines


def _contradicted(show: Show, lines: set[str]) -> list[str]:
    return [line for line in sorted(lines) if any(_is_far(show, line, pattern) for pattern in PATTERNS)]


def _is_far(show: Show, line: str, pattern: str) -> bool:
    sentence = f"It follows {line}."
    claim = Claim(
        show=show.slug, relation="protagonist", object={"value": line}, polarity="affirmed", modality="asserted", quote=sentence,
        paragraph=1, start=0, end=len(sentence), subject="about", subject_confidence=0.9, pattern=pattern, plain=line, sentence=sentence,
    )  # fmt: skip
    return compare(claim, show, JudgeContext()).grade is Grade.FAR


@pytest.mark.parametrize("slug", sorted(SHOWS))
def test_no_record_contradicts_itself(slug: str) -> None:
    assert _contradicted(SHOWS[slug], _own_lines(SHOWS[slug])) == []


def test_another_line_is_seen() -> None:
    line = "Anne Varga, a 30-year-old Dutch nurse from Leiden"
    show = replace(next(iter(SHOWS.values())), facts=(Fact("protagonist", line, ("gazette", "chronicle")),))
    others = {"Anne Varga, a Polish nurse", "Anne Varga, a Dutch carpenter", "Anne Varga, a 60-year-old nurse"}
    assert _contradicted(show, others | {line}) == sorted(others)
