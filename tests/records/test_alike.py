"""Every typed comparison on the pairs of alike.toml, and what must hold for any pair."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.characters import compare_characters
from pipeline.records.likeness import Likeness, closest
from pipeline.records.media import compare_kinds
from pipeline.records.names import compare_people, compare_person_to_any, is_full_name, split_people
from pipeline.records.organisations import compare_companies, compare_platforms
from pipeline.records.place_names import compare_places
from pipeline.records.titles import compare_titles

PAIRS: dict[str, list[tuple[str, str, str]]] = tomllib.loads((Path(__file__).parent / "alike.toml").read_text())
COMPARE: dict[str, Callable[[str, str], Likeness]] = {
    "people": compare_people,
    "characters": compare_characters,
    "platforms": compare_platforms,
    "companies": compare_companies,
    "kinds": compare_kinds,
    "titles": compare_titles,
    "places": compare_places,
}


@pytest.mark.parametrize(("what", "a", "b", "wanted"), [(what, *pair) for what, pairs in PAIRS.items() for pair in pairs])
def test_pair(what: str, a: str, b: str, wanted: str) -> None:
    assert COMPARE[what](a, b) is Likeness(wanted)


NAMES = st.lists(st.text(alphabet="abcdefgáéíñ", min_size=2, max_size=9).map(str.title), min_size=2, max_size=4).map(" ".join)


@given(NAMES)
def test_a_name_is_itself_however_it_is_written(name: str) -> None:
    assert compare_people(name, name.upper()) is Likeness.SAME
    assert compare_people(name, f"Dr. {name}") is Likeness.SAME


@given(NAMES, NAMES)
def test_people_compare_the_same_both_ways(a: str, b: str) -> None:
    assert compare_people(a, b) is compare_people(b, a)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_a_comparison(a: str, b: str) -> None:
    for compare in COMPARE.values():
        assert compare(a, b) in Likeness


def test_a_lone_surname_counts_only_where_it_is_enough() -> None:
    assert compare_person_to_any("Heller", ["Nathan Heller"]) is Likeness.UNCLEAR
    assert compare_person_to_any("Heller", ["Nathan Heller"], surname_is_enough=True) is Likeness.SAME
    assert compare_person_to_any("Heller", ["Ann Stone"], surname_is_enough=True) is Likeness.FAR


def test_several_people_are_told_apart() -> None:
    assert split_people("Kai Bird and Martin J. Sherwin") == ("Kai Bird", "Martin J. Sherwin")
    assert split_people("Robert Downey, Jr.") == ("Robert Downey",)
    assert compare_person_to_any("Martin Sherwin", ["Kai Bird and Martin J. Sherwin"]) is Likeness.SAME


def test_full_names_have_two_parts_besides_the_title() -> None:
    assert is_full_name("Nathan Heller")
    assert not is_full_name("Dr. Heller")


def test_the_closest_of_none_is_unclear() -> None:
    assert closest([]) is Likeness.UNCLEAR
    assert closest([Likeness.FAR, Likeness.NEAR]) is Likeness.NEAR
