"""Single pieces of a description."""

from __future__ import annotations

import pytest

from pipeline.records.nationalities import read_country
from pipeline.verdicts.persons import read_school_left, write_ages


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Dutch", "NL"),
        ("española", "ES"),
        ("Mexicana", "MX"),
        ("Vietnamese", "VN"),
        ("Thailand", None),
        ("Japan", None),  # a country, which ends as a nationality may
        ("Jordan", None),
        ("Dominican", None),  # of the republic, or a friar
    ],
)
def test_country_of_a_nationality(word: str, code: str | None) -> None:
    assert read_country(word) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aged forty-two", "aged 42"),
        ("a sixteen-year-old who once rowed", "a 16-year-old who once rowed"),
        ("una niña de once años", "una niña de 11 años"),
        ("a los cuarenta y dos vuelve", "a los 42 vuelve"),
    ],
)
def test_ages_in_digits(text: str, expected: str) -> None:
    assert write_ages(text) == expected


@pytest.mark.parametrize(
    ("text", "schools"),
    [
        ("a Harvard dropout", {"harvard"}),
        ("the Dutch student who left Harvard at twenty", {"harvard"}),
        ("a Dutch student who dropped out of the University of Leiden", {"leiden"}),
        ("a Yale student who quits", {"yale"}),
        ("a Yale student who left Boston", {"yale", "boston"}),
        ("a Dutch dropout", set()),  # a country is no school
        ("an American student who left", set()),
        ("a student who leaves Houston for the coast", set()),
        ("a boy who dropped out of High School", set()),
    ],
)
def test_school_left(text: str, schools: set[str]) -> None:
    assert read_school_left(text) == schools
