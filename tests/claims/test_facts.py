"""Counts, dates, places, platforms, renewals and the Spanish of makers and roles: cases/facts.toml."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from typing import Any

import pytest

from pipeline.models import Article, Claim, Paragraph
from tests.claims.helpers import HERE, reader

CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases" / "facts.toml").read_text(encoding="utf-8"))["case"]
PUBLISHED = datetime(2025, 10, 20, tzinfo=UTC)


def read(case: dict[str, Any]) -> tuple[Claim, ...]:
    article = Article(
        url=None,
        title=case.get("title", "Nobody Counts the Rain on Netflix"),
        paragraphs=tuple(Paragraph(text) for text in case["text"]),
        published=PUBLISHED,
        language=case.get("language", "en"),
    )
    return reader().read(article, about="nobody-counts-the-rain").claims


def fits(claim: Claim, wanted: dict[str, Any]) -> bool:
    return all(
        (getattr(claim, key) if key in {"relation", "polarity", "modality", "show", "quote"} else claim.object.get(key)) == value
        for key, value in wanted.items()
    )


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_facts(case: dict[str, Any]) -> None:
    claims = read(case)
    for wanted in case.get("find", []):
        assert any(fits(c, {"show": "nobody-counts-the-rain", "polarity": "affirmed", **wanted}) for c in claims), (wanted, claims)
    for unwanted in case.get("lack", []):
        assert not [c for c in claims if fits(c, unwanted)], (unwanted, claims)
