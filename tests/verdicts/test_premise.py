"""What an article answers to "is it a true story?"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Claim, Judgement, Premise, Reading, Show
from pipeline.records.loader import load_records
from pipeline.verdicts.premise import judge_premise

BOOK = load_records(Path(__file__).parent / "shows")
TRUE, INSPIRED, FICTION = (BOOK.shows[s] for s in ("harbour-lights", "the-long-tide", "night-ferry"))


def say(show: Show, value: str, paragraph: int = 2, polarity: str = "affirmed", modality: str = "asserted", **extra: str) -> Judgement:
    obj: dict[str, Any] = {"value": value, **extra}
    claim = Claim(show.slug, "story_basis", obj, polarity, modality, "q", paragraph, 0, 1)  # type: ignore[arg-type]
    return Judgement(claim, "unverifiable", "")


@pytest.mark.parametrize(
    ("show", "said", "premise"),
    [
        (TRUE, [], Premise(None, "true story", None)),
        (TRUE, [say(TRUE, "true story")], Premise("true story", "true story", True)),
        (TRUE, [say(TRUE, "inspired by real events")], Premise("inspired by real events", "true story", True)),
        (INSPIRED, [say(INSPIRED, "true story")], Premise("true story", "inspired by real events", True)),
        (TRUE, [say(TRUE, "fiction")], Premise("fiction", "true story", False)),
        (FICTION, [say(FICTION, "true story", polarity="negated")], Premise("fiction", "fiction", True)),
        (TRUE, [say(TRUE, "fiction", polarity="negated")], Premise("true story", "true story", True)),
        (TRUE, [say(TRUE, "documentary", polarity="negated")], Premise(None, "true story", None)),
        (INSPIRED, [say(INSPIRED, "true story", polarity="negated", degree="entirely")],
         Premise("inspired by real events", "inspired by real events", True)),
        (TRUE, [say(TRUE, "true story", modality="question")], Premise(None, "true story", None)),
        (TRUE, [say(TRUE, "fiction", modality="reported"), say(TRUE, "true story", modality="hedged")],
         Premise("true story", "true story", True)),
        (TRUE, [say(TRUE, "true story", 0), say(TRUE, "fiction", 5)], Premise("true story", "true story", True)),
        (TRUE, [say(FICTION, "fiction")], Premise(None, "true story", None)),
    ],
)  # fmt: skip
def test_premise(show: Show, said: list[Judgement], premise: Premise) -> None:
    reading = Reading(show.slug, 1.0, (), (), tuple(j.claim for j in said))
    assert judge_premise(reading, show, tuple(said)) == premise
