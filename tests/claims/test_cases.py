"""What is read in small texts: cases/*.toml."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.claims.helpers import HERE, article, fits, reader


def _cases(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((HERE / "cases" / f"{name}.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", _cases("about"), ids=lambda c: c["name"])
def test_work_that_an_article_is_about(case: dict[str, Any]) -> None:
    reading = reader().read(article(*case["text"], title=case["title"], language=case.get("language", "en")))
    assert (reading.about or "") == case["about"]
    if not case["about"]:
        assert reading.claims == ()


@pytest.mark.parametrize("case", _cases("statements") + _cases("subjects") + _cases("passing"), ids=lambda c: c["name"])
def test_statements(case: dict[str, Any]) -> None:
    told = article(*case["text"], language=case.get("language", "en"), **({"title": case["title"]} if "title" in case else {}))
    claims = reader().read(told, about="nobody-counts-the-rain").claims
    for wanted in case.get("find", []):
        assert any(fits(c, {"show": "nobody-counts-the-rain", **wanted}) for c in claims), (wanted, claims)
    for unwanted in case.get("lack", []):
        assert not [c for c in claims if fits(c, unwanted)]
    for claim in claims:
        text = told.title if claim.paragraph == 0 else told.paragraphs[claim.paragraph - 1].text
        assert (text or "")[claim.start : claim.end] == claim.quote
        assert claim.quote
