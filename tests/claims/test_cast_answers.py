"""Who plays whom, told as an answer: "And Vera Holm? That would be Quilla Vestergaard."; and answers to other questions."""

from __future__ import annotations

import pytest

from tests.claims.test_cast_context import PAIR, pairs

ON_CAST = "Edda Lindqvist heads the cast."


@pytest.mark.parametrize(
    "told",
    [
        "And Vera Holm? Quilla Vestergaard, barely in it.",
        "Vera Holm? That would be Quilla Vestergaard.",
        "Vera Holm, the widow next door? It's the Danish star Quilla Vestergaard.",
        "The widow Vera Holm? None other than Quilla Vestergaard!",
        "Who plays Vera Holm? Quilla Vestergaard.",
        "Which actress got to play Vera Holm? That's Quilla Vestergaard, of all people.",
        "Who is Vera Holm played by? Quilla Vestergaard, who learned to row for it.",
    ],
)
def test_an_answer(told: str) -> None:
    assert PAIR in pairs(("paragraph", ON_CAST), ("paragraph", told))


@pytest.mark.parametrize(
    "told", ["¿Y Vera Holm? Esa es Quilla Vestergaard.", "¿Quién interpreta a Vera Holm? La danesa Quilla Vestergaard."]
)
def test_an_answer_in_spanish(told: str) -> None:
    assert PAIR in pairs(("paragraph", "Encabeza el reparto Edda Lindqvist."), ("paragraph", told), language="es")


def test_a_question_of_its_own_paragraph() -> None:
    assert PAIR in pairs(("heading", "Who plays Vera Holm?"), ("paragraph", "Quilla Vestergaard, all nerves."))


@pytest.mark.parametrize(
    "told",
    [
        "Is Vera Holm real? Quilla Vestergaard thinks so.",
        "Was Vera Holm real? Quilla Vestergaard, of the museum.",
        "And Vera Holm? Quilla Vestergaard met her once.",
        "And Vera Holm? Quilla Vestergaard, who directs, keeps her for the end.",
        "And Vera Holm? Quilla Vestergaard, her neighbour, is there too. She's not an actress.",
        "And Vera Holm? Quilla Vestergaard was offered the part.",
        "And Vera Holm? That could have been Quilla Vestergaard.",
        "And Vera Holm? Quilla Vestergaard and Edda Lindqvist share a scene with her.",
        "And Vera Holm and Joar Nyberg? Quilla Vestergaard.",
        "Who turned down Vera Holm? Quilla Vestergaard.",
        "Who was based on Vera Holm? Quilla Vestergaard.",
        "Why did Vera Holm lie? Quilla Vestergaard, of course.",
    ],
)
def test_an_answer_to_something_else(told: str) -> None:
    assert PAIR not in pairs(("paragraph", ON_CAST), ("paragraph", told))


def test_who_somebody_was_needs_a_text_on_the_cast() -> None:
    told = "And Vera Holm? Quilla Vestergaard."
    assert PAIR not in pairs(("paragraph", "The rain fell for three days."), ("paragraph", told))
    assert PAIR in pairs(("paragraph", ON_CAST), ("paragraph", told))
