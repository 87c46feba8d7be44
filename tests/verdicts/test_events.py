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
        replace(fact("Marta Ruelle was found dead in the harbour", "1987-05-02"), where="Tromso, Norway"),
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
        ("Marta Ruelle died in 1979", "conflicts_with_record"),  # nobody dies twice, but pages err
        ("Marta Ruelle died in 1988", "minor_discrepancy"),
        ("Olin Brask was arrested in 1988", "supported"),
        ("Olin Brask was arrested in 1974", "conflicts_with_record"),  # he may have been arrested before
        ("Olin Brask was first arrested in 1974", "unverifiable"),
        ("Olin Brask was arrested in 1974 for arson", "unverifiable"),  # of which nothing is on record
        ("Marta Ruelle is still alive", "conflicts_with_record"),
        ("Olin Brask was never caught", "conflicts_with_record"),
        ("Marta Ruelle died in Spain in 1987", "conflicts_with_record"),
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


def test_a_denied_death_is_amber_at_most() -> None:
    assert verdict("Marta Ruelle did not die in 1987", polarity="negated") == "conflicts_with_record"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Olin Brask was never caught", "conflicts_with_record"),  # it denies in its words; both readings of its polarity are one
        ("Brask was found not guilty in 1990", "conflicts_with_record"),
        ("Brask was never convicted of arson", "unverifiable"),
        ("Olin Brask was not executed", "unverifiable"),
    ],
)
def test_denials(value: str, expected: str) -> None:
    assert verdict(value, polarity="negated") == expected


def test_what_the_plot_has_is_no_fate() -> None:
    quote = "Marta Ruelle is killed in 1979"
    claim = Claim("low-tide", "real_event", {"value": quote}, "affirmed", "asserted", quote, 1, 0, 30, sentence=f"In the series, {quote}.")
    assert judge(claim, SHOW, JudgeContext(published=DAY)).verdict == "unverifiable"


def test_of_two_verdicts_on_record_neither_denies_a_third() -> None:
    show = replace(SHOW, facts=(fact("Olin Brask, convicted of murder, was acquitted at a second trial", "2015"),))
    claim = Claim("low-tide", "real_event", {"value": "Olin Brask was convicted in 2013"}, "affirmed", "asserted", "convicted", 1, 0, 9)
    assert judge(claim, show, JudgeContext(published=DAY)).verdict == "unverifiable"


def test_two_words_do_not_tell_which_event_is_meant() -> None:
    show = replace(SHOW, facts=(fact("Brask left prison on bail for house arrest", "2022-10"),))
    claim = Claim("low-tide", "real_event", {"value": "Brask was arrested in 2017"}, "affirmed", "asserted", "arrested in 2017", 1, 0, 16)
    assert judge(claim, show, JudgeContext(published=DAY)).verdict == "unverifiable"
