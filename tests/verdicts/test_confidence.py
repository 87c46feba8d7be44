"""The signs that a contradiction needs, multiplied."""

from __future__ import annotations

import pytest

from pipeline.models import Claim
from pipeline.verdicts.confidence import DOUBTS, find_weak_signs, license_of, load_licences


def _claim(pattern: str, *doubts: str, subject: str = "about") -> Claim:
    return Claim(
        "x", "creator", {"value": "Ann Quill"}, "affirmed", "asserted", "q", 1, 0, 1, subject=subject, pattern=pattern, doubts=doubts
    )


def test_a_proven_pattern_contradicts_and_an_unseen_one_does_not() -> None:
    proven = max(load_licences(), key=license_of)
    assert find_weak_signs(_claim(proven)) == []
    assert find_weak_signs(_claim("creator.never_seen_before")) == ["pattern"]


@pytest.mark.parametrize("doubt", sorted(DOUBTS))
def test_every_doubt_keeps_an_implicit_subject_from_contradicting(doubt: str) -> None:
    proven = max(load_licences(), key=license_of)
    assert find_weak_signs(_claim(proven, doubt)) == [doubt, "confidence"]


def test_a_wrong_one_outweighs_three_right_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.verdicts.confidence.load_licences", lambda: {"a": (3, 1), "b": (3, 0)})
    assert find_weak_signs(_claim("a")) == ["pattern"]
    assert find_weak_signs(_claim("b")) == []
