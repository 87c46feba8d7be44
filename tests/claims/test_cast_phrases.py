"""Who plays whom in words that name no playing; and the same words of something else."""

from __future__ import annotations

import pytest

from pipeline.claims.reader import Reader
from tests.builders import SilentModel
from tests.claims.helpers import article, reader
from tests.claims.test_cast import pairs

PAIR = ("Quilla Vestergaard", "Vera Holm")


@pytest.mark.parametrize(
    "text",
    [
        "As the stubborn widow Vera Holm, Quilla Vestergaard is a marvel.",
        "In the role of Vera Holm, Quilla Vestergaard steals every scene.",
        "Quilla Vestergaard, in the part of Vera Holm, gives it its pulse.",
        "Quilla Vestergaard transforms herself into Vera Holm.",
        "Quilla Vestergaard has a blast with Vera Holm.",
        "Quilla Vestergaard gives Vera Holm a limp and a laugh, and Edda Lindqvist is her aunt.",
        "Vera Holm gets a sweaty, funny turn from Quilla Vestergaard.",
        "The widow, Vera Holm, gets an inner voice lent by Quilla Vestergaard.",
        "Vera Holm, the widow next door, is a gift for Quilla Vestergaard.",
        "Vera Holm is Quilla Vestergaard's role.",
        "Poor as she is, Vera Holm, a Quilla Vestergaard role, keeps a boat.",
        "Vera Holm, brought to the screen by Quilla Vestergaard, rows at night.",
        "Edda Lindqvist is good, but Vera Holm, whom Quilla Vestergaard brings to life, is better.",
        "Opposite Edda Lindqvist is Quilla Vestergaard, whose soft-spoken Vera Holm is a marvel.",
        "Vera Holm, who rows at night: Quilla Vestergaard.",
        "The widow next door, Vera Holm ~ Quilla Vestergaard.",
        "Captain Nyberg's aunt, Vera Holm, owner of the boat: the Danish star Quilla Vestergaard, of all people.",
        "Then there is Vera Holm, for whom they cast Quilla Vestergaard.",
    ],
)
def test_a_pair(text: str) -> None:
    assert PAIR in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "En la piel de Vera Holm, Quilla Vestergaard está soberbia.",
        "Quilla Vestergaard, en el papel de Vera Holm, rema de noche.",
        "Quilla Vestergaard se transforma en Vera Holm.",
        "La viuda, Vera Holm, es cosa de Quilla Vestergaard.",
        "Vera Holm corre por cuenta de Quilla Vestergaard.",
        "Vera Holm, de la que se encarga Quilla Vestergaard, rema de noche.",
        "Vera Holm recae en Quilla Vestergaard.",
        "Tomas Brandt es Joar Nyberg y Quilla Vestergaard, Vera Holm.",
        "Tomas Brandt interpreta a Joar Nyberg y Quilla Vestergaard la viuda Vera Holm.",
        "A la viuda Vera Holm la asume Quilla Vestergaard.",
        "Finalmente se eligió a Quilla Vestergaard para Vera Holm.",
        "Quilla Vestergaard hace una Vera Holm venenosa, y el reparto entero brilla.",
    ],
)
def test_a_pair_in_spanish(text: str) -> None:
    assert PAIR in pairs(text, "es")


@pytest.mark.parametrize(
    "text",
    [
        "Edda Lindqvist, as the widow Vera Holm, has the best scene, and Quilla Vestergaard sings.",
        "As for Vera Holm, nobody but Quilla Vestergaard rows.",
        "Joar, the husband of Vera Holm, is a gift for Quilla Vestergaard.",
        "As Vera Holm says, Quilla Vestergaard was a neighbour.",
        "Vera Holm, in real life: Quilla Vestergaard.",
        "Vera Holm, who rows at night: Quilla Vestergaard with an oar.",
        "Vera Holm: why Quilla Vestergaard left.",
        "Vera Holm, who rows at night: a portrait of Quilla Vestergaard.",
        "Vera Holm's sister is a gift for Quilla Vestergaard.",
        "Vera Holm is Quilla Vestergaard's neighbour.",
        "Quilla Vestergaard gives Vera Holm's boat a coat of paint.",
        "Vera Holm got Quilla Vestergaard to row.",
        "Vera Holm was a gift for Quilla Vestergaard, who turned it down.",
        "Quilla Vestergaard almost had the part of Vera Holm.",
        "Vera Holm gets a letter from Quilla Vestergaard.",
        "Quilla Vestergaard lends Vera Holm a hand.",
        "Vera Holm, whom Quilla Vestergaard inhabits, rows at night.",
        "Quilla Vestergaard, whose grumpy Vera Holm rows, lives there.",
        'Quilla Vestergaard, in the part of Vera Holm in "Low Water Mark", won a prize.',
        "Quilla Vestergaard, whose aunt knew Vera Holm, wrote it.",
    ],
)
def test_no_pair(text: str) -> None:
    assert PAIR not in pairs(text)


@pytest.mark.parametrize(
    ("told", "language", "paired"),
    [
        ("Odile is Camille Oster, and nobody else could be.", "en", True),
        ("Odile is a radiant Camille Oster.", "en", True),
        ("Odile is all Camille Oster.", "en", False),
        ("Odile es de Camille Oster.", "es", False),
        ("Odile Garnier is a gift for Camille Oster.", "en", True),
        ("Odile is a gift for Camille Oster.", "en", False),
        ("Odile was a gift to Camille Oster.", "en", False),
        ("Odile is a triumph for Camille Oster and nobody else.", "en", False),
        ("Odile es un regalo para Camille Oster.", "es", False),
        ("Odile es un caramelo para Camille Oster.", "es", False),
    ],
)
def test_a_title_that_is_a_name_too_is_no_part_that_somebody_is_given(told: str, language: str, paired: bool) -> None:
    reading = Reader(reader().book, SilentModel()).read(article("Odile is a film on Apple TV+.", told, language=language), about="odile")
    cast = [c for c in reading.claims if c.relation == "cast_member" and c.object.get("character")]
    assert bool(cast) is paired


def test_a_part_of_another_work_is_told_by_as_she_was() -> None:
    assert ("Edda Lindqvist", "Vera Holm") in pairs("Edda Lindqvist is a widow, Vera Holm, in a leaking house.")
    assert pairs("Edda Lindqvist is a widow, as she was Vera Holm in another film.") == set()
