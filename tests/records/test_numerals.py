"""Numbers in digits and in words, and what only looks like one."""

from __future__ import annotations

import pytest

from pipeline.records.numerals import read_counts, read_numbers, write_digits


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Thirty five boats", "en", [("Thirty five", 35)]),
        ("Seventy-two boats, sixty oars", "en", [("Seventy-two", 72), ("sixty", 60)]),
        ("one hundred and five boats", "en", [("one hundred and five", 105)]),
        ("1,200 boats, 1.200 oars and 22 sails", "en", [("1,200", 1200), ("1.200", 1200), ("22", 22)]),
        ("treinta y cinco barcas y veintidós remos", "es", [("treinta y cinco", 35), ("veintidós", 22)]),
        ("doscientas barcas", "es", [("doscientas", 200)]),
        ("el tercer barco y tres remos", "es", [("tres", 3)]),
        ("once barcas", "es", [("once", 11)]),
        ("once boats", "en", []),
        ("two-three boats, 5 or 6 oars, between ten and 20 sails", "en", []),
        ("10\u201320 boats", "en", []),
        ("hundreds of boats, half a million, 3 million", "en", []),
        ("two point five boats, 3.5 boats, the thirty-first boat, no one, B-52", "en", []),
    ],
)
def test_numbers_and_where_they_stand(text: str, language: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[n.start : n.end], n.value) for n in read_numbers(text, language)] == expected


def test_words_become_digits() -> None:
    assert write_digits("a seventeen-year-old of forty two boats, 1,200 oars", "en") == "a 17-year-old of 42 boats, 1,200 oars"


def test_how_many_people_are_counted() -> None:
    text = "two sisters, tres hermanas, 4 aunts, once twelve and a 6-year-old"
    assert [(text[n.start : n.end], n.value) for n in read_counts(text)] == [("two", 2), ("tres", 3), ("4", 4)]
