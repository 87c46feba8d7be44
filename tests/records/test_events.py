"""How many, read from one line, with the words that say it."""

from __future__ import annotations

import pytest

from pipeline.records.events import read_events


@pytest.mark.parametrize(
    ("text", "count", "words"),
    [
        ("Thirty five children", 35, "Thirty five children"),
        ("At first, two hundred young children", 200, "two hundred young children"),
        ("some 1,200 passengers on deck", 1200, "1,200 passengers"),
        ("sixty pensioners", 60, "sixty pensioners"),
        ("Seventy-two divers", 72, "Seventy-two divers"),
        ("Olin Brask killed twenty-one young women", 21, "killed twenty-one young women"),
        ("Después, Olin Brask mató a cuarenta y dos personas", 42, "mató a cuarenta y dos personas"),
        ("Olin Brask asesinó a doscientas seis víctimas", 206, "asesinó a doscientas seis víctimas"),
    ],
)
def test_counts(text: str, count: int, words: str) -> None:
    assert [(e.count, text[e.start : e.end]) for e in read_events(text) if e.count is not None] == [(count, words)]


@pytest.mark.parametrize(
    "text",
    ["Two-three families", "five or six children", "hundreds of children", "once poor families", "in 1984 passengers went", "3.5 patients"],
)
def test_no_count(text: str) -> None:
    assert not [e for e in read_events(text) if e.count is not None]
