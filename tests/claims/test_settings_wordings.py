"""Rows, years in which it is set, who set it where: each beside words that say where or when something else was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.claims.helpers import article, reader

OPENING = "The series Nobody Counts the Rain is on Netflix, and viewers of the drama have questions."
PUBLISHED = datetime(2026, 3, 1, tzinfo=UTC)


def _read(text: str, language: str, pattern: str) -> list[str]:
    page = replace(article(OPENING, text, language=language), published=PUBLISHED)
    return [str(c.object["value"]) for c in reader().read(page).claims if c.pattern == f"setting.{pattern}"]


@pytest.mark.parametrize(
    ("text", "language", "pattern", "value"),
    [
        ("Base: Duxford, Cambridgeshire", "en", "town_row", "Duxford, Cambridgeshire"),
        ("The town: Bergen, Norway", "en", "town_row", "Bergen, Norway"),
        ("Where it is set: Bergen, Norway", "en", "place_row", "Bergen, Norway"),
        ("Lugar de la acción: Bergen", "es", "place_row", "Bergen"),
        ("The year: 1941, right after the storm.", "en", "year_row", "1941"),
        ("La década: los setenta", "es", "year_row", "1970s"),
        ("1999, the year in which the series is set, was a dry one.", "en", "year_of_story", "1999"),
        ("Nadie lo esperaba en 1999, año en que se sitúa la acción.", "es", "year_of_story", "1999"),
        ("They set it in Norway to be safe.", "en", "they_set", "Norway"),
        ("The writers set the whole story in Bergen.", "en", "they_set", "Bergen"),
        ("On the map we are in Bergen, which lent itself to the crew.", "en", "on_the_map", "Bergen"),
        ("We're in Bergen for nearly all of it.", "en", "on_the_map", "Bergen"),
    ],
)
def test_where_and_when_it_is_set(text: str, language: str, pattern: str, value: str) -> None:
    assert _read(text, language, pattern) == [value]


@pytest.mark.parametrize(
    ("text", "language", "pattern"),
    [
        ("Base: a novel by Ann Poe", "en", "town_row"),
        ("The town: Bergen, Norway", "en", "place_row"),  # no label for a setting
        ("Year: 2026", "en", "year_row"),  # of the release
        ("1999, the year in which the novel came out, was a dry one.", "en", "year_of_story"),
        ("They shot it in Norway to be safe.", "en", "they_set"),
        ("They set up a camp in Norway.", "en", "they_set"),
        ("We are in Bergen to talk to the director.", "en", "on_the_map"),
    ],
)
def test_where_and_when_something_else_was(text: str, language: str, pattern: str) -> None:
    assert not _read(text, language, pattern)
