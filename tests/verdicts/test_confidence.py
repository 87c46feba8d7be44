"""The signs that a contradiction needs, weighed together."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from pipeline.models import Claim
from pipeline.verdicts.company import DOUBTS, Company
from pipeline.verdicts.confidence import find_weak_signs, license_of, load_licences, load_weights, read_signs, weigh

STATED = "The series was created by Ann Quill."


def _claim(pattern: str, *doubts: str, subject: str = "about", likelihood: float | None = 0.9) -> Claim:
    return Claim(
        "x", "creator", {"value": "Ann Quill"}, "affirmed", "asserted", STATED, 1, 0, 1, subject=subject, pattern=pattern, doubts=doubts,
        sentence=STATED, likelihood=likelihood,
    )  # fmt: skip


def _proven() -> str:
    return max(load_licences(), key=license_of)


def test_a_proven_pattern_contradicts() -> None:
    assert find_weak_signs(_claim(_proven())) == []


def test_an_unproven_wording_that_is_unlikely_does_not() -> None:
    assert find_weak_signs(_claim("creator.never_seen_before", likelihood=0.0)) == ["pattern", "confidence"]
    assert "confidence" in find_weak_signs(_claim("slot.creator", "earlier", likelihood=0.5))


@pytest.mark.parametrize("doubt", DOUBTS)
def test_no_doubt_ever_helps(doubt: str) -> None:
    weights = load_weights().signs
    assert weigh(read_signs(_claim(_proven(), doubt)), weights) <= weigh(read_signs(_claim(_proven())), weights)


@pytest.mark.parametrize("doubt", ["other_work", "quoted", "refuted"])
def test_a_grave_doubt_keeps_an_implicit_subject_from_contradicting(doubt: str) -> None:
    assert find_weak_signs(_claim(_proven(), doubt, likelihood=0.0)) == [doubt, "confidence"]


def test_a_doubted_statement_alone_must_be_read_surely() -> None:
    """Where nothing else in the article is off, a likelihood that would do otherwise does not."""
    unsure = _claim(_proven(), "since", likelihood=0.6)
    assert find_weak_signs(unsure, Company(others=3)) == []
    assert "confidence" in find_weak_signs(unsure, Company(others=0))
    assert find_weak_signs(_claim(_proven(), likelihood=0.6), Company(others=1)) == []


def test_a_sentence_that_does_not_name_the_work_says_so() -> None:
    bare = replace(_claim("creator.never_seen_before", likelihood=0.0), sentence="Ann Quill made up her mind.", quote="Ann Quill made")
    assert "anchor" in find_weak_signs(bare)


def test_a_wrong_one_outweighs_three_right_ones() -> None:
    counts = {"a": (3, 1), "b": (3, 0)}
    assert license_of("a", counts) < 0 < license_of("b", counts)
    assert license_of("never seen", counts) == 0


def test_a_greater_likelihood_never_weighs_less() -> None:
    weights = load_weights().signs
    found = [weigh(read_signs(_claim("slot.creator", likelihood=p)), weights) for p in (0.3, 0.6, 0.9, 0.99)]
    assert found == sorted(found)
    assert all(math.isfinite(f) for f in found)
