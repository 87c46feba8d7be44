"""Whom a character is modelled on, where the model joins the two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.reader import read_slots

SLUG = "nobody-counts-the-rain"
TOLD = "Ysolde Brandt is based on Ottoline Marr, who kept the ferry at Whitby."


def read(sentence: Sentence, person: dict[str, float], joined: float) -> list[tuple[object, object]]:
    """Character and real person, where the model gives the second name these parts."""
    parts = {0: {"character": 0.95}, 1: person}
    marks = Marks(parts, voices={0: (0.0, 0.0), 1: (0.0, 0.0)}, pairs={("portrays", 0, 1): joined})
    found = (s.found.object for s in read_slots(sentence, SLUG, marks) if s.name == "slot.model")
    return [(o["character"], o["real_person"]) for o in found]


def test_a_model_that_is_joined_surely(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(TOLD), {"real_person": 0.9}, 0.98) == [("Ysolde Brandt", "Ottoline Marr")]


@pytest.mark.parametrize(
    ("person", "joined"),
    [({"real_person": 0.9}, 0.7), ({"real_person": 0.3}, 0.98), ({"real_person": 0.9, "actor": 0.4}, 0.98)],
)
def test_what_is_no_model(person: dict[str, float], joined: float, to_sentence: Callable[[str], Sentence]) -> None:
    """Hardly joined, hardly real, or perhaps whoever plays the part."""
    assert read(to_sentence(TOLD), person, joined) == []


def test_a_part_of_a_name_is_no_model(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence("Ysolde Brandt is based on Marr, who kept the ferry."), {"real_person": 0.9}, 0.98) == []
