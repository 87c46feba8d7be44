"""Neighbours in a sentence accuse nobody: the right name beside the wrong one, a namesake, a denial that is not in the quote."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.models import Fact
from pipeline.verdicts.beside import find_neighbours
from pipeline.verdicts.comparison import Comparison, Grade
from tests.builders import make_claim, make_show

DIRECTOR = Fact("director", "Ann Roe", ("paper",))
PART = Fact("cast_member", "Cleo Sand", ("paper",), character="Kitty")
ACTOR = Fact("cast_member", "Xavier Bell", ("paper",), character="Joe")
SHOW = make_show(DIRECTOR, PART, ACTOR, title="Iron Harbour")


def gates(fact: Fact, sentence: str, value: str, **more: Any) -> list[str]:
    others = tuple(make_claim("cast_member", o["value"], sentence=sentence, object=o) for o in more.pop("others", ()))
    claim = make_claim(fact.property, value, quote=more.pop("quote", sentence), sentence=sentence, **more)
    return find_neighbours(claim, SHOW, Comparison(Grade.FAR, (fact,)), others)


def test_a_name_beside_the_right_one_is_a_neighbour() -> None:
    assert gates(DIRECTOR, "Ann Roe, an Oscar winner for Rain Over Kansas, directed it.", "Rain Over Kansas") == ["named_beside"]
    assert gates(DIRECTOR, "Kay Heart directed it.", "Kay Heart") == []


def test_the_holder_in_brackets_behind_the_part_settles_whose_part_it_is() -> None:
    sentence = "Joe, whom Xavier Bell plays as a man apart, Kitty (Cleo Sand) and their sons."
    assert gates(PART, sentence, "Xavier Bell", object={"value": "Xavier Bell", "character": "Kitty"}) == ["named_beside"]
    swapped = "Xavier Bell is Kitty and Cleo Sand is Joe."
    assert gates(PART, swapped, "Xavier Bell", object={"value": "Xavier Bell", "character": "Kitty"}) == [], "two swapped parts are caught"


def test_a_holder_with_another_part_in_the_sentence_is_no_neighbour() -> None:
    told = "Kay Heart plays Kitty, and Cleo Sand plays Joe."
    claimed = {"value": "Kay Heart", "character": "Kitty"}
    assert gates(PART, told, "Kay Heart", object=claimed) == ["named_beside"]
    assert gates(PART, told, "Kay Heart", object=claimed, others=[{"value": "Cleo Sand", "character": "Joe"}]) == []
    assert gates(PART, told, "Kay Heart", object=claimed, others=[{"value": "Cleo Sand"}]) == ["named_beside"]


def test_a_slip_in_a_name_on_record_is_no_stranger() -> None:
    told = "Cleo Sand plays his sister, and Xaviar Bell plays Kitty."
    assert gates(PART, told, "Xaviar Bell", object={"value": "Xaviar Bell", "character": "Kitty"}) == []


@pytest.mark.parametrize("lead", ["That Iron Harbour", "The 1996 film Iron Harbour", "An earlier Iron Harbour"])
def test_a_namesake_is_another_work(lead: str) -> None:
    assert gates(DIRECTOR, f"{lead} was directed by Kay Heart.", "Kay Heart") == ["other_work"]


@pytest.mark.parametrize(
    ("told", "closed"),
    [
        ("The Hulu series, three hours long, has a boss of its own, who had no part in Iron Harbour.", ["other_work"]),
        ("The Hulu series Iron Harbour is three hours long.", []),
        ("The Hulu series is three hours long.", []),
        ("Iron Harbour: the article, the Hulu film, the podcast", ["other_work"]),
        ("Hulu showed in May, when all was over, a television film with Kay Heart.", ["other_work"]),
        ("Iron Harbour is the Hulu series that everybody talks about.", []),
    ],
)
def test_a_channel_s_work_that_is_set_against_the_title_is_another(told: str, closed: list[str]) -> None:
    assert gates(Fact("platform", "Netflix", ("paper",)), told, "Hulu") == closed


def test_a_denial_has_to_stand_in_the_quote() -> None:
    sentence = "Nor was he like Kitty (Cleo Sand)."
    assert gates(PART, sentence, "Cleo Sand", polarity="negated", quote="Kitty (Cleo Sand)") == ["negation_apart"]
    assert gates(PART, "Cleo Sand does not play Kitty.", "Cleo Sand", polarity="negated") == []


@pytest.mark.parametrize(
    "told", ["It was directed by Kay Heart and Ann Roe.", "Jo Poe, Kay Heart and Ann Roe directed it.", "La dirigen Ann Roe y Kay Heart."]
)
def test_a_name_in_one_row_with_the_right_one_is_no_neighbour_where_the_model_is_sure(told: str) -> None:
    assert gates(DIRECTOR, told, "Kay Heart", likelihood=0.99) == []
    assert gates(DIRECTOR, told, "Kay Heart", likelihood=0.8) == ["named_beside"]


def test_a_few_words_on_the_last_name_leave_it_in_the_row() -> None:
    told = "Direction was split between Ann Roe and the Swedish film-maker Kay Heart."
    assert gates(DIRECTOR, told, "Kay Heart", likelihood=0.99) == []
    assert gates(DIRECTOR, told, "Kay Heart", likelihood=0.5) == ["named_beside"]
    told = "Ann Roe, who had fallen ill, directed it, and Kay Heart's book is on sale."
    assert gates(DIRECTOR, told, "Kay Heart", likelihood=0.99) == ["named_beside"]


def test_whoever_got_the_rest_is_no_neighbour() -> None:
    assert gates(DIRECTOR, "Ann Roe directed half the episodes, with the rest going to Kay Heart.", "Kay Heart") == []
    assert gates(DIRECTOR, "Ann Roe directed it, with the prize going to Kay Heart.", "Kay Heart") == ["named_beside"]


def test_an_apposition_is_no_row() -> None:
    assert gates(DIRECTOR, "Ann Roe, Iron Rain in hand, directed it.", "Iron Rain", likelihood=0.99) == ["named_beside"]
    assert gates(DIRECTOR, "Ann Roe, Iron Rain's maker, and Kay Heart directed it.", "Iron Rain", likelihood=0.99) == ["named_beside"]


@pytest.mark.parametrize(
    "told",
    [
        "Kay Heart is the director of the series, while Ann Roe, its star, joined late.",
        "Ann Roe wrote it, and the director is listed as Kay Heart.",
        "Ann Roe was not involved; the brains of the outfit is Kay Heart.",
        "Ann Roe, who made Rain Over Kansas, shared the job with Kay Heart.",
        "Ann Roe is one of the directors; another is Kay Heart.",
        "La dirección estuvo a cargo de Kay Heart, con Ann Roe en algunos capítulos.",
        "Kay Heart, the maker of Rain Over Kansas, wrote and directed the series, which Ann Roe had begun.",
    ],
)
def test_plain_words_that_join_the_name_make_it_no_neighbour(told: str) -> None:
    assert gates(DIRECTOR, told, "Kay Heart") == []


@pytest.mark.parametrize(
    ("told", "neighbour"),
    [
        ("Ann Roe, who wrote Rain Over Kansas, is the director.", "Rain Over Kansas"),
        ("Ann Roe directs, as the director of Rain Over Kansas did.", "Rain Over Kansas"),
        ("Ann Roe shared a flat with Kay Heart.", "Kay Heart"),
        ("Ann Roe, the Rain Over Kansas director, shot the first two.", "Rain Over Kansas"),
    ],
)
def test_what_is_only_near_stays_a_neighbour(told: str, neighbour: str) -> None:
    assert gates(DIRECTOR, told, neighbour) == ["named_beside"]
