"""Two rows of names, paired in order."""

from __future__ import annotations

import pytest

from tests.claims.test_cast import EDDA, TOMAS, pairs

IN_ORDER = {(EDDA, "Vera Holm"), (TOMAS, "Joar Nyberg")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vera Holm and Joar Nyberg are Edda Lindqvist and Tomas Brandt, respectively.", "en"),
        ("Vera Holm and Joar Nyberg are played by Edda Lindqvist and Tomas Brandt, in that order.", "en"),
        ("Edda Lindqvist and Tomas Brandt (Vera Holm and Joar Nyberg, respectively) row well.", "en"),
        ("Vera Holm y Joar Nyberg son, por este orden, Edda Lindqvist y Tomas Brandt.", "es"),
    ],
)
def test_rows_in_order(text: str, language: str) -> None:
    assert pairs(text, language) >= IN_ORDER


@pytest.mark.parametrize(
    "text",
    [
        "Vera Holm and Joar Nyberg are Edda Lindqvist and Tomas Brandt.",  # in which order?
        "Vera Holm and Joar Nyberg are Edda Lindqvist, Tomas Brandt and Quilla Vestergaard, respectively.",
    ],
)
def test_rows_without_order_or_of_other_length_pair_nobody(text: str) -> None:
    assert not pairs(text)
