"""docs/accuracy.md holds what the page's code says today: after a change of its words, `make evaluate` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pipeline.evaluation.accuracy_page import write_page

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"


def test_the_fixed_paragraphs_stand_in_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    told = re.search(r"\(records (\w+)\)", page)
    assert told is not None
    figures: dict[str, Any] = {
        "records": told[1],
        "skipped": [],
        "labelled": {"development": {"relations": {}}},
        "swaps": {},
        "metamorphic": {},
        "noise": {},
    }
    fixed = [line for line in write_page(figures).splitlines() if line and not line.startswith("|")]
    assert len(fixed) > 10
    assert [line for line in fixed if line not in page.splitlines()] == []
