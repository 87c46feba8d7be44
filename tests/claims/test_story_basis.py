"""Whole-or-nothing statements on the truth of a story, and what is none."""

from __future__ import annotations

import pytest

from tests.claims.helpers import article, reader

OPENING = "The series Nobody Counts the Rain is on Netflix, and viewers of the drama have questions."
TRUE, ALL_TRUE, DOCUMENTARY = {"value": "true story"}, {"value": "true story", "degree": "entirely"}, {"value": "documentary"}


def read(text: str, pattern: str, language: str = "en") -> list[tuple[dict[str, object], str]]:
    claims = reader().read(article(OPENING, text, language=language)).claims
    return [(dict(c.object), c.polarity) for c in claims if c.pattern == f"story_basis.{pattern}"]


@pytest.mark.parametrize(
    ("text", "stated", "polarity"),
    [
        ("Every word on screen was copied from the police files.", ALL_TRUE, "affirmed"),
        ("Every single move of it is true.", ALL_TRUE, "affirmed"),
        ("Every conversation comes straight from her letters.", ALL_TRUE, "affirmed"),
        ("All of it happened.", ALL_TRUE, "affirmed"),
        ("Not all of it happened.", ALL_TRUE, "negated"),
        ("Not everything on screen happened.", ALL_TRUE, "negated"),
        ("Nearly all of it happened.", TRUE, "affirmed"),
        ("All of it happened, more or less as told.", TRUE, "affirmed"),
        ("Every character is based on somebody.", None, ""),
        ("Every scene was filmed at night.", None, ""),
    ],
)
def test_all_of_it(text: str, stated: dict[str, str] | None, polarity: str) -> None:
    assert read(text, "faithful") == ([(stated, polarity)] if stated else [])


@pytest.mark.parametrize(
    ("text", "language", "stated"),
    [
        ("There isn't a single line in the film that did not happen.", "en", True),
        ("No hay una sola escena inventada.", "es", True),
        ("Todo lo que vemos en pantalla ocurrió.", "es", True),
        ("There isn't one scene in the show that did not move me.", "en", False),
        ("No hay una sola escena aburrida.", "es", False),
    ],
)
def test_no_piece_of_it_is_untrue(text: str, language: str, stated: bool) -> None:
    assert read(text, "no_piece_untrue", language) == ([(ALL_TRUE, "affirmed")] if stated else [])


@pytest.mark.parametrize(
    ("text", "pattern", "polarity"),
    [
        ("The drama retells a real crime from the north.", "retells", "affirmed"),
        ("La serie recrea un crimen real.", "retells", "affirmed"),
        ("The drama tells a really good story.", "retells", ""),
        ("The drama tells the real Ann Roe what to wear.", "retells", ""),
        ("The series is ripped from the headlines.", "headlines", "affirmed"),
        ("The series came straight out of the court files.", "headlines", "affirmed"),
        ("The series feels ripped from the headlines.", "headlines", ""),
        ("It is far from being ripped from the headlines.", "headlines", ""),
        ("The drama has nothing to do with a true story.", "nothing_to_do", "negated"),
        ("The drama has nothing to do with the podcast.", "nothing_to_do", ""),
        ("The film isn't based on anything that happened.", "not_based", "negated"),
        ("The series isn't based on anything by Ann Roe.", "not_based", ""),
    ],
)
def test_real_cases(text: str, pattern: str, polarity: str) -> None:
    assert read(text, pattern) == ([(TRUE, polarity)] if polarity else [])


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The series is a documentary.", "affirmed"),
        ("The series is no documentary.", "negated"),
        ("The series is certainly no documentary of the war.", "negated"),
        ("None of it, we are told, is a documentary.", "negated"),
    ],
)
def test_documentaries(text: str, polarity: str) -> None:
    assert read(text, "documentary") == [(DOCUMENTARY, polarity)]
