"""Small articles, claims and judgements for tests, with only what a test cares about spelled out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from pipeline.claims.slots.coding import Coded
from pipeline.claims.slots.model import Marks, load_vocabulary
from pipeline.models import Article, Claim, Evidence, Fact, Judgement, Link, Paragraph, Reading, RecordBook, Show, Source

SOURCE = Source("paper", "The Paper", 2, date(2026, 11, 1), "https://paper.example/a")


class SilentModel:
    """A slot model that sees nothing anywhere, so that patterns alone read."""

    def __init__(self) -> None:
        self.vocabulary = load_vocabulary()

    def read(self, sentences: Sequence[Coded]) -> list[Marks]:
        return [Marks() for _ in sentences]


def make_article(*paragraphs: str, title: str | None = "A title", **more: Any) -> Article:
    """An article with these paragraphs, dated and signed unless told otherwise."""
    told: dict[str, Any] = {
        "url": "https://site.example/a-readable-address",
        "authors": ("Ann Writer",),
        "published": datetime(2026, 11, 18, tzinfo=UTC),
        "language": "en",
        **more,
    }
    return Article(title=title, paragraphs=tuple(Paragraph(p) for p in paragraphs), **told)


def make_claim(relation: str = "director", value: object = "Ann Director", show: str = "a-show", **more: Any) -> Claim:
    """A claim; the quote is its value unless given."""
    quote = more.pop("quote", str(value))
    told: dict[str, Any] = {"polarity": "affirmed", "modality": "asserted", "paragraph": 1, "start": 0, "end": len(quote), **more}
    told = {"show": show, "relation": relation, "object": {"value": value}, "quote": quote, **told}
    return Claim(**told)


def make_judgement(verdict: str, relation: str = "director", value: object = "Ann Director", tier: int = 2, **more: Any) -> Judgement:
    """A judged claim with one piece of evidence."""
    evidence = (Evidence(relation, "the right value", "The Paper", "https://paper.example/a", tier, date(2026, 11, 1)),)
    return Judgement(make_claim(relation, value, **more), verdict, f"{verdict}.", evidence)  # type: ignore[arg-type]


def make_show(*facts: Fact, slug: str = "a-show", title: str = "A Show", complete: dict[str, tuple[str, ...]] | None = None) -> Show:
    """A record of an invented limited series."""
    return Show(slug, title, "limited series", date(2026, 11, 1), facts, {"paper": SOURCE}, complete or {}, year=2025)


def make_book(*shows: Show) -> RecordBook:
    return RecordBook({s.slug: s for s in shows}, "test-1")


def make_reading(about: str | None = "a-show", *claims: Claim, people: tuple[str, ...] = ()) -> Reading:
    return Reading(about, 1.0, (), (), claims, people)


def make_link(href: str) -> Link:
    return Link(href, "link")
