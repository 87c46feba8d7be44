"""Statements read by likelihood, everything but the cast: which maker a plain verb names, places with what holds them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.reader import read_slots

SLUG = "nobody-counts-the-rain"


def read(sentence: Sentence, **parts: dict[str, float]) -> set[tuple[str, str]]:
    """Name and value of what is read, where the model gives these parts to the entities that begin so."""
    marked = {
        number: parts[word]
        for number, entity in enumerate(sentence.entities)
        for word in parts
        if entity.surface.split()[0].lower() == word
    }
    marks = Marks(marked, voices=dict.fromkeys(marked, (0.0, 0.0)))
    return {(s.name, str(s.found.object.get("value"))) for s in read_slots(sentence, SLUG, marks)}


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ("It was created by Orla Vance and directed by Quilla Vestergaard.", "director"),
        ("It was directed from first to last by the Danish filmmaker Quilla Vestergaard.", "director"),
        ("Quilla Vestergaard, who used to sell boats, directed each and every episode.", "director"),
        ("The scripts, however, are the work of Quilla Vestergaard.", "writer"),
        ("It was adapted for the screen by Quilla Vestergaard.", "writer"),
        ("Quilla Vestergaard created the series.", "creator"),
    ],
)
def test_a_plain_verb_settles_what_somebody_made(told: str, part: str, to_sentence: Callable[[str], Sentence]) -> None:
    """The model takes her for something else among the makers; the verb that governs the name knows better."""
    thought = {"creator": 0.7, "director": 0.2} if part != "creator" else {"director": 0.7}
    assert read(to_sentence(told), quilla=thought) == {(f"slot.{part}", "Quilla Vestergaard")}


@pytest.mark.parametrize(
    "told",
    [
        "It was directed from a script by Quilla Vestergaard.",
        "Quilla Vestergaard created the series, wrote it and directed each episode.",
        "Orla Vance directed with Quilla Vestergaard beside her.",
        "It was created by Orla Vance, with Quilla Vestergaard in charge of the cameras.",
    ],
)
def test_where_no_single_verb_governs_the_model_is_believed(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert ("slot.writer", "Quilla Vestergaard") in read(to_sentence(told), quilla={"writer": 0.7})


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("It was developed by Quilla Vestergaard, who penned the scripts with a friend.", {"creator", "writer"}),
        ("It was created by Quilla Vestergaard (Iron Rain), who also directed every episode.", {"creator", "director"}),
        ("It was created by Quilla Vestergaard, who likes boats.", {"creator"}),
        ("It was created by Quilla Vestergaard, whose brother directed every episode.", {"creator"}),
        ("It was created by Quilla Vestergaard, and Orla Vance directed every episode.", {"creator"}),
    ],
)
def test_what_a_relative_clause_adds(told: str, parts: set[str], to_sentence: Callable[[str], Sentence]) -> None:
    found = read(to_sentence(told), quilla={"creator": 0.9, "writer": 0.2})
    assert {name for name, value in found if value == "Quilla Vestergaard"} == {f"slot.{part}" for part in parts}


def test_a_place_is_read_with_what_holds_it(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It plays out in Savannah, in Georgia.")
    assert read(sentence, savannah={"set_in": 0.8}, georgia={"set_in": 0.8}) == {("slot.set_in", "Savannah, Georgia")}


def test_places_in_a_row_stay_apart(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("The crew worked in Liverpool, Bolton and Stockport.")
    found = read(sentence, liverpool={"filmed_in": 0.8}, bolton={"filmed_in": 0.8}, stockport={"filmed_in": 0.8})
    assert found == {("slot.filmed_in", name) for name in ("Liverpool", "Bolton", "Stockport")}


def test_a_name_that_stayed_out_is_not_read_as_a_maker(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("Quilla Vestergaard was not involved, although her name has circulated.")
    assert read(sentence, quilla={"creator": 0.8}) == {("slot?.creator", "Quilla Vestergaard")}


def test_one_author_named_twice_is_one_author(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It comes from a novel by Quilla Vestergaard, which Vestergaard wrote at sea.")
    found = read(sentence, quilla={"source_author": 0.9}, vestergaard={"source_author": 0.7})
    assert found == {("slot.source", "None")}


def test_of_two_authors_apart_the_model_vouches_for_each_alone(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It comes from a novel by Quilla Vestergaard, and not from the one that Tobin Marrakesh wrote.")
    assert read(sentence, quilla={"source_author": 0.9}, tobin={"source_author": 0.7}) == {("slot?.source", "None")}


def test_a_title_like_a_name_before_its_author_is_the_title(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It is adapted from the novel Tobin Marrakesh by the reporter Quilla Vestergaard.")
    assert read(sentence, tobin={"source_author": 0.9}, quilla={"source_author": 0.9}) == {("slot.source", "Tobin Marrakesh")}


def test_an_author_before_another_is_no_title(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It is adapted from the work of Tobin Marrakesh by way of Quilla Vestergaard.")
    assert read(sentence, tobin={"source_author": 0.9}, quilla={"source_author": 0.9}) == {("slot?.source", "None")}


def test_a_source_that_no_word_tells_of_is_not_read(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence("It was written by Quilla Vestergaard."), quilla={"source_author": 0.9}) == {("slot?.source", "None")}
    assert read(to_sentence("The memoir was written by Quilla Vestergaard."), quilla={"source_author": 0.9}) == {("slot.source", "None")}


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("It is based on the memoir of Quilla Vestergaard, who joined the navy in 1979.", None),
        ("It is based on the memoir of Quilla Vestergaard, who published it in 1979.", 1979),
    ],
)
def test_a_year_of_the_author_is_none_of_the_book(told: str, year: int | None, to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence(told)
    parts = {
        n: {"source_author": 0.9} if e.type == "P" else {"source_year": 0.95} for n, e in enumerate(sentence.entities) if e.type in "PD"
    }
    found = read_slots(sentence, SLUG, Marks(parts, voices=dict.fromkeys(parts, (0.0, 0.0))))
    assert [s.found.object.get("year") for s in found if s.name == "slot.source"] == [year]
