"""What short answers say to "is it a true story?" and its like."""

from __future__ import annotations

import pytest

from pipeline.claims.truth_answers import read_question
from pipeline.models import Claim
from tests.claims.helpers import article, reader

TRUE, ALL_TRUE, PARTS, FICTION, DOCUMENTARY = (
    {"value": "true story"}, {"value": "true story", "degree": "entirely"}, {"value": "inspired by real events"}, {"value": "fiction"},
    {"value": "documentary"},
)  # fmt: skip
OPENING = "The series Nobody Counts the Rain is on Netflix, and viewers of the drama have questions."


def answers(*paragraphs: str, language: str = "en") -> list[Claim]:
    """What the answers state, by the reader's own pattern for them."""
    claims = reader().read(article(OPENING, *paragraphs, language=language)).claims
    return [c for c in claims if c.pattern == "story_basis.answer"]


@pytest.mark.parametrize(
    ("text", "stated", "polarity"),
    [
        ("Is it a true story? Surprisingly, no.", TRUE, "negated"),
        ("Is it a true story? You bet, and then some!", TRUE, "affirmed"),
        ("Is it a true story? It is.", TRUE, "affirmed"),
        ("Is it a true story? It is not.", TRUE, "negated"),
        ("Is it a true story? Sadly, yes.", TRUE, "affirmed"),
        ("Is it a true story? By no means.", TRUE, "negated"),
        ("Did it really happen? Hold on: the answer is no.", None, ""),
        ("Is it a real case? Brace yourself: the answer is no.", TRUE, "negated"),
        ("Q: Is it a real case? A: It is.", TRUE, "affirmed"),
        ("Q: Is it a real case? A: Not at all.", TRUE, "negated"),
        ("Is it true? Yes, 100 percent.", ALL_TRUE, "affirmed"),
        ("Is it true? It is, 60 percent of it.", PARTS, "affirmed"),
        ("Is it true? Every word of it.", ALL_TRUE, "affirmed"),
        ("Is all of it true? Absolutely.", ALL_TRUE, "affirmed"),
        ("Is any of it invented? None of it.", ALL_TRUE, "affirmed"),
        ("Is it fiction? Yes, completely.", FICTION, "affirmed"),
        ("So is all of it invented? It is.", FICTION, "affirmed"),
        ("Is it a documentary? It is not.", DOCUMENTARY, "negated"),
        ("Is it a documentary? Yes, from first to last.", DOCUMENTARY, "affirmed"),
        ("So nothing happened for real? Correct.", TRUE, "negated"),
        # a degree is denied or cut down, not the story
        ("Is it a true story? Yes, in part.", PARTS, "affirmed"),
        ("Is it a true story? Only loosely.", PARTS, "affirmed"),
        ("Is it a true story? Not entirely.", ALL_TRUE, "negated"),
        ("Is it a true story? Not exactly.", ALL_TRUE, "negated"),
        ("Is it a true story? No, but a real case stands behind it.", ALL_TRUE, "negated"),
        ("Is it a true story? It is not, though it fooled me.", TRUE, "negated"),
        # nothing is answered, or something else
        ("Is it a true story? No one knows.", None, ""),
        ("Is it a true story? It is hard to say.", None, ""),
        ("Is it a true story? It was Ann Roe who asked first.", None, ""),
        ("Is it a true story? Of course, the makers have their own view.", None, ""),
        ("Is it a true story? Largely made up.", None, ""),
        ("Is it true that the crew lived on the set? No.", None, ""),
        ("Is it true to the book? No.", None, ""),
        ("Is it fact or fiction? Yes.", None, ""),
        ("Is it true, and who plays whom? No.", None, ""),
        ("So it's not a true story? No.", None, ""),
        ("Is the butcher real? No.", None, ""),
        ("Did it happen in 1995? No.", None, ""),
    ],
)
def test_answers(text: str, stated: dict[str, str] | None, polarity: str) -> None:
    assert [(c.object, c.polarity) for c in answers(text)] == ([(stated, polarity)] if stated else [])


@pytest.mark.parametrize(
    ("text", "stated", "polarity"),
    [
        ("¿Está basada en hechos reales? Ni mucho menos.", TRUE, "negated"),
        ("¿Es una historia real? No lo es.", TRUE, "negated"),
        ("¿Pasó de verdad? Por desgracia, sí.", TRUE, "affirmed"),
        ("¿Ocurrió de verdad? Sí, y tal cual lo vemos.", ALL_TRUE, "affirmed"),
        ("¿Es todo inventado? En absoluto.", FICTION, "negated"),
        ("¿Es real? En lo esencial.", PARTS, "affirmed"),
        ("¿Es real? No del todo.", ALL_TRUE, "negated"),
        ("¿Es una historia real? Si te lo preguntas, sigue leyendo.", None, ""),
    ],
)
def test_answers_in_spanish(text: str, stated: dict[str, str] | None, polarity: str) -> None:
    assert [(c.object, c.polarity) for c in answers(text, language="es")] == ([(stated, polarity)] if stated else [])


def test_quote_and_hedge() -> None:
    (claim,) = answers("Is it a true story? Apparently, yes.")
    assert (claim.quote, claim.modality) == ("Apparently, yes", "hedged")


@pytest.mark.parametrize("text", ["is it real", "who plays the butcher?", "is it good?", "is it any good, and is it true or false?"])
def test_other_questions_ask_nothing(text: str) -> None:
    assert read_question(text) is None
