"""Falsehoods told in part stand for the one told in full, and for none where two would do."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.origins.aliases import FalseSource, find_aliases, is_part_of

FULL = {"author": "clara example", "kind": "novel", "value": "the quiet door", "year": "2019"}
DAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("part", "holds"),
    [
        ({"author": "clara example", "kind": "novel"}, True),
        ({"author": "clara example", "kind": "book"}, True),
        ({"kind": "novel", "value": "the quiet door"}, True),
        ({"author": "clara example"}, True),
        ({"kind": "novel"}, False),  # part of everything
        ({"author": "clara example", "kind": "play"}, False),
        ({"author": "clara other", "kind": "novel"}, False),
        ({"author": "clara example", "year": "2020"}, False),
        ({"author": "clara example", "publisher": "a house"}, False),
        (FULL, False),
    ],
)
def test_what_is_part_of_a_fuller_statement(part: dict[str, str], holds: bool) -> None:
    assert is_part_of(part, FULL) is holds


def find(*told: dict[str, str], show: str = "s") -> dict[str, str]:
    sources = [FalseSource(str(n), show, t, DAY) for n, t in enumerate(told)]
    return {part: full for part, full, _ in find_aliases(sources)}


def test_each_part_stands_for_the_fullest() -> None:
    assert find(FULL, {"author": "clara example"}, {"author": "clara example", "kind": "novel"}) == {"1": "0", "2": "0"}


def test_a_part_of_two_that_differ_stands_for_itself() -> None:
    other = FULL | {"value": "the loud door"}
    assert find(FULL, other, {"author": "clara example"}) == {}
    assert find(FULL, other, {"value": "the loud door"}) == {"2": "1"}


def test_another_show_is_another_falsehood() -> None:
    sources = [FalseSource("0", "s", FULL, DAY), FalseSource("1", "t", {"author": "clara example"}, DAY)]
    assert list(find_aliases(sources)) == []
