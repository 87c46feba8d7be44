"""Who made it, in further builds, by patterns alone, and what sounds like one of them but makes nothing."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.claims.reader import Reader
from tests.builders import SilentModel
from tests.claims.helpers import article
from tests.claims.helpers import reader as make_reader

MAKERS = frozenset({"creator", "director", "writer"})
SLUG = "nobody-counts-the-rain"


@cache
def plain_reader() -> Reader:
    return Reader(make_reader().book, SilentModel())


def read(text: str, language: str = "en") -> set[tuple[str, object]]:
    claims = plain_reader().read(article(text, language=language), about=SLUG).claims
    return {(c.relation, c.object["value"]) for c in claims if c.relation in MAKERS and c.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("told", "relation"),
    [
        ("Ann Poe called the shots on all episodes.", "director"),
        ("Ann Poe, whose last film won a prize, took over as director for the last three.", "director"),
        ("Directing went to Ann Poe.", "director"),
        ("The direction was entrusted to Ann Poe.", "director"),
        ("The director's chair was filled by Ann Poe, who also made shorts.", "director"),
        ("It sprang from the mind of Ann Poe.", "creator"),
        ("The mastermind is Ann Poe, fresh from another hit.", "creator"),
        ("The brains of the outfit is Ann Poe.", "creator"),
        ("Ann Poe dreamed it up on a train.", "creator"),
        ("Ann Poe, the man who created it, was there.", "creator"),
    ],
)
def test_a_maker_is_read(told: str, relation: str) -> None:
    assert (relation, "Ann Poe") in read(f"Nobody Counts the Rain is a series. {told}")


@pytest.mark.parametrize(
    ("told", "relation"),
    [
        ("La dirige Ann Poe, que ya había rodado dos películas.", "director"),
        ("Ann Poe se encargó de la dirección.", "director"),
        ("Detrás de las cámaras se encuentra Ann Poe.", "director"),
        ("A los mandos está Ann Poe.", "director"),
        ("El proyecto lo concibió Ann Poe.", "creator"),
        ("Creó la serie Ann Poe.", "creator"),
        ("La escritura corrió a cargo de Ann Poe.", "writer"),
        ("Los guiones los redactó Ann Poe.", "writer"),
    ],
)
def test_a_maker_is_read_in_spanish(told: str, relation: str) -> None:
    assert (relation, "Ann Poe") in read(f"Nobody Counts the Rain es una serie. {told}", "es")


@pytest.mark.parametrize(
    "told",
    [
        "Ann Poe called the police on the neighbours.",
        "Ann Poe took over as manager of the hotel.",
        "Ann Poe took over as director for the 2002 film.",
        'Ann Poe went on to direct for "Tin Weather," a rival.',
        "The award went to Ann Poe.",
        "The letter was handed to Ann Poe.",
        "Ann Poe dreamed of the sea.",
        "The mastermind of the robbery is Ann Poe.",
    ],
)
def test_what_makes_nothing_is_not_read(told: str) -> None:
    assert read(f"Nobody Counts the Rain is a series. {told}") == set()


@pytest.mark.parametrize(
    "told",
    [
        "Ann Poe dirige una clínica del pueblo.",
        "Interpreta a una abogada y dirige un bufete con Ann Poe.",
        "Ann Poe se sentó en la primera fila.",
        "La cena corrió a cargo de Ann Poe.",
    ],
)
def test_what_makes_nothing_is_not_read_in_spanish(told: str) -> None:
    assert read(f"Nobody Counts the Rain es una serie. {told}", "es") == set()


@pytest.mark.parametrize(
    ("told", "read_as_creator"),
    [
        ("The series was brought to life by Ann Poe.", True),
        ("Nobody Counts the Rain was brought to the screen by Ann Poe.", True),
        ("The thieving workman is Rand Gold, brought to life by Ann Poe.", False),
        ("Lyle, the elder brother, is brought to life by Ann Poe.", False),
        ("The tale of a baker with a grudge was dreamed up by Ann Poe, whose novel came first.", False),
    ],
)
def test_who_brings_a_part_to_life_made_nothing(told: str, read_as_creator: bool) -> None:
    assert (("creator", "Ann Poe") in read(f"Nobody Counts the Rain is a series. {told}")) is read_as_creator


def test_the_subject_of_the_next_clause_created_nothing() -> None:
    found = read("Nobody Counts the Rain is a series. It was created by Ann Poe, and Jo Pike directed it all.")
    assert ("creator", "Ann Poe") in found
    assert ("creator", "Jo Pike") not in found
    both = read("Nobody Counts the Rain is a series. It was created by Ann Poe and Jo Pike.")
    assert {("creator", "Ann Poe"), ("creator", "Jo Pike")} <= both


def test_who_stands_behind_the_cameras_as_producer_directs_nothing() -> None:
    opening = "Nobody Counts the Rain es una serie. "
    assert ("director", "Ann Poe") in read(f"{opening}Detrás de las cámaras está Ann Poe.", "es")
    assert ("director", "Ann Poe") not in read(f"{opening}Detrás de las cámaras está Ann Poe, que produjo los diez episodios.", "es")


def test_a_script_for_another_title_is_none_for_this() -> None:
    assert ("writer", "Ann Poe") in read("Nobody Counts the Rain is a series. Ann Poe's script is a marvel.")
    assert ("writer", "Ann Poe") not in read("Nobody Counts the Rain is a series. Ann Poe's script for another series won a prize.")


def test_the_creator_of_the_series_is_no_aside_on_another_work() -> None:
    """ "The creator of <another title>" is one. Read by the slot model: no pattern does."""
    told = article("The creator of the series is Liv Sandahl, the man behind Harbour Lights.")
    found = {(c.show, c.relation, c.object["value"]) for c in make_reader().read(told, about=SLUG).claims if c.relation == "creator"}
    assert found == {(SLUG, "creator", "Liv Sandahl")}
