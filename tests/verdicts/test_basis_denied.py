"""What denies all that is real about a story, and what calls no more than its case invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.models import Claim, Fact, Polarity, Show
from pipeline.records.loader import load_records
from pipeline.verdicts.basis import compare
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext

_SHOW = load_records(Path(__file__).parent / "shows").shows["harbour-lights"]
SOURCES = ("gazette", "chronicle")


def _show(value: str, note: str | None = None) -> Show:
    return replace(_SHOW, facts=(Fact("story_basis", value, SOURCES, note=note),), complete={"story_basis": SOURCES})


def _grade(value: str, polarity: Polarity, pattern: str, show: Show, sentence: str = "None.") -> tuple[Grade, tuple[str, ...]]:
    claim = Claim(
        show="harbour-lights", relation="story_basis", object={"value": value}, polarity=polarity, modality="asserted", quote=sentence,
        paragraph=1, start=0, end=len(sentence), subject="about", subject_confidence=0.9, pattern=f"story_basis.{pattern}", plain=sentence,
        sentence=sentence,
    )  # fmt: skip
    found = compare(claim, show, JudgeContext())
    return found.grade, found.failed


@pytest.mark.parametrize("pattern", ["no_real_case", "nothing_in_it", "not_based", "es_nothing_real"])
def test_nothing_real_at_all_is_no_matter_of_degree(pattern: str) -> None:
    inspired = _show("inspired by real events")
    assert _grade("true story", "negated", pattern, inspired) == (Grade.MATCH, ())
    assert _grade("true story", "negated", pattern, _show("fiction"))[0] is Grade.FAR  # which supports the denial


def test_no_true_story_may_only_cut_down() -> None:
    inspired = _show("inspired by real events")
    assert _grade("true story", "negated", "answer", inspired) == (Grade.NEAR, ("degree",))
    fair = _show("inspired by real events", "so loosely that fiction is a fair word")
    assert _grade("true story", "negated", "no_real_case", fair)[1] != ()


def test_a_case_may_be_invented_in_what_is_inspired_by_another() -> None:
    assert _grade("fiction", "affirmed", "deed_invented", _show("true story"))[0] is Grade.FAR
    assert _grade("fiction", "affirmed", "deed_invented", _show("inspired by real events")) == (Grade.NEAR, ("degree",))
    assert _grade("fiction", "affirmed", "deed_invented", _show("fiction"))[0] is Grade.MATCH
