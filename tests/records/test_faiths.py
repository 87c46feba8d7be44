"""Words for what a person believes."""

from __future__ import annotations

import pytest

from pipeline.records.faiths import read_faiths


@pytest.mark.parametrize(
    ("text", "faiths"),
    [
        ("a devout Mormon farmer", {"mormon"}),
        ("una mujer judía", {"jewish"}),
        ("a Catholic who turned agnostic", {"catholic", "atheism"}),
        ("a faithful Dutch friend", set()),
    ],
)
def test_faiths(text: str, faiths: set[str]) -> None:
    assert read_faiths(text) == faiths
