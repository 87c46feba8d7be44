"""Characters told to be real or invented, read by likelihood together with plain words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.reader import read_slots

SLUG = "nobody-counts-the-rain"


def read(sentence: Sentence, denied: float, real: float) -> list[tuple[str, object]]:
    """Polarity and character of what is read, where the model takes the first name for a character."""
    marks = Marks({0: {"character": 0.95, "real_person": real}}, voices={0: (0.0, denied)})
    found = [s for s in read_slots(sentence, SLUG, marks) if s.name == "slot.portrait"]
    return [(s.found.polarity or "affirmed", s.found.object["character"]) for s in found]


@pytest.mark.parametrize(
    "told",
    [
        "Ysolde Brandt never existed.",
        "Ysolde Brandt, however, was dreamt up by the writers.",
        "Ysolde Brandt is a composite of three ferrymen.",
        "There was no Ysolde Brandt in real life.",
        "Ysolde Brandt, by the way, is pure fiction.",
        "Ysolde Brandt es un personaje inventado.",
        "Ysolde Brandt and Vera Holm are fictional.",
        "Ysolde Brandt - the boss of the ferry - never existed.",
    ],
)
def test_an_invention(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(told), 0.97, 0.1) == [("negated", "Ysolde Brandt")]
    assert read(to_sentence(told), 0.3, 0.1) == []  # the model does not take it to be said of her


@pytest.mark.parametrize(
    "told",
    [
        "Ysolde Brandt was a real person.",
        "Ysolde Brandt, for her part, is also a real woman, who later testified.",
        "Ysolde Brandt existió de verdad.",
        "Ysolde Brandt was an actual physicist.",
    ],
)
def test_somebody_who_lived(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(told), 0.0, 0.97) == [("affirmed", "Ysolde Brandt")]
    assert read(to_sentence(told), 0.0, 0.2) == []


@pytest.mark.parametrize(
    "told",
    [
        "Ysolde Brandt is partly invented.",
        "Ysolde Brandt's romance was made up by the writers.",
        "Ysolde Brandt is based on a woman who was a real person.",
        "Ysolde Brandt rows on; her rival was never real.",
        "Ysolde Brandt and the husband who never existed.",
        "Ysolde Brandt meets Vera Holm, who never existed.",
        "Ysolde Brandt, whose boss never existed.",
        "Ysolde Brandt is a fictional version of a ferryman's widow.",
        "Ysolde Brandt and Vera Holm are fictional and kinder versions of two widows.",
        "Ysolde Brandt is a fictional character only in a manner of speaking.",
    ],
)
def test_what_is_said_in_part_or_of_somebody_else_is_not_read(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(told), 0.97, 0.1) == []
    assert read(to_sentence(told), 0.0, 0.97) == []


def test_what_is_quoted_leaves_out_who_plays_the_character(to_sentence: Callable[[str], Sentence]) -> None:
    """Two statements in one sentence: the quote of the second holds none of the first."""
    sentence = to_sentence("Ysolde Brandt, whom Quilla Vestergaard plays, never existed.")
    marks = Marks({0: {"character": 0.95}}, voices={0: (0.0, 0.97)})
    (found,) = (s.found for s in read_slots(sentence, SLUG, marks) if s.name == "slot.portrait")
    assert sentence.text(found.start, found.end) == "never existed"


def test_who_only_acts_on_record_is_no_character(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence("Edda Lindqvist never existed."), 0.97, 0.1) == []
    assert read(to_sentence("Edda Lindqvist was a real person."), 0.0, 0.97) == []
