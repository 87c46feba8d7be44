"""What stands around a statement and keeps it from accusing anybody."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.claims.helpers import HERE, article, reader

CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases" / "doubts.toml").read_text(encoding="utf-8"))["case"]
SHOW = "nobody-counts-the-rain"


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_doubts(case: dict[str, Any]) -> None:
    claims = [c for c in reader().read(article(case["text"]), about=SHOW).claims if c.show == SHOW and c.paragraph > 0]
    assert claims, "nothing was read as a statement about the series"
    for claim in claims:
        assert set(case["doubts"]) <= set(claim.doubts), (claim.quote, claim.doubts)
        assert case["doubts"] or not claim.doubts, (claim.quote, claim.doubts)


def test_another_paragraph_may_have_turned_to_another_recorded_work() -> None:
    text = ("Netflix's Nobody Counts the Rain is a hit.", "Ferry, the Hulu series, is older.", "Ann Quill created it.")
    claims = [c for c in reader().read(article(*text), about=SHOW).claims if c.show == SHOW and c.paragraph == 3]
    assert all("since" in c.doubts for c in claims)
