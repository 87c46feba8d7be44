"""The judge on perfectly read claims of the labelled articles (development shows): precision is what must not slip."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from pipeline.records.loader import load_records

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT.parent / "shared" / "gold" / "articles"


@pytest.mark.shared
@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the labelled articles are not beside the project")
def test_verdicts_against_labels() -> None:
    spec = importlib.util.spec_from_file_location("measure_verdicts", ROOT / "scripts" / "measure_verdicts.py")
    assert spec is not None
    assert spec.loader is not None
    measure = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measure)
    given = Counter((judgement.verdict, label) for _, label, judgement in measure.judge_labelled(ARTICLES, load_records()))
    false = [(label, n) for (verdict, label), n in given.items() if verdict == "contradicted" and label != "contradicted"]
    assert false == []
    assert given["contradicted", "contradicted"] >= 200
    supported = sum(n for (verdict, _), n in given.items() if verdict == "supported")
    assert given["supported", "supported"] / supported >= 0.985
