"""What is drawn where a number, a day or a part goes out."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest

from pipeline.evaluation.swap_values import COUNTS_OFF, YEAR_WRONG, draw_count, draw_day, find_name, list_parts, strip_title
from pipeline.models import Fact, Show
from tests.builders import make_show

DRAWS = 3000


def show_out(*days: str) -> Show:
    return make_show(*(Fact("premiere_date", day, ("paper",)) for day in days))


def draw_days(value: str, quote: str, show: Show, published: date | None = None, language: str = "en") -> Counter[tuple[str, str] | None]:
    rng = random.Random(1)
    return Counter(draw_day(value, quote, show, published, language, rng) for _ in range(DRAWS))


def test_counts_are_as_far_off_as_labelled_ones() -> None:
    rng = random.Random(1)
    drawn = Counter((draw_count(6, {6}, 12, rng) or 0) - 6 for _ in range(DRAWS))
    for off, weight in COUNTS_OFF.items():
        assert drawn[off] / DRAWS == pytest.approx(weight / sum(COUNTS_OFF.values()), abs=0.03)
    assert sum(n for off, n in drawn.items() if abs(off) == 1) / DRAWS == pytest.approx(17 / 60, abs=0.03)
    assert sum(n for off, n in drawn.items() if off > 0) / DRAWS == pytest.approx(47 / 60, abs=0.03)


def test_a_count_is_none_on_record_and_within_what_can_be_spelt() -> None:
    rng = random.Random(1)
    assert {draw_count(6, {6, 7, 8}, 10, rng) for _ in range(DRAWS)} == {2, 4, 5, 9, 10}
    assert draw_count(12, {8, 10, 11, 12}, 12, rng) is None


def test_two_in_three_days_are_wrong_in_the_year_and_else_the_same() -> None:
    drawn = draw_days("2025-10-15", "15 October 2025", show_out("2025-10-15"))
    years = sum(n for pair, n in drawn.items() if pair in {("2025", "2024"), ("2025", "2023")})
    assert years / DRAWS == pytest.approx(YEAR_WRONG, abs=0.03)
    assert {old for old, _ in filter(None, drawn)} == {"October", "2025"}
    assert ("October", "September") in drawn
    assert ("October", "November") in drawn


def test_a_month_next_to_the_right_one_must_be_a_fortnight_off() -> None:
    drawn = draw_days("2025-10", "in October", show_out("2025-10-23"))
    assert ("October", "September") in drawn, "its last day is 23 days off"
    assert ("October", "November") not in drawn, "its first day is 9 days off"


def test_a_day_exists_and_is_past() -> None:
    drawn = draw_days("2025-10-31", "31 October", show_out("2025-10-31"), date(2025, 11, 20))
    assert set(drawn) == {("October", m) for m in ("January", "March", "May", "July", "August")}
    assert set(draw_days("2025-10-15", "15 de octubre", show_out("2025-10-15"), date(2025, 3, 1), "es")) == {
        ("octubre", "enero"),
        ("octubre", "febrero"),
    }


def test_a_year_on_record_is_none_to_draw() -> None:
    show = make_show(Fact("premiere_date", "2025-10-15", ("paper",)), Fact("based_on", "A Book", ("paper",), year=2024))
    assert set(draw_days("2025", "a drama of 2025", show)) == {("2025", "2023")}
    assert set(draw_days("2025", "a drama of 2025", show_out("2025", "2024", "2023"))) == {None}
    assert set(draw_days("2025", "a drama of this year", show)) == {None}


def test_a_part_is_named_in_the_article_s_own_spelling() -> None:
    assert find_name(("Boris Stone",), "Borís Stone (Bo Puenta)", apart_from="Bo Puenta") == "Borís Stone"
    assert find_name(("Colonel Max Stone",), "da vida al coronel Max Stone.", apart_from="Bo Puenta") == "Max Stone"
    assert find_name(("Max Puenta",), "Bo Puenta plays him", apart_from="Bo Puenta") is None


@pytest.mark.parametrize("quote", ["as Max's son", "as Max’s older brother", "como la madre de Max", "the wife of Max", "as Max' sons"])
def test_who_is_told_as_somebody_s_relative_is_not_named(quote: str) -> None:
    assert find_name(("Max Stone",), quote, apart_from="Bo Puenta") is None


def test_a_possessive_and_a_title_are_no_part_of_a_name() -> None:
    assert find_name(("Max Stone",), "Max Stone's accent is a joy", apart_from="Bo Puenta") == "Max Stone"
    assert find_name(("Max Stone", "Max's son Gator Stone"), "as Max's son Gator", apart_from="Bo Puenta") == "Gator"
    assert find_name(("Detective Max Stone",), "Bo Puenta is the Detective", apart_from="Bo Puenta") is None
    assert find_name(("Detective Max Stone",), "Detective Max", apart_from="Bo Puenta") == "Max"
    assert strip_title("Chief Inspector Max Stone") == "Max Stone"
    assert strip_title("Detective") == ""


def test_parts_are_those_of_others_who_share_no_name() -> None:
    def part(actor: str, character: str, person: str | None = None) -> Fact:
        return Fact("cast_member", actor, ("paper",), character=character, real_person=person)

    mine = part("Bo Puenta", "Max Stone", "Walter Quist")
    others = (
        part("Bo Puenta", "Edna Quill"),
        part("Tess Iriarte", "Detective Joyce Bell"),
        part("Ann Ray", "Stella Stone"),
        part("Ann Day", "Otto Quill"),
        part("Ann May", "Gus Quist"),
        part("Ann Jay", "Detective"),
        part("Ann Fay", "Reporter #2"),
        part("Ann Kay", "Hugo"),
    )
    assert list_parts(mine, make_show(mine, *others)) == ["Joyce Bell"]
