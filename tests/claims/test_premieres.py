"""Premieres at festivals and on feasts, the end of a run, and Spanish days that no cue word goes with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.reader import Reader
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.reader import read_slots
from tests.builders import SilentModel
from tests.claims.helpers import article
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"


def read(told: str) -> set[tuple[str, str | None]]:
    """Day and region of each premiere read in a paragraph of an article of 10 November 2024."""
    page = article("Nobody Counts the Rain is a drama.", told, title="Nobody Counts the Rain: who made it")
    page = replace(page, published=datetime(2024, 11, 10, tzinfo=UTC))
    claims = Reader(make_reader().book, SilentModel()).read(page, about=SLUG).claims
    return {
        (str(c.object["value"]), str(c.object["region"]) if "region" in c.object else None)
        for c in claims
        if c.relation == "premiere_date" and c.paragraph == 2
    }


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("It landed on Netflix on Halloween 2023.", ("2023-10-31", None)),
        ("All the episodes were released on Christmas Day 2023.", ("2023-12-25", None)),
        ("It was first screened at the Berlin festival in February.", ("2024-02", "Berlin festival")),
        ("It was unveiled at the Cannes Film Festival on 18 May 2024.", ("2024-05-18", "Cannes Film Festival")),
    ],
)
def test_feasts_and_festivals(told: str, expected: tuple[str, str | None]) -> None:
    assert expected in read(told)


@pytest.mark.parametrize(
    "told",
    [
        "The trailer dropped on Halloween 2023.",
        "The spin-off series premiered on 16 November 2022.",
        "The boys were released on Christmas Day 2010.",
        "Her novel was presented at the Berlin festival in May 2019.",
        "The detective was first seen at the Berlin festival in 2011.",
        "It was shown at the Museum in May 2019.",
    ],
)
def test_feasts_and_festivals_of_other_things(told: str) -> None:
    assert read(told) == set()


def slots(sentence: Sentence, kind: str, part: str) -> list[str]:
    marked = {n: {part: 0.97} for n, e in enumerate(sentence.entities) if e.type == kind}
    found = read_slots(sentence, SLUG, Marks(marked, voices=dict.fromkeys(marked, (0.0, 0.0)), pairs={}))
    return [str(s.found.object["value"]) for s in found if s.name == f"slot.{part}"]


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("Nobody Counts the Rain ran between 2013 and 2017.", ["2013"]),
        ("Vio la luz el 3 de junio de 2014.", ["2014-06-03"]),
        ("Cayó entera el 7 de mayo de 2015.", ["2015-05-07"]),
    ],
)
def test_days_that_the_model_is_sure_of(told: str, days: list[str], to_sentence: Callable[[str], Sentence]) -> None:
    assert slots(to_sentence(told), "D", "premiere") == days


@pytest.mark.parametrize(
    ("told", "is_read"),
    [
        ("Seven is your lot.", True),
        ("They come weekly until all seven have been released.", True),
        ("There were seven but I slept through one.", True),
        ("All seven have been arrested.", False),
        ("Seven is her favourite number.", False),
        ("They are the best episodes of season seven.", False),
        ("It comes after two dramas of the sea, each of which had seven.", False),
    ],
)
def test_lone_numbers_that_are_all_there_is(told: str, is_read: bool, to_sentence: Callable[[str], Sentence]) -> None:
    assert bool(slots(to_sentence(told), "N", "episodes")) is is_read


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("The series began on 2 August 2023 and took six weeks.", "series began on 2 August 2023"),
        ("A tale of the sea that Netflix unveiled on 9 February 2024.", "unveiled on 9 February 2024"),
        ("Vio la luz el 3 de junio de 2014.", "Vio la luz el 3 de junio de 2014"),
        ("In real life the flood began on 28 February 2013.", "28 February 2013"),  # whose beginning it is, is not said
        ("The police came for him on 3 March 2013.", None),
        ("Cayó el 22 de julio de 2013, cuando dos policías dieron con él.", None),
        ("It is out from 1 October 2024; el adelanto se vio el 10 de septiembre de 2024.", "1 October 2024"),
    ],
)
def test_the_verb_of_the_release_is_quoted_with_the_day(told: str, quote: str | None, to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence(told)
    marked = {n: {"premiere": 0.97} for n, e in enumerate(sentence.entities) if e.type == "D"}
    found = [s.found for s in read_slots(sentence, SLUG, Marks(marked, voices=dict.fromkeys(marked, (0.0, 0.0)), pairs={}))]
    assert [sentence.text(f.start, f.end) for f in found] == ([quote] if quote else [])


def test_a_question_behind_the_release_has_a_day_of_its_own() -> None:
    assert read("Older than it looks: where the series first aired, and how the strike came about in 1993") == set()


def test_the_season_of_a_release_may_be_its_ordinal_alone(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("Quilla Vestergaard in season 2, then Orla Vance in the third, which Hulu put out on 4 March 2022.")
    marked = {n: {"premiere": 0.97} for n, e in enumerate(sentence.entities) if e.type == "D"}
    found = read_slots(sentence, SLUG, Marks(marked, voices=dict.fromkeys(marked, (0.0, 0.0)), pairs={}))
    assert [s.found.object["season"] for s in found] == [3]


def test_the_start_of_a_shoot_is_no_premiere() -> None:
    assert read("Production on a second season of the series started in Leeds on 25 October 2023.") == set()
    assert read("The series started on Netflix on 25 October 2023.") == {("2023-10-25", None)}
