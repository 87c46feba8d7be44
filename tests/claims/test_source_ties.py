"""Sources told in passing, by patterns alone, and books that are no source."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from pipeline.claims.reader import Reader
from tests.builders import SilentModel
from tests.claims.helpers import article
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"
OWN = frozenset(
    {"keeps_to", "root_is", "stands_behind", "to_thank", "lent_it", "they_based_it_on", "taken_up", "got_and_turned",
     "author_of_it", "called_so", "es_source_is", "es_is_source", "es_roots"}
)  # fmt: skip


@cache
def plain_reader() -> Reader:
    return Reader(make_reader().book, SilentModel())


def read(told: str, language: str = "en") -> list[dict[str, Any]]:
    opening = "Nobody Counts the Rain es una serie." if language == "es" else "Nobody Counts the Rain is a series."
    claims = plain_reader().read(article(f"{opening} {told}", language=language), about=SLUG).claims
    return [dict(c.object) for c in claims if c.relation == "based_on" and c.pattern.removeprefix("based_on.") in OWN]


NOVEL = {"value": "Tin Weather", "author": "Ann Poe", "kind": "novel"}


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("The series sticks closely to the 1999 memoir Tin Weather by Ann Poe.",
         {"value": "Tin Weather", "author": "Ann Poe", "kind": "memoir", "year": 1999}),
        ("Its blueprint was Tin Weather, a novel by Ann Poe.", NOVEL),
        ("The foundation of the show is Ann Poe's novel Tin Weather.", NOVEL),
        ("Behind the series lies the novel Tin Weather by Ann Poe.", NOVEL),
        ("The show has Ann Poe's novel Tin Weather to thank.", NOVEL),
        ("Ann Poe's novel Tin Weather lent the series its plot.", NOVEL),
        ("Tin Weather, the novel by Ann Poe on which Netflix based the series, sold well.", NOVEL),
        ("Ann Poe's novel Tin Weather was bought for the series.", NOVEL),
        ("He got hold of Tin Weather, Ann Poe's novel, and turned it into six episodes.", NOVEL),
        ("It is based on a novel. The author of the book is Ann Poe.", {"author": "Ann Poe"}),
        ("It is based on a podcast. Its host, the reporter Ann Poe, is glad.", {"author": "Ann Poe"}),
        ("It is based on a novel. It's called Tin Weather.", {"value": "Tin Weather"}),
    ],
)  # fmt: skip
def test_a_source_is_read(told: str, source: dict[str, Any]) -> None:
    assert source in read(told)


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("La obra que sirve de base es “Lluvia de lata”, de la escritora Ann Poe.", {"author": "Ann Poe"}),
        ("La trama hunde sus raíces en “Lluvia de lata”, la novela que Ann Poe publicó en 2010.", {"author": "Ann Poe", "kind": "novel"}),
        ("El punto de partida es la novela de Ann Poe.", {"author": "Ann Poe", "kind": "novel"}),
        ("La novela de Ann Poe es el punto de partida.", {"author": "Ann Poe", "kind": "novel"}),
    ],
)
def test_a_source_is_read_in_spanish(told: str, source: dict[str, Any]) -> None:
    assert any(source.items() <= found.items() for found in read(told, "es"))


@pytest.mark.parametrize(
    "told",
    [
        "Fans of Ann Poe's novel will find much to like.",
        "If you have read the book by Ann Poe, you know the story.",
        "The series is faithful to the book.",
        "Ann Poe's book was optioned for the screen.",
        "A producer bought Ann Poe's book and made it into a fortune.",
        "The series is not faithful to the novel by Ann Poe.",
        "The series follows Ann Poe's second novel.",
        "The series follows Ann Poe's novels.",
        "The author of the book is Ann Poe.",
        "It is based on a novel. Robert Heart wrote another. The author of the other book is Ann Poe.",
        "It is based on a novel. The author of the book is a character, in Ann Poe's keeping.",
        "It's called Tin Weather.",
        "It is based on a novel. In Spanish the edition is out; it's called Tin Weather.",
        "It is based on a novel. Another book came out later. The author of the book is Ann Poe.",
        "The series takes its title from a poem by Ann Poe.",
        "The hero follows Ann Poe, the novelist.",
        "The series differs from the 1999 novel Tin Weather by Ann Poe.",
        "The show departs sharply from Ann Poe's memoir Tin Weather.",
        "La serie difiere de la novela de Ann Poe.",
    ],
)
def test_a_book_that_is_no_source_is_not_read(told: str) -> None:
    assert read(told) == []
