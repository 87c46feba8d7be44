"""Fates in the sentences of an article: found where the record speaks against them, and only where the article itself tells them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.events import find_events
from pipeline.claims.fates import find_fates
from pipeline.models import Fact, Show

Read = Callable[[str], Sentence]


def event(value: str, when: str | None = None, where: str | None = None) -> Fact:
    return Fact("real_event", value, ("paper",), when=when, where=where)


SHOW = Show(
    "nobody-counts-the-rain",
    "Nobody Counts the Rain",
    "limited series",
    date(2026, 1, 2),
    (
        event("Marta Ruelle was found dead in the harbour", "1987-05-02", "Tromso, Norway"),
        event("Olin Brask was arrested in Tromso", "1988"),
        event("Brask was convicted of fraud and sentenced to eight years in prison", "1990"),
        event("Adam Noor bought the old mill", "2014"),
    ),
    sources={},
    complete={},
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Marta Ruelle is still alive.", "Marta Ruelle is still alive"),
        ("Marta Ruelle drowned young. She is still living in Paris.", "Ruelle: She is still living in Paris"),
        ("Olin Brask (Sam Poe) was feared. He was never caught.", "Brask: He was never caught"),
        ("The killer was never caught.", "Brask: The killer was never caught"),
        ("In real life, unlike in the series, Olin Brask got life in prison.", "Olin Brask got life in prison"),
        ("The show is based on a true story that took place in 1931.", "true story that took place in 1931"),
        ("Adam Noor bought the old mill in 2001.", "Adam Noor bought the old mill in 2001"),
        ("Marta Ruelle murió en Lima en 1999.", "Marta Ruelle murió en Lima en 1999"),
    ],
)
def test_fates_that_the_record_speaks_against(to_sentence: Read, text: str, value: str) -> None:
    assert [found.object["value"] for _, _, found in find_fates(to_sentence(text), SHOW)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Is Marta Ruelle still alive?",
        "Some claim that Marta Ruelle is still alive.",
        "In the series, Olin Brask was never caught.",
        "It is not true that Olin Brask was never caught.",
        "It begins while Marta Ruelle is still alive.",
        "Olin Brask met Tomas Brandt. He was never caught.",  # which of them?
        "Tomas Brandt was feared. He was never caught.",
        "Olin Brask was sentenced to eight years in prison.",
        "Adam Noor bought the old mill in 2014.",
        "The writer of the letters was never caught.",
    ],
)
def test_no_statement_of_the_article_on_what_happened(to_sentence: Read, text: str) -> None:
    assert not list(find_fates(to_sentence(text), SHOW))


def test_a_fate_is_told_once(to_sentence: Read) -> None:
    found = list(find_events(to_sentence("Marta Ruelle died in Spain in 1979."), SHOW))
    assert [(f.object["value"], f.object["when"], f.object["where"]) for f in found] == [
        ("Marta Ruelle died in Spain in 1979", "1979", "Spain")
    ]
