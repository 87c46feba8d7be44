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
        "Ysolde Brandt is a product of the author's imagination.",
        "Ysolde Brandt is an invented ferrywoman.",
        "Ysolde Brandt, a fictional character, drowns before help comes.",
        "Ysolde Brandt was thought up on a train.",
        "Ysolde Brandt was created by the screenwriters to hold the plot together.",
        "The salt merchant is Ysolde Brandt, a woman whom the screenwriters made up.",
        "Ysolde Brandt nunca existió.",
        "Ysolde Brandt fue inventada por los guionistas.",
        "Ysolde Brandt es pura imaginación.",
        "Ysolde Brandt was concocted in a train.",
        "Ysolde Brandt is pure fantasy.",
        "Ysolde Brandt was written for the series.",
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
        "Meet the real Ysolde Brandt!",
        "The real Ysolde Brandt lived in a lighthouse.",
        "Ysolde Brandt, who in real life was a chemist, never saw it.",
        "Ysolde Brandt existed under that very name.",
        "Ysolde Brandt is a flesh-and-blood teacher.",
        "Ysolde Brandt, una mujer de carne y hueso que publicó sus memorias.",
        "Ysolde Brandt vivió de verdad.",
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
        "Ysolde Brandt is a real fighter.",
        "Ysolde Brandt runs an invented company.",
        "Ysolde Brandt was created by a bolt of lightning.",
        "Who knows the real Ysolde Brandt?",
        "The real Ysolde Brandt-like figures were many.",
    ],
)
def test_what_is_said_in_part_or_of_somebody_else_is_not_read(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(told), 0.97, 0.1) == []
    assert read(to_sentence(told), 0.0, 0.97) == []


@pytest.mark.parametrize(
    "told",
    [
        "Ysolde Brandt has no foundation in fact.",
        "Ysolde Brandt was not drawn from anyone.",
        "Ysolde Brandt had no real-life model.",
        "Ysolde Brandt has no basis in reality.",
        "Ysolde Brandt was not modelled on anybody.",
        "Ysolde Brandt does not stand for anybody.",
        "No real ferrywoman stands behind Ysolde Brandt.",
        "Ysolde Brandt no se corresponde con nadie.",
        "Ysolde Brandt, sin ningún modelo real, cruza el río.",
    ],
)
def test_nobody_at_all_behind_a_character_is_more_than_an_invention(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    """A portrait under another name may be called invented; that nobody stood model for it may not be said."""
    marks = Marks({0: {"character": 0.95}}, voices={0: (0.0, 0.97)})
    (found,) = (s.found for s in read_slots(to_sentence(told), SLUG, marks) if s.name == "slot.portrait")
    assert (found.polarity, found.object["real_person"]) == ("negated", "a real person")


@pytest.mark.parametrize("told", ["Ysolde Brandt was never a real teacher.", "Ysolde Brandt, no real teacher, lived."])
def test_a_denial_that_the_model_misses_makes_nobody_real(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(told), 0.0, 0.97) == []


def test_how_likely_a_denial_is_counts_for_a_pattern_too(to_sentence: Callable[[str], Sentence]) -> None:
    """Too faint to be read by itself without plain words, it still vouches for a pattern's finding over the same words."""
    marks = Marks({0: {"character": 0.95}}, voices={0: (0.0, 0.97)})
    faint = [s for s in read_slots(to_sentence("Ysolde Brandt is imaginary, so they say."), SLUG, marks) if s.name == "slot?.portrait"]
    assert [(s.found.polarity, s.likelihood, s.denied) for s in faint] == [("negated", 0.97, 1.0)]


def test_what_is_quoted_leaves_out_who_plays_the_character(to_sentence: Callable[[str], Sentence]) -> None:
    """Two statements in one sentence: the quote of the second holds none of the first."""
    sentence = to_sentence("Ysolde Brandt, whom Quilla Vestergaard plays, never existed.")
    marks = Marks({0: {"character": 0.95}}, voices={0: (0.0, 0.97)})
    (found,) = (s.found for s in read_slots(sentence, SLUG, marks) if s.name == "slot.portrait")
    assert sentence.text(found.start, found.end) == "never existed"


def test_who_only_acts_on_record_is_no_character(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence("Edda Lindqvist never existed."), 0.97, 0.1) == []
    assert read(to_sentence("Edda Lindqvist was a real person."), 0.0, 0.97) == []


def test_an_invention_of_somebody_s_deed_is_none_of_the_person(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence("Nobody heard Ysolde Brandt, so her speech at the end is an invention."), 0.97, 0.1) == []
    assert read(to_sentence("Ysolde Brandt, so the writers say, is an invention."), 0.97, 0.1) == [("negated", "Ysolde Brandt")]
