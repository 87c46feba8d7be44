"""Stated fates held against real events on record, all of them invented."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.models import Fact, Show
from pipeline.records.conflicts import find_conflict
from pipeline.records.fates import name_person, read_fates
from pipeline.records.lives import find_convict


def event(value: str, when: str | None = None, where: str | None = None, note: str | None = None) -> Fact:
    return Fact("real_event", value, ("paper",), when=when, where=where, note=note)


def show(*facts: Fact) -> Show:
    return Show("low-tide", "Low Tide", "limited series", date(2026, 1, 2), facts, sources={}, complete={})


SHOW = show(
    event("Marta Ruelle was shot dead by police in Lima", "1987-05-02", "Lima, Peru"),
    event("Olin Brask was arrested in a hotel", "1988", "Tromso, Norway"),
    event("Brask was convicted of fraud and sentenced to between four and twelve years in prison", "1990"),
    event("Ron and Dan Vik, 21 and 18, killed their parents with an axe", "1971"),
    event("The brothers were convicted of murder and sentenced to life", "1973"),
    event("Ron Vik dies in prison of natural causes", "2019", "Oslo, Norway"),
    event("Adam Noor and Eva Lind found Tidewell", "2010", "New York"),
    event("Edda Holm pleaded guilty to the murder of nine patients", "2004"),
    event("Nils Aro was released on parole", "2021"),
    event("Jon Berg died in 2021, still under sentence of death", "2021"),
    event("The ferry went down with 45 people on board", "1972", "Chile"),
    event("Sixteen people were brought out alive after 72 days", "1972"),
    event("Ida Moe disappears; Lars Dahl is later convicted of kidnapping her", "1993"),
    event("Nora Falk was killed in her home", "1980", "Texas", note="1978 according to one page"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Marta Ruelle died in 1979",
        "Marta Ruelle was killed in Canada",
        "Marta Ruelle was executed",
        "Marta Ruelle is still alive",
        "Marta Ruelle lives in Madrid today",
        "Olin Brask was executed in 1985",  # and tried five years later
        "Olin Brask was never caught",
        "Olin Brask was never convicted",
        "Olin Brask was arrested in Spain in 1988",
        "Olin Brask was sentenced to 25 years",
        "Olin Brask got life in prison",
        "The court found Olin Brask innocent",
        "Ron and Dan Vik were executed in 2004",
        "Ron y Dan Vik fueron ejecutados en 2004",
        "In August 1961 the brothers killed their parents",
        "Tidewell was founded in San Francisco",
        "Adam Noor founded Tidewell in 2002",
        "Edda Holm was convicted by a jury",
        "Jon Berg died a free man",
        "The real events took place in 2035",
        "The real flight took off with 61 passengers",
        "They survived for 30 days",
    ],
)
def test_what_cannot_stand_beside_the_record(text: str) -> None:
    assert any(find_conflict(f, SHOW) for f in read_fates(text))


@pytest.mark.parametrize(
    "text",
    [
        "Marta Ruelle died in 1988",  # a slip
        "Marta Ruelle was killed in Peru in 1987",
        "Ana Ruelle died in 1979",  # somebody else
        "Olin Brask died in 2003",
        "Olin Brask was arrested in Spain in 1970",  # he may have been
        "Olin Brask was sentenced to eight years in prison",
        "Olin Brask was sentenced to two years in prison for perjury",  # another trial
        "Olin Brask is still alive",
        "Vik was executed in 2004",  # which of them?
        "Nils Aro is a free man",
        "Edda Holm was never tried",  # who pleads guilty is not
        "Edda Holm was sentenced to life in prison",  # of which the record has no length
        "The jury found Lars Dahl guilty in 1995",  # "later" than the record's date
        "Nora Falk was killed in 1978",  # as a note has it
        "The real events took place in Chile in 1972",
        "The ferry left with 40 passengers",  # and a crew
        "Unknown Person was never caught",
        "Tidewell was founded in 2010",
    ],
)
def test_when_in_doubt_nothing(text: str) -> None:
    fates = read_fates(text)
    assert fates and not any(find_conflict(f, SHOW) for f in fates)


def test_two_surnames_in_a_row_are_two_people() -> None:
    told = show(
        event("Brask and Ida Moe were the suspects", "1976"), event("Ida Moe died of cancer", "1984"), event("Brask was freed", "1990")
    )
    assert any(find_conflict(f, told) for f in read_fates("Brask and Ida Moe are still alive"))


def test_the_one_who_was_tried() -> None:
    assert find_convict((event("Olin Brask was arrested", "1988"), event("Marta Ruelle was found dead", "1987"))) == "brask"
    assert find_convict(SHOW.facts) is None


def test_a_verdict_undone_is_none() -> None:
    told = show(event("Olin Brask was convicted of fraud", "1990"), event("The conviction was overturned", "1995"))
    assert not any(find_conflict(f, told) for f in read_fates("Olin Brask was never convicted"))
    assert not any(find_conflict(f, told) for f in read_fates("The court found Olin Brask innocent"))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ida Moe was never charged", event("Ida Moe testified against him", "2001")),
        ("Ida Moe was never tried", event("Ida Moe pleaded guilty and was sentenced to ten years", "2001")),
        ("Ida Moe never went to prison", event("Ida Moe was sentenced to two years, suspended", "2001")),
    ],
)
def test_what_proves_no_arrest_trial_or_prison(text: str, fact: Fact) -> None:
    assert read_fates(text) and not any(find_conflict(f, show(fact)) for f in read_fates(text))


def test_a_surname_is_the_one_bearer_whom_the_law_dealt_with() -> None:
    one = show(event("Ron Vik was convicted of fraud", "2001"), event("Dan Vik married", "2002"))
    two = show(*one.facts, event("Dan Vik was arrested", "2003"))
    assert [any(find_conflict(f, s) for f in read_fates("Vik was never convicted")) for s in (one, two)] == [True, False]


def test_a_record_that_dates_nothing_excludes_no_year() -> None:
    assert not any(find_conflict(f, show(event("Ida Moe ran", "spring"))) for f in read_fates("The real events took place in 1990"))


def test_release_while_the_record_has_them_in_prison() -> None:
    told = show(event("Olin Brask was arrested", "1988"), event("Olin Brask was resentenced to fifty years", "2025"))
    assert any(find_conflict(f, told) for f in read_fates("Olin Brask was released in 2012"))
    assert not any(find_conflict(f, told) for f in read_fates("Olin Brask was released in 1987"))


def test_kin_of_whom_the_record_calls_by_surname() -> None:
    told = show(event("Brask was killed in prison", "1994"), Fact("protagonist", "the killer Olin Brask", ("paper",)))
    assert any(find_conflict(f, told) for f in read_fates("Olin Brask died in 2003"))
    assert any(find_conflict(f, told) for f in (name_person(f, "Brask") for f in read_fates("He died in 2003")))
    assert not any(find_conflict(f, told) for f in read_fates("Lionel Brask died in 2003"))


def test_a_long_story_may_have_begun_before_what_is_on_record() -> None:
    told = show(event("Eva Lind began to lie", "2009"), event("Eva Lind was fined", "2018"))
    assert not any(find_conflict(f, told) for f in read_fates("The real events took place in 2006"))
    assert any(find_conflict(f, told) for f in read_fates("The real events took place in 1999"))
