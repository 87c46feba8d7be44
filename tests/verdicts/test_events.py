"""Real events held against a record of invented ones: what happened to whom, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.models import Claim, Fact, Show, Source
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.judge import judge

DAY = date(2026, 1, 2)


def fact(value: str, when: str | None = None, note: str | None = None) -> Fact:
    return Fact("real_event", value, ("paper", "wire"), when=when, note=note)


SHOW = Show(
    slug="low-tide",
    title="Low Tide",
    format="limited series",
    as_of=DAY,
    facts=(
        fact("Marta Ruelle was found dead in the harbour", "1987-05-02"),
        fact("Olin Brask was arrested in Tromso", "1988"),
        fact("A jury found Brask guilty on three counts of fraud", "March 1990"),
        fact("Brask killed eleven people", note="some pages say twelve victims"),
        fact("Ida Brask died in a fire", "2004"),
        fact("The ferry took 22 children off the island"),
    ),
    sources={k: Source(k, k, 2, DAY, url=f"https://{k}.example", owner=k) for k in ("paper", "wire")},
    complete={},
)


def verdict(value: str, when: str = "", polarity: str = "affirmed") -> str:
    stated = {"value": value} | ({"when": when} if when else {})
    claim = Claim("low-tide", "real_event", stated, polarity, "asserted", value, 1, 0, len(value))  # type: ignore[arg-type]
    return judge(claim, SHOW, JudgeContext(published=DAY)).verdict


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Marta Ruelle was found dead in 1987", "supported"),
        ("Marta Ruelle died in May 1987", "supported"),
        ("Marta Ruelle died in 1979", "contradicted"),  # nobody dies twice
        ("Marta Ruelle died in 1988", "minor_discrepancy"),
        ("Olin Brask was arrested in 1988", "supported"),
        ("Olin Brask was arrested in 1974", "conflicts_with_record"),  # he may have been arrested before
        ("Brask was found guilty of fraud in 1990", "supported"),
        ("Brask was acquitted in 1990", "conflicts_with_record"),
        ("Brask was convicted of murder in 1990", "unverifiable"),  # another trial
        ("Brask killed eleven people", "supported"),
        ("Brask killed thirty people", "conflicts_with_record"),
        ("Brask killed twelve victims", "unverifiable"),  # the record knows of that number
        ("Olin Brask died in 1999", "unverifiable"),  # Ida was somebody else
        ("Jonas Vik died in 1987", "unverifiable"),
        ("Twenty-two children, one boat", "supported"),  # and not two of them
        ("Forty children, one boat", "conflicts_with_record"),
        ("Twenty two children, one boat", "supported"),
        ("Sixty children, one boat", "conflicts_with_record"),
        ("Two hundred and one children, one boat", "conflicts_with_record"),
        ("Brask mató a once personas", "supported"),
        ("Brask mató a cuarenta y dos personas", "conflicts_with_record"),
    ],
)
def test_years_people_and_numbers(value: str, expected: str) -> None:
    assert verdict(value) == expected


def test_a_denied_trial_is_no_contradiction() -> None:
    assert verdict("Brask has not been convicted of a murder", polarity="negated") == "unverifiable"


def test_a_denied_death_contradicts() -> None:
    assert verdict("Marta Ruelle did not die in 1987", polarity="negated") == "contradicted"


def test_two_words_do_not_tell_which_event_is_meant() -> None:
    show = replace(SHOW, facts=(fact("Brask left prison on bail for house arrest", "2022-10"),))
    claim = Claim("low-tide", "real_event", {"value": "Brask was arrested in 2017"}, "affirmed", "asserted", "arrested in 2017", 1, 0, 16)
    assert judge(claim, show, JudgeContext(published=DAY)).verdict == "unverifiable"
