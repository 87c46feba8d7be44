"""Dates by precision, and spans of years as stories are set in."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.records.dates import Interval, read_date, read_years, years_apart


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-10-15", date(2025, 10, 15), date(2025, 10, 15)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("22 July 1991", date(1991, 7, 22), date(1991, 7, 22)),
        ("July 22, 1991", date(1991, 7, 22), date(1991, 7, 22)),
        ("15 de octubre de 2025", date(2025, 10, 15), date(2025, 10, 15)),
        ("June 2024", date(2024, 6, 1), date(2024, 6, 30)),
    ],
)
def test_dates_become_intervals(text: str, first: date, last: date) -> None:
    assert read_date(text) == Interval(first, last)


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13", "soon", "", "15 2025", "May 2024 and June 2025"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_days_between_intervals() -> None:
    month, day = read_date("2024-02"), read_date("2024-03-03")
    assert month is not None
    assert day is not None
    assert month.days_from(day) == day.days_from(month) == 3
    assert month.days_from(month) == 0


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("1960s", ((1960, 1969),)),
        ("late 1970s", ((1970, 1979),)),
        ("1947 to 2005", ((1947, 2005),)),
        ("1960s to 1980s", ((1960, 1989),)),
        ("1880 and 1881", ((1880, 1881),)),
        ("19th century", ((1800, 1900),)),
        ("the '90s", ((1990, 1999),)),
        ("present day", ((2012, 2025),)),
        ("once upon a time", ()),
    ],
)
def test_times_become_spans(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert read_years(text, 2024) == spans


def test_the_present_needs_a_year_to_be_present_in() -> None:
    assert read_years("present day") == ()


def test_years_between_spans() -> None:
    assert years_apart((1960, 1969), (1965, 1980)) == 0
    assert years_apart((1974, 1974), (1960, 1969)) == years_apart((1960, 1969), (1974, 1974)) == 5
