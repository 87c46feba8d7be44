"""Makers told of by a pronoun: whom it stands for, and where nobody can say."""

from __future__ import annotations

import pytest

from pipeline.claims.reader import Reader
from tests.builders import SilentModel
from tests.claims.helpers import article
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"


def read(text: str, language: str = "en") -> set[tuple[str, object]]:
    opening = "Nobody Counts the Rain is a series." if language == "en" else "Nobody Counts the Rain es una serie."
    claims = Reader(make_reader().book, SilentModel()).read(article(opening, text, language=language), about=SLUG).claims
    return {(c.relation, c.object["value"]) for c in claims if c.pattern.endswith(".told") and c.relation in {"director", "writer"}}


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("The series was created by Ann Poe. She also directed all six episodes.", "en", ("director", "Ann Poe")),
        ("Ann Poe is the creator of the series, and she directed the whole run.", "en", ("director", "Ann Poe")),
        ("The idea came from Ann Poe. She wrote every episode herself.", "en", ("writer", "Ann Poe")),
        ("Ann Poe produced, and she shot the finale.", "en", ("director", "Ann Poe")),
        ("La serie la creó Ann Poe. Ella también escribió los guiones.", "es", ("writer", "Ann Poe")),
        ("El proyecto es de Ann Poe. Fue ella también quien dirigió sus diez episodios.", "es", ("director", "Ann Poe")),
    ],
)
def test_whom_a_pronoun_stands_for(text: str, language: str, told: tuple[str, str]) -> None:
    assert told in read(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe created it with Jo Pike. He directed the first three episodes.",
        "The cast includes Ann Poe and Jo Pike. She directed all six episodes.",  # which of them?
        "The series was created by Ann Poe. She never directed the finale.",
        "The series was created by Ann Poe. She would have directed the pilot, had she been free.",
        "The series was created by Ann Poe. She also directed a play about rain.",
        "The series was created by Ann Poe. She wrote six novels.",
        "The series was created by Ann Poe. She directed the pilot of another show.",
        "It is about rain. She directed all six episodes.",
        "In it she follows Ann Poe for a year. She directed all six episodes.",
    ],
)
def test_where_nobody_can_say_who_it_was_or_of_what(text: str) -> None:
    assert read(text) == set()
