"""Reading small texts about invented shows."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pipeline.claims.reader import Reader
from pipeline.models import Article, Claim, Paragraph
from pipeline.records.loader import load_records

HERE = Path(__file__).parent
OBJECT_KEYS = ("value", "author", "kind", "year", "character", "real_person", "degree")


@cache
def reader() -> Reader:
    return Reader(load_records(HERE / "shows"))


def article(*paragraphs: str, title: str | None = "Nobody Counts the Rain on Netflix", language: str | None = "en") -> Article:
    return Article(url=None, title=title, paragraphs=tuple(Paragraph(p) for p in paragraphs), language=language)


def fits(claim: Claim, wanted: dict[str, Any]) -> bool:
    """Has the claim all that is wanted of it? ``confidence`` wants at least so much."""
    return (
        claim.relation == wanted["relation"]
        and all(claim.object.get(k) == wanted[k] for k in OBJECT_KEYS if k in wanted)
        and all(getattr(claim, k) == wanted[k] for k in ("show", "polarity", "modality") if k in wanted)
        and claim.subject_confidence >= wanted.get("confidence", 0.0)
    )
