"""One synthetic page per trap: pages/<trap>.html and, beside it, what must come out."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract import extract
from pipeline.models import Article

PAGES = Path(__file__).parent / "pages"
TRAPS = sorted(path.stem for path in PAGES.glob("*.json"))


def read_trap(trap: str) -> tuple[Article, dict[str, Any]]:
    case = json.loads((PAGES / f"{trap}.json").read_text("utf-8"))
    fetched = datetime.fromisoformat(case["fetched_at"]) if "fetched_at" in case else None
    payload = (PAGES / f"{trap}.html").read_bytes()
    return extract(payload, case["url"], content_type=case.get("content_type"), fetched_at=fetched), case["want"]


def show(article: Article, name: str) -> Any:
    """One field as the case file writes it."""
    if name == "kinds":
        return [[p.kind, p.text] for p in article.paragraphs]
    value = getattr(article, name)
    if name == "paragraphs":
        return [p.text for p in value]
    if name == "links":
        return [[link.href, link.text] for link in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("trap", TRAPS)
def test_page_comes_out_as_expected(trap: str) -> None:
    article, want = read_trap(trap)
    assert {name: show(article, name) for name in want} == want
