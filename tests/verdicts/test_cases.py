"""Claims about invented shows with the verdict, and the gates, that we want: cases/*.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Claim, RecordBook
from pipeline.records.loader import load_records
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.gate_names import GATES
from pipeline.verdicts.judge import judge
from pipeline.verdicts.relations import COMPARE

HERE = Path(__file__).parent
VERDICTS = HERE.parents[1] / "pipeline" / "verdicts"
CASES = [(path.stem, case) for path in sorted((HERE / "cases").glob("*.toml")) for case in tomllib.loads(path.read_text())["case"]]


@pytest.fixture(scope="module")
def book() -> RecordBook:
    return load_records(HERE / "shows")


def build_claim(case: dict[str, Any], show: str) -> Claim:
    quote = case["quote"]
    return Claim(
        show=show,
        relation=case["relation"],
        object=case["object"],
        polarity=case.get("polarity", "affirmed"),
        modality=case.get("modality", "asserted"),
        quote=quote,
        paragraph=1,
        start=0,
        end=len(quote),
        subject_confidence=case.get("confidence", 1.0),
    )


@pytest.mark.parametrize(("family", "case"), CASES, ids=[f"{f}: {c['quote'][:50]}" for f, c in CASES])
def test_verdict_and_gates(family: str, case: dict[str, Any], book: RecordBook) -> None:
    show = book.shows[case["show"]]
    context = JudgeContext(published=case.get("published", date(2025, 6, 1)), shows=book.shows, other_works=("Sea Glass",))
    judgement = judge(build_claim(case, show.slug), show, context)
    assert judgement.verdict == case["verdict"], (judgement.gates_failed, judgement.explanation)
    if "gates" in case:
        assert set(judgement.gates_failed) == set(case["gates"])
    if judgement.verdict == "contradicted":
        assert judgement.gates_failed == ()
        assert judgement.evidence
    assert all(e.tier < 4 for e in judgement.evidence)
    if "says" in case:
        assert case["says"] in judgement.explanation


def test_every_gate_is_explained() -> None:
    assert {gate for _, case in CASES for gate in case.get("gates", ())} <= set(GATES)
    code = "".join(path.read_text() for path in VERDICTS.glob("*.py") if path.name != "gate_names.py")
    assert [gate for gate in GATES if f'"{gate}"' not in code] == []


def test_every_relation_has_cases() -> None:
    assert {case["relation"] for _, case in CASES} == set(COMPARE)
