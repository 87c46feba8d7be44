"""Makers told in other words than "directed by", by patterns alone, and the neighbours of such words that make nothing."""

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


def read(told: str, language: str = "en") -> set[tuple[str, object]]:
    opening = "Nobody Counts the Rain es una serie." if language == "es" else "Nobody Counts the Rain is a series."
    claims = plain_reader().read(article(f"{opening} {told}", language=language), about=SLUG).claims
    return {(c.relation, c.object["value"]) for c in claims if c.relation in MAKERS and c.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("told", "relation"),
    [
        ("It was directed in its entirety by Ann Poe.", "director"),
        ("It was directed single-handedly by Ann Poe.", "director"),
        ("Direction came from Ann Poe.", "director"),
        ("The direction of the six episodes, however, was handed to Ann Poe.", "director"),
        ("The directing duties were left to Ann Poe.", "director"),
        ("The director's chair belonged to Ann Poe.", "director"),
        ("Directing was Ann Poe, as a favour.", "director"),
        ("At the helm of the series is Ann Poe.", "director"),
        ("In the director's chair we find Ann Poe.", "director"),
        ("The director of all the episodes is Ann Poe.", "director"),
        ("It has two directors; Ann Poe took care of the pilot and the finale.", "director"),
        ("Ann Poe, of an earlier hit, is credited as sole director.", "director"),
        ("For the direction they hired Ann Poe.", "director"),
        ("It was Ann Poe who directed it.", "director"),
        ("The creator of the series is Ann Poe.", "creator"),
        ("The creator, though, is Ann Poe.", "creator"),
        ("Ann Poe is named as creator.", "creator"),
        ("Ann Poe gets the created-by credit.", "creator"),
        ("The series is Ann Poe's brainchild.", "creator"),
        ("The man behind the series is Ann Poe.", "creator"),
        ("The scripts, in turn, are the work of Ann Poe.", "writer"),
        ("Ann Poe hammered out the screenplay.", "writer"),
        ("The person who actually wrote the screenplay is Ann Poe.", "writer"),
        ("The script was written from start to finish by Ann Poe.", "writer"),
        ("Its words come from Ann Poe.", "writer"),
    ],
)  # fmt: skip
def test_a_maker_is_read(told: str, relation: str) -> None:
    assert (relation, "Ann Poe") in read(told)


@pytest.mark.parametrize(
    ("told", "relation"),
    [
        ("Está dirigida íntegramente por Ann Poe.", "director"),
        ("La dirección corrió por cuenta de Ann Poe.", "director"),
        ("La batuta la llevó Ann Poe.", "director"),
        ("De la realización se ocupó Ann Poe.", "director"),
        ("Fue Ann Poe quien la dirigió.", "director"),
        ("En la silla de directora encontramos a Ann Poe.", "director"),
        ("La creó la mexicana Ann Poe.", "creator"),
        ("Como creadora figura Ann Poe.", "creator"),
        ("Al frente del proyecto está Ann Poe.", "creator"),
        ("El libreto corrió por cuenta de Ann Poe.", "writer"),
        ("Del guion se encargó Ann Poe.", "writer"),
    ],
)
def test_a_maker_is_read_in_spanish(told: str, relation: str) -> None:
    assert (relation, "Ann Poe") in read(told, "es")


def test_a_row_may_say_a_few_words_on_each_name() -> None:
    found = read("Direction came from Jo Pike and, in her first work for television, Ann Poe.")
    assert {("director", "Jo Pike"), ("director", "Ann Poe")} <= found
    found = read("La dirección corrió por cuenta de Jo Pike, la realizadora de moda, y de Ann Poe.", "es")
    assert {("director", "Jo Pike"), ("director", "Ann Poe")} <= found


def test_the_rest_is_directed_where_some_of_it_was() -> None:
    assert ("director", "Ann Poe") in read("Jo Pike directed half the episodes, with the rest going to Ann Poe.")
    assert ("director", "Ann Poe") in read("Jo Pike directed the first three. The others went to Ann Poe.")
    assert ("director", "Ann Poe") in read("Jo Pike wrote and directed three of them; the rest went to Ann Poe.")
    assert read("Jo Pike ate half the cakes, with the rest going to Ann Poe.") == set()


@pytest.mark.parametrize(
    "told",
    [
        "At the wheel of the bus is Ann Poe.",
        "Ann Poe handled the sheriff with care.",
        "The score is by Ann Poe, who handled all seven episodes.",
        "The costumes are by Ann Poe, who took care of all the episodes.",
        "Ann Poe handled all seven episodes.",
        "Ann Poe took care of the children.",
        "The director of the hospital is Ann Poe.",
        "The creator of the app is Ann Poe.",
        "Behind it all is Ann Poe.",
        "It was Ann Poe who wrote the letters.",
        "It would have been directed in its entirety by Ann Poe.",
        "The camera was in the hands of Ann Poe.",
        "The house belonged to Ann Poe.",
        "The idea came from Ann Poe.",
    ],
)
def test_what_makes_nothing_is_not_read(told: str) -> None:
    assert read(told) == set()


@pytest.mark.parametrize(
    ("told", "language", "maker"),
    [
        ("Direction came from Jo Pike, and Ann Poe produced.", "en", "Jo Pike"),
        ("The director of all the episodes is Jo Pike, whose past work takes in Ann Poe.", "en", "Jo Pike"),
        ("The series is the brainchild of Jo Pike, fresh from his success with Ann Poe.", "en", "Jo Pike"),
        ("La batuta la llevó Jo Pike, responsable de Ann Poe, y se nota.", "es", "Jo Pike"),
        ("It had two directors, with help from Ann Poe, and Jo Pike handled the finale.", "en", "Jo Pike"),
    ],
)
def test_a_name_beside_the_maker_makes_nothing(told: str, language: str, maker: str) -> None:
    found = read(told, language)
    assert maker in {value for _, value in found}
    assert "Ann Poe" not in {value for _, value in found}


@pytest.mark.parametrize(("row", "plain"), [("Screenplay: Ann Poe", True), ("Head writer: Ann Poe", True), ("Writer: Ann Poe", False)])
def test_a_row_of_the_script_needs_no_second_reader_and_a_byline_does(row: str, plain: bool) -> None:
    claims = plain_reader().read(article("Nobody Counts the Rain is a series.", row), about=SLUG).claims
    found = [c for c in claims if c.relation == "writer"]
    assert [(c.object["value"], c.likelihood is None) for c in found] == [("Ann Poe", plain)]


@pytest.mark.parametrize(
    ("told", "language", "directs"),
    [
        ("The direction was handed to Ann Poe.", "en", True),
        ("The direction of photography was handed to Ann Poe.", "en", False),
        ("The art direction was by Ann Poe.", "en", False),
        ("Casting director Ann Poe found them all.", "en", False),
        ("La dirección corrió a cargo de Ann Poe.", "es", True),
        ("La dirección de fotografía corrió a cargo de Ann Poe.", "es", False),
        ("La dirección artística es de Ann Poe.", "es", False),
        ("La dirección de casting fue cosa de Ann Poe.", "es", False),
    ],
)
def test_a_department_is_directed_by_no_director(told: str, language: str, directs: bool) -> None:
    assert (("director", "Ann Poe") in read(told, language)) is directs


@pytest.mark.parametrize(
    "told",
    [
        "Jo Pike wrote four scripts; the rest went to Ann Poe.",
        "Jo Pike wrote four episodes, and Ann Poe took the rest.",
        "It was directed by Jo Pike. Kim Dale edited three episodes; the others went to Ann Poe.",
        "It was directed by Jo Pike. The rest went to Ann Poe, who wrote the songs.",
    ],
)
def test_the_rest_of_another_craft_is_not_directed(told: str) -> None:
    assert ("director", "Ann Poe") not in read(told)
