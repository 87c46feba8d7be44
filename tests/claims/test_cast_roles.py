"""Who plays the lead, the title role or somebody's mother; who a newcomer plays; and what is no credit."""

from __future__ import annotations

import pytest

from tests.claims.test_cast import pairs

NEW = "Quilla Vestergaard"  # whom no record knows
CAST = " Edda Lindqvist plays the widow."


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("In the title role we find Quilla Vestergaard.", "the title role"),
        ("In the lead, Quilla Vestergaard is a marvel.", "the lead"),
        ("Quilla Vestergaard takes the title role.", "the title role"),
        ("Quilla Vestergaard, who rarely rests, plays the leading part.", "the lead"),
        ("The lead role went to the Danish star Quilla Vestergaard.", "the lead"),
    ],
)
def test_the_lead(text: str, part: str) -> None:
    assert (NEW, part) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "The role of the neighbour went to Quilla Vestergaard.",
        "Edda Lindqvist plays the widow, and the neighbour is Quilla Vestergaard.",
    ],
)
def test_a_part_in_plain_words(text: str) -> None:
    assert (NEW, "the neighbour") in pairs(text)


def test_a_part_in_plain_words_in_spanish() -> None:
    assert (NEW, "El padre") in pairs("El padre es Quilla Vestergaard. Encabeza el reparto Edda Lindqvist.", "es")
    assert (NEW, "the lead") in pairs("El papel protagonista recae en Quilla Vestergaard.", "es")


@pytest.mark.parametrize(
    "text",
    [
        "Quilla Vestergaard turned down the title role.",
        "In the lead we almost had Quilla Vestergaard.",
        "Quilla Vestergaard had the title role in 'Salt and Ashes'.",
        "Edda Lindqvist is magnetic in the lead, Quilla Vestergaard less so.",
        "Edda Lindqvist shines in the title role and came to it through Quilla Vestergaard.",
        "The neighbour is Quilla Vestergaard, who told the police all this in 1987.",
        "Edda Lindqvist plays the widow, and the neighbour is not Quilla Vestergaard.",
    ],
)
def test_what_gives_nobody_a_part(text: str) -> None:
    assert not [p for p in pairs(text) if p[0] == NEW]


@pytest.mark.parametrize(
    "text",
    [
        "Vera Holm is Quilla Vestergaard, in fine form." + CAST,
        "Her rival Vera Holm is the Danish actress Quilla Vestergaard.",
        "Vera Holm, the widow next door, comes to us courtesy of Quilla Vestergaard.",
        "Vera Holm has the face of Quilla Vestergaard.",
        "The widow Vera Holm was given to Quilla Vestergaard.",
        "Vera Holm | Quilla Vestergaard, in fine form.",
        "Vera Holm, the widow: Quilla Vestergaard.",
    ],
)
def test_a_newcomer_behind_the_part(text: str) -> None:
    assert (NEW, "Vera Holm") in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vera Holm is Quilla Vestergaard in all but name." + CAST,
        "Vera Holm is Quilla Vestergaard with a boat." + CAST,
        "Vera Holm is modelled on Quilla Vestergaard." + CAST,
        "Vera Holm is a friend of Quilla Vestergaard." + CAST,
        "In reality Vera Holm is Quilla Vestergaard." + CAST,
        "Vera Holm is Quilla Vestergaard.",
        "Vera Holm is Ines Valbuena." + CAST,
        "Vera Holm and Joar Nyberg, in the hands of Quilla Vestergaard and Edda Lindqvist.",
        "Vera Holm was given to Quilla Vestergaard's mother.",
        "The series follows Vera Holm, an ex-singer told of by the critic Quilla Vestergaard.",
    ],
)
def test_a_likeness_a_model_or_a_row_is_no_credit(text: str) -> None:
    assert not [p for p in pairs(text) if p[1] == "Vera Holm" and p[0] != "Edda Lindqvist"]
