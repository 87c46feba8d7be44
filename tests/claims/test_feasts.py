"""Feasts by name, fixed and movable, and days told by ordinals."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.claims.days import read_feast, read_ordinal_day
from pipeline.claims.feasts import find_feast


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Memorial Day", 2025, date(2025, 5, 26)),
        ("Presidents' Day", 2024, date(2024, 2, 19)),
        ("Martin Luther King Day", 2023, date(2023, 1, 16)),
        ("Valentine’s Day", 2022, date(2022, 2, 14)),
        ("Día de Muertos", 2024, date(2024, 11, 2)),
        ("Fourth of July", 2021, date(2021, 7, 4)),
        ("New Year's Eve", 2020, date(2020, 12, 31)),
    ],
)
def test_feasts(name: str, year: int, day: date) -> None:
    feast = find_feast(name)
    assert feast is not None
    assert feast(year) == day


@pytest.mark.parametrize(
    "name", ["Thanksgiving", "Labour Day", "Labor Day", "Independence Day", "Twelfth Night", "Easter", "Mother's Day", "Christmas Carol"]
)
def test_what_falls_on_several_days_is_no_day(name: str) -> None:
    assert find_feast(name) is None


def test_the_year_is_the_article_s_nearest() -> None:
    assert read_feast("Memorial Day", None, date(2025, 8, 1)) == "2025-05-26"
    assert read_feast("Memorial Day", None, date(2025, 2, 1)) == "2024-05-27"
    assert read_feast("Halloween", None, date(2025, 8, 1), True) == "2025-10-31"
    assert read_feast("Halloween", None, date(2025, 10, 29)) is None, "a year ago all but two days: nobody means that"


@pytest.mark.parametrize(
    ("ordinal", "month", "day"),
    [
        ("third", "October", "2025-10-03"),
        ("first", "March 2024", "2024-03-01"),
        ("thirty-first", "February 2024", None),
        ("last day", "September", "2025-09-30"),
        ("last day", "December 2023", "2023-12-31"),
        ("last day", "2023", None),
        ("primero", "marzo", "2025-03-01"),
    ],
)
def test_ordinal_days(ordinal: str, month: str, day: str | None) -> None:
    assert read_ordinal_day(ordinal, month.lower(), date(2025, 11, 17)) == day
