"""What a statement teaches the passage model: the article's own on its work, not, or nothing that anybody can tell."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.evaluation.labelled import LabelledClaim
from pipeline.models import Claim, Judgement, VerdictName
from scripts.passage_examples import answer_honest, answer_labelled

SHOW, QUOTE = "salt", "directed by Jo Poe"


def judge(verdict: VerdictName, *gates: str, modality: Any = "asserted") -> Judgement:
    claim = Claim(SHOW, "director", {"value": "Jo Poe"}, "affirmed", modality, QUOTE, 1, 0, len(QUOTE))
    return Judgement(claim, verdict, "", gates_failed=gates)


def label(verdict: VerdictName, modality: str = "asserted", quote: str = QUOTE) -> LabelledClaim:
    return LabelledClaim(quote, SHOW, "director", {"value": "Jo Poe"}, "affirmed", modality, verdict, core=False)


@pytest.mark.parametrize(
    ("judgement", "off", "wanted"),
    [
        (judge("supported"), False, True),
        (judge("supported", modality="reported"), False, None),
        (judge("unverifiable", "confidence"), True, False),  # what would contradict an honest article is not said of its work
        (judge("contradicted"), True, False),
        (judge("conflicts_with_record", "complete"), True, None),  # a fuller record may bear it out
        (judge("unverifiable", "value"), False, None),
    ],
)
def test_an_honest_article(judgement: Judgement, off: bool, wanted: bool | None) -> None:
    assert answer_honest(judgement, off=off) is wanted


@pytest.mark.parametrize(
    ("judgement", "labels", "off", "wanted"),
    [
        (judge("contradicted"), [label("contradicted")], True, True),
        (judge("unverifiable", "confidence"), [label("contradicted")], True, True),
        (judge("contradicted"), [label("contradicted", "reported")], True, False),  # somebody else's word
        (judge("contradicted"), [label("supported")], True, False),
        (judge("contradicted"), [], True, False),
        (judge("contradicted"), [label("contradicted", quote="by Jo Poe, they say")], True, True),  # repeats what is labelled elsewhere
        (judge("conflicts_with_record", "complete"), [label("supported")], True, None),
        (judge("contradicted"), [label("unverifiable")], True, None),
        (judge("supported"), [label("supported")], False, True),
        (judge("supported"), [label("contradicted")], False, None),
        (judge("supported"), [], False, None),
    ],
)
def test_a_labelled_article(judgement: Judgement, labels: list[LabelledClaim], off: bool, wanted: bool | None) -> None:
    assert answer_labelled(judgement, labels, off=off) is wanted
