"""Whose mother somebody plays, where that stands a clause or a sentence before; and where it may be the actor's own."""

from __future__ import annotations

import pytest

from tests.claims.test_cast_context import pairs

NEW = "Quilla Vestergaard"


def relatives(told: str, language: str = "en") -> set[str]:
    """The parts of somebody's kin that the newcomer is read to play."""
    return {part for actor, part in pairs(("paragraph", told), language=language) if actor == NEW and "Vera Holm" in part}


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ("It follows Vera Holm. Her mother is played by Quilla Vestergaard.", "Vera Holm's mother"),
        ("Edda Lindqvist is Vera Holm. Her stern father is portrayed by Quilla Vestergaard.", "Vera Holm's stern father"),
        ("Nobody trusts Vera Holm, and her husband falls to Quilla Vestergaard.", "Vera Holm's husband"),
        ("Edda Lindqvist is Vera Holm. Her on-screen mother is Quilla Vestergaard.", "Vera Holm's on-screen mother"),
        ("It follows Vera Holm. Quilla Vestergaard plays her sister.", "Vera Holm's sister"),
    ],
)
def test_the_kin_of_a_part(told: str, part: str) -> None:
    assert relatives(told) == {part}


def test_the_kin_of_a_part_in_spanish() -> None:
    assert relatives("La serie sigue a Vera Holm. Su marido está interpretado por Quilla Vestergaard.", "es") == {"Vera Holm's marido"}
    assert relatives("Edda Lindqvist es Vera Holm. Su marido en la ficción es Quilla Vestergaard.", "es") == {"Vera Holm's marido"}


@pytest.mark.parametrize(
    "told",
    [
        "Edda Lindqvist plays Vera Holm. Her mother is Quilla Vestergaard.",  # the actor's own, as it may be
        "It follows Vera Holm. Her mother is Quilla Vestergaard.",  # her name, as it may be
        "Vera Holm meets Joar Nyberg. Her mother is played by Quilla Vestergaard.",  # whose?
        "Edda Lindqvist rowed for a month. Her mother is played by Quilla Vestergaard.",
        "It follows Vera Holm. Her real mother is Quilla Vestergaard.",
        "It follows Vera Holm. Her mother was almost played by Quilla Vestergaard.",
        "It follows Vera Holm. Her mother is Quilla Vestergaard's aunt.",
        "It follows Vera Holm. Quilla Vestergaard plays her sister, Joar Nyberg.",  # named: another part is meant
        "The rain fell. Her mother is played by Quilla Vestergaard.",
    ],
)
def test_whose_kin_stays_open(told: str) -> None:
    assert not relatives(told)
