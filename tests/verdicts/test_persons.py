"""Single pieces of a description."""

from __future__ import annotations

import pytest

from pipeline.verdicts.persons import read_country, write_ages


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
