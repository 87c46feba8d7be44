"""What one person is to another, beside words that tell nothing of the kind."""

from __future__ import annotations

import re

import pytest

from pipeline.records.kinship import PEER, ROLE, TIE


@pytest.mark.parametrize("word", ["mother", "stepson", "sister-in-law", "ex-wife", "exmarido", "other half", "cunada", "abogado", "rival"])
def test_a_tie(word: str) -> None:
    assert re.fullmatch(TIE, word)


@pytest.mark.parametrize("word", ["killer", "otherwise", "mothers", "unboss"])
def test_no_tie(word: str) -> None:
    assert not re.fullmatch(TIE, word)


def test_a_parent_is_no_peer() -> None:
    assert re.fullmatch(PEER, "half-brother")
    assert not re.fullmatch(PEER, "mother")


def test_a_lady_is_a_role_only_as_the_first() -> None:
    assert re.fullmatch(ROLE, "first lady")
    assert re.fullmatch(ROLE, "vecina")
    assert not re.fullmatch(ROLE, "lady")
