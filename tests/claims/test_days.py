"""Days as writers put them, read against the article's own."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.claims.days import read_day, read_feast, read_relative

MONDAY = date(2025, 10, 20)


@pytest.mark.parametrize(
    ("surface", "future", "expected"),
    [
        ("15 October 2025", False, "2025-10-15"),
        ("October 15th, 2025", False, "2025-10-15"),
        ("25 de enero de 2023", False, "2023-01-25"),
        ("2025-10-15", False, "2025-10-15"),
        ("October 2025", False, "2025-10"),
        ("2025", False, "2025"),
        ("15 October", False, "2025-10-15"),  # the last one
        ("15 de octubre", False, "2025-10-15"),
        ("5 January", False, "2025-01-05"),
        ("21 November", False, None),  # nearly a year off: last year or a slip
        ("21 November", True, "2025-11-21"),  # the one to come
        ("31 February 2025", False, None),
        ("20.02.2025", False, "2025-02-20"),
        ("21/09/2022", False, "2022-09-21"),
        ("1980s", False, None),
    ],
)
def test_calendar_dates(surface: str, future: bool, expected: str | None) -> None:
    assert read_day(surface, MONDAY, future) == expected


def test_a_date_that_reads_either_way_is_only_a_year() -> None:
    assert read_day("11/12/2024", MONDAY, day_first=False) == "2024"
    assert read_day("11/12/2024", MONDAY, day_first=True) == "2024-12-11"


def test_without_the_articles_day_a_year_must_be_there() -> None:
    assert read_day("15 October", None) is None
    assert read_relative("yesterday", None) is None


@pytest.mark.parametrize(
    ("words", "future", "expected"),
    [
        ("yesterday", False, "2025-10-19"),
        ("hoy", False, "2025-10-20"),
        ("last thursday", False, "2025-10-16"),
        ("on friday", False, "2025-10-17"),
        ("on friday", True, "2025-10-24"),
        ("el jueves pasado", False, "2025-10-16"),
        ("last sunday", False, "2025-10"),  # yesterday, or a week before
        ("on monday", False, "2025-10"),  # today, or a week before
        ("9 days ago", False, "2025-10-11"),
        ("hace 5 dias", False, "2025-10-15"),
        ("2 weeks ago", False, "2025-10"),
        ("3 weeks ago", False, "2025"),  # late September or early October
        ("last month", False, "2025-09"),
        ("el pasado dia 2", False, "2025-10-02"),
        ("el pasado dia 28", False, "2025-09-28"),
        ("last year", False, "2024"),
        ("3 years ago", False, None),
        ("new year's day", True, "2026-01-01"),
    ],
)
def test_days_from_the_articles_own(words: str, future: bool, expected: str | None) -> None:
    assert read_relative(words, MONDAY, future) == expected


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Halloween", 2023, "2023-10-31"),
        ("Christmas Day", None, "2024-12-25"),
        ("Nochebuena", 2022, "2022-12-24"),
        ("Valentine’s Day", None, "2025-02-14"),
        ("Easter", 2023, None),  # another day each year
    ],
)
def test_feasts(name: str, year: int | None, expected: str | None) -> None:
    assert read_feast(name, year, MONDAY) == expected
