"""What became of whom, read from one line."""

from __future__ import annotations

import time

import pytest

from pipeline.records.fates import DEATH, LIFE, Fate, Named, name_person, read_fates, read_people, split_stated, write_stated


def only(text: str) -> Fate:
    (fate,) = read_fates(text)
    return fate


@pytest.mark.parametrize(
    ("text", "kind", "year", "places"),
    [
        ("Olin Brask was executed in Norway in 1997", "execution", 1997, ("Norway",)),
        ("In 2004 Olin Brask was executed", "execution", 2004, ()),
        ("Olin Brask was killed by the police in 1989 after a chase in 1988", "death", None, ()),  # two years, and one is of the death
        ("Olin Brask died ten years after the fire of 1960", "death", None, ()),
        ("Olin Brask murió en Lima en 1999", "death", 1999, ("Lima",)),
        ("Ida Brask is still living in Paris", "alive", None, ("Paris",)),
        ("Ida Brask sigue viva", "alive", None, ()),
        ("Olin Brask is a free man", "free", None, ()),
        ("Olin Brask got out of prison in 2012", "release", 2012, ()),
        ("Olin Brask got out in 2012 and died a free man in Mexico", "died free", None, ("Mexico",)),
        ("The jury found Olin Brask not guilty", "acquittal", None, ()),
        ("Olin Brask was convicted by a jury in 2006", "jury verdict", 2006, ()),
        ("The mill was founded; Tidewell was founded in Oslo in 2002", "founding", 2002, ("Oslo",)),
        ("The real events took place in Oregon in the summer of 2020", "happening", 2020, ("Oregon",)),
        ("It is a true story that happened in 1984", "happening", 1984, ()),
        ("Los hechos reales ocurrieron en Lima en 1984", "happening", 1984, ("Lima",)),
    ],
)
def test_kinds_years_and_places(text: str, kind: str, year: int | None, places: tuple[str, ...]) -> None:
    assert [(f.year, f.places) for f in read_fates(text) if f.kind == kind] == [(year, places)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Olin Brask was sentenced to 25 years in prison", 25),
        ("Olin Brask got life", LIFE),
        ("Olin Brask was sentenced to death", DEATH),
        ("Olin Brask fue condenado a veinte años de cárcel", 20),
        ("Olin Brask spent two decades in prison", 20),
    ],
)
def test_terms(text: str, term: int) -> None:
    assert only(text).number == term


@pytest.mark.parametrize(
    "text",
    [
        "Olin Brask was sentenced to 25 years to life",
        "Olin Brask was sentenced to at least four years",
        "Olin Brask was sentenced to four to twelve years",
        "Olin Brask was not killed in 1989",
        "Olin Brask nearly died in 1989",
        "Olin Brask was never convicted of murder",  # of theft he may have been
        "Olin Brask was never arrested for it",
        "Olin Brask waited while his brother was caught and died in 1980",
        "After eight days the search was called off, and the survivors heard it",
        "After 17 days only 27 were still alive",
    ],
)
def test_what_is_open_or_denied_is_no_fate(text: str) -> None:
    assert not read_fates(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Olin Brask was never caught", "caught"),
        ("Olin Brask never stood trial", "tried"),
        ("Olin Brask never went to prison", "jailed"),
        ("Olin Brask nunca fue detenido", "arrested"),
        ("The killer was never caught", "caught"),
    ],
)
def test_denials(text: str, what: str) -> None:
    assert only(text).what == what


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("with 61 passengers", 61, "passengers"),
        ("Forty people were on board", 40, "aboard"),
        ("The siege lasted 20 days", 20, "days of siege"),
        ("They survived for 48 days", 48, "days to rescue"),
        ("After 30 days they were rescued", 30, "days to rescue"),
    ],
)
def test_counts(text: str, number: int, what: str) -> None:
    assert (only(text).number, only(text).what) == (number, what)


def test_rows_share_a_surname() -> None:
    assert read_people("Ron and Dan Brask") == (Named("brask", "ron"), Named("brask", "dan"))
    assert read_people("Ron Brask y Ida Vik") == (Named("brask", "ron"), Named("vik", "ida"))
    assert read_people("Ron Brask III") == (Named("brask", "ron"),)
    assert read_people("He") == ()


def test_short_names_count_and_titles_do_not() -> None:
    assert read_people("Ida Li and Bo Vik") == (Named("li", "ida"), Named("vik", "bo"))
    assert read_people("Then Dr. Ron J. Brask Jr.") == (Named("brask", "ron"),)


def test_a_pronoun_may_be_named() -> None:
    assert name_person(only("He was executed in 1994"), "Brask").people == (Named("brask"),)
    assert name_person(only("Ida Vik was executed in 1994"), "Brask").people == (Named("vik", "ida"),)


def test_whom_a_pronoun_stands_for_is_written_before_it() -> None:
    assert split_stated(write_stated("he was executed, ", "brask")) == ("Brask", "he was executed")
    assert split_stated(write_stated("Brask: executed", None))[0] == "Brask"
    assert split_stated("The end: Brask was executed") == (None, "The end: Brask was executed")


@pytest.mark.parametrize(
    "text",
    ["Olin Brask, ", "The Of And ", "Olin Brask went and ", "was never ", "a real ", "A.", "Aa-Bb.Cc'Dd ", "She lives a b c ", "12 days "],
)
def test_hostile_lines_take_bounded_time(text: str) -> None:
    # with a verb of each kind, since lines without one are passed over
    verbs = (
        " was executed, died, is still alive, walks free today, died a free man, got out, never stood trial, was sentenced to life, was "
        "acquitted, was convicted by a jury, killed his wife, was arrested, spent ten years in it"
    )
    started = time.process_time()
    read_fates(text * (1_200 // len(text)) + verbs)
    assert time.process_time() - started < 1.5
