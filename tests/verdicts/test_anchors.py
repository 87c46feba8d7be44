"""Does the sentence itself say that it speaks of the work?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.models import Claim
from pipeline.verdicts.anchors import is_anchored, is_possible


def claim(relation: str, sentence: str, subject: str = "about") -> Claim:
    return Claim("a-show", relation, {"value": "x"}, "affirmed", "asserted", sentence, 1, 0, 1, subject, plain=sentence, sentence=sentence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        ("premiere_date", "It came out in 2020 and has no bus in it."),
        ("based_on", "That film was based in part on a book."),
        ("story_basis", "No. Is the hair?"),
        ("story_basis", "La periodista Laura Poe es inventada."),
    ],
)
def test_a_sentence_that_may_speak_of_anything(relation: str, sentence: str) -> None:
    assert not is_anchored(claim(relation, sentence))
    assert is_anchored(claim(relation, sentence, subject="title"))


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        ("story_basis", "La serie es inventada."),
        ("premiere_date", "The drama came out in 2020."),
        ("director", "It was directed by Kay Heart."),
        ("cast_member", "Kay Heart plays Jo Poe."),
    ],
)
def test_a_sentence_that_names_the_work_by_a_noun_or_what_it_says(relation: str, sentence: str) -> None:
    assert is_anchored(claim(relation, sentence))


def test_a_premiere_needs_a_release() -> None:
    assert not is_possible(claim("premiere_date", "Season 1: 1947 to 1955, Kay Heart"))


def day(sentence: str, plain: str, likelihood: float) -> Claim:
    return replace(claim("premiere_date", sentence), plain=plain, pattern="slot.premiere", likelihood=likelihood)


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Con diez episodios estrenados el 8 de marzo de 2024, cuenta una huida.", "8 de marzo de 2024"),
        ("Se compone de diez entregas que se lanzaron de golpe el 1 de mayo.", "1 de mayo"),
        ("The drama was made for television and first shown on a bank holiday, 19 February 2024.", "19 February 2024"),
        ("That is where it was first seen, on 11 January 2024.", "11 January 2024"),
        ("It has been playing weekly since November 5.", "November 5"),
        ("Se vio por primera vez en el festival, el 11 de enero.", "11 de enero"),
        ("Ten parts, one a week, since March 1.", "March 1"),
        ("First seen: June 5.", "June 5"),
        ("**Start date.** March 31, 2022.", "March 31, 2022"),
        ("Day one: May 1, 2024", "May 1, 2024"),
        ("Fecha: 3 de octubre", "3 de octubre"),
    ],
)
def test_a_showing_told_before_the_day(sentence: str, plain: str) -> None:
    assert is_possible(day(sentence, plain, 0.99))


@pytest.mark.parametrize(
    ("sentence", "plain", "likelihood"),
    [
        ("Trailer: April 7, 2022", "April 7, 2022", 0.99),
        ("A first look had been shown at a fan event on September 24.", "September 24", 1.0),
        ("It continues, shown weekly, until 5 August.", "5 August", 0.99),
        ("With Jo Poe home since December 28, many are watching.", "December 28", 0.99),
        ("The talk special has been there since June 12.", "June 12", 0.99),
        ("He has been in prison since June 12.", "June 12", 0.8),
        ("It has been playing weekly since November 5.", "November 5", 0.6),
        ("El adelanto se pudo ver por primera vez el 3 de mayo.", "3 de mayo", 0.99),
        ("The last of them was first shown on 9 May.", "9 May", 0.99),
    ],
)
def test_what_was_shown_first_is_not_always_the_work(sentence: str, plain: str, likelihood: float) -> None:
    assert not is_possible(day(sentence, plain, likelihood))
