"""What comparisons see of a text."""

from __future__ import annotations

import pytest

from pipeline.records.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tessa Ía", "tessa ia"),
        ("King's Lynn", "king lynn"),
        ("O’Fallon", "ofallon"),
        ("  Saint-Étienne ", "saint etienne"),
        ("two\nlines", "two lines"),
        ("Łódź", "lodz"),
        ("x\u2028y", "x y"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
