"""What never contradicts, whatever the signs weigh, and where the slot model may overrule a doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.models import Claim
from pipeline.verdicts.bars import is_barred

STATED = "Ann Quill, who made Iron Rain, wrote the series."


def _claim(sentence: str = STATED, *doubts: str, **more: Any) -> Claim:
    given: dict[str, Any] = {"relation": "creator", "object": {"value": "Ann Quill"}, "likelihood": 0.99, "against": 0.0}
    given |= {"show": "x", "polarity": "affirmed", "modality": "asserted", "quote": sentence, "paragraph": 1, "start": 0, "end": 1} | more
    return Claim(**given, subject="about", pattern="creator.active", doubts=doubts, sentence=sentence)


def test_without_a_doubt_nothing_bars() -> None:
    assert not is_barred(_claim())


def test_a_sure_model_overrules_another_work_and_nothing_else_does() -> None:
    assert not is_barred(_claim(STATED, "other_work"))
    assert is_barred(_claim(STATED, "other_work", likelihood=0.9))
    assert is_barred(_claim(STATED, "other_work", against=0.2))


@pytest.mark.parametrize(
    "told",
    [
        "Ann Quill made Iron Rain before this; the latter, unlike the series, is hers alone.",
        "Ann Quill created the series that one remembers, Iron Rain, an earlier success.",
    ],
)
def test_nothing_overrules_another_work_where_the_words_may_turn_to_it(told: str) -> None:
    assert is_barred(_claim(told, "other_work"))


@pytest.mark.parametrize(
    ("told", "barred"),
    [
        ("Jo Poe plays Kay Heart, a far cry from the queen of Iron Rain.", False),
        ("Jo Poe, an Emmy winner as Kay Heart in Iron Rain, leads the cast.", True),
        ("Jo Poe was Kay Heart on “Iron Rain” for years.", True),
    ],
)
def test_a_part_in_another_work_stays_barred(told: str, barred: bool) -> None:
    played = {"relation": "cast_member", "object": {"value": "Jo Poe", "character": "Kay Heart"}}
    assert is_barred(_claim(told, "other_work", **played)) is barred


@pytest.mark.parametrize("doubt", ["embedded", "refuted"])
def test_a_sure_model_overrules_a_doubt_of_voice_where_nobody_says_anything(doubt: str) -> None:
    told = "If you have not yet seen the series that Ann Quill created, now is the time."
    assert not is_barred(_claim(told, doubt))
    assert is_barred(_claim(told, doubt, likelihood=0.9))
    assert is_barred(_claim(told, doubt, against=0.1))
    assert is_barred(_claim("The trades wrote that Ann Quill created it.", doubt))
    assert is_barred(_claim("Según un rumor, Ann Quill creó la serie.", doubt))


@pytest.mark.parametrize("doubt", ["labelled", "quoted"])
def test_what_stands_in_quotation_marks_or_among_claims_is_never_the_article_s_own(doubt: str) -> None:
    assert is_barred(_claim(STATED, doubt))


def test_what_the_model_does_not_see_is_barred() -> None:
    assert is_barred(_claim(likelihood=0.1, relation="director"))
    assert is_barred(_claim(STATED, "since", likelihood=0.1))
    assert is_barred(_claim("Ann Quill wrote it.", likelihood=0.1, relation="based_on"))


def test_what_is_said_of_the_work_in_so_many_words_needs_no_second_reader() -> None:
    assert not is_barred(_claim(likelihood=0.0))
    counted = {"relation": "episode_count", "object": {"value": 10}, "likelihood": 0.0}
    assert not is_barred(_claim("The series, which streams on Northlight, runs to ten parts.", **counted))
    assert is_barred(_claim("Ten, and not one too many.", **counted))  # of what?
    assert is_barred(replace(_claim("The series is by Ann Quill.", likelihood=0.0), pattern="creator.is_by"))
    assert is_barred(_claim("The series runs to ten parts.", "other_work", **counted))
    assert is_barred(_claim("The series does not run to ten parts.", **counted, polarity="negated"))


def test_what_hangs_on_something_else_must_be_likely() -> None:
    assert not is_barred(_claim(STATED, "attachment"))
    assert is_barred(_claim(STATED, "attachment", likelihood=None))


@pytest.mark.parametrize("told", ["Plenty of thrillers spring from podcasts.", "Most dramas of this kind lean on a book."])
def test_what_is_said_of_many_works_is_said_of_none(told: str) -> None:
    assert is_barred(_claim(told, relation="based_on", object={"kind": "podcast"}))
    assert not is_barred(_claim("Most of the series comes from a podcast.", relation="based_on", object={"kind": "podcast"}))


def test_a_prize_for_another_part_gives_nobody_that_part_here() -> None:
    played = {"relation": "cast_member", "object": {"value": "Jo Poe", "character": "Kay Heart"}}
    assert is_barred(_claim("Jo Poe was robbed of an Emmy nod as Kay Heart.", **played))
    assert not is_barred(_claim("Jo Poe, who won an Oscar in 2011, stars as Kay Heart.", **played))


def test_a_headline_presupposes_and_does_not_state() -> None:
    basis = {"relation": "story_basis", "object": {"value": "true story"}}
    told = "Iron Rain true story: meet the real Kay Heart"
    assert is_barred(replace(_claim(told, **basis), pattern="slot.basis", paragraph=0))
    assert not is_barred(replace(_claim(told, **basis), pattern="slot.basis"))


def test_what_the_model_takes_for_another_voice_is_barred_without_a_doubt() -> None:
    assert is_barred(_claim(against=0.95))
    assert not is_barred(_claim(against=0.5))
    assert not is_barred(_claim("Ann Quill never made it.", against=0.95, polarity="negated"))  # the model reads the denial itself as one


@pytest.mark.parametrize(
    "told",
    [
        "That one was made by Ann Quill.",
        "Ann Quill wrote the book, and the rights to that one were sold.",
        "It could be based on a diary.",
        "It was not adapted from a diary.",
        "Several fan sites still list Ann Quill as the author.",
    ],
)
def test_what_may_come_to_be_or_denies_or_points_elsewhere_is_barred(told: str) -> None:
    assert is_barred(_claim(told))


def test_a_denial_read_by_likelihood_alone_is_barred_but_for_a_portrait() -> None:
    denied = _claim("Kay Heart never existed.", polarity="negated", relation="cast_member")
    assert is_barred(replace(denied, pattern="slot.cast"))
    assert not is_barred(replace(denied, pattern="slot.portrait"))
    assert is_barred(_claim("Kay Heart was not alone.", polarity="negated"))  # of a part only


def test_a_part_denied_for_one_place_is_not_denied_for_another() -> None:
    part = {"value": "Jo Poe", "character": "Kay Heart"}
    told = _claim(relation="cast_member", object=part, polarity="negated", plain="Jo Poe did not play Kay Heart")
    assert is_barred(replace(told, sentence=f"{told.plain} for Hulu."))
    assert not is_barred(replace(told, sentence=f"{told.plain} in the end."))
