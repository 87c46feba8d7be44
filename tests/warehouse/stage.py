"""Small nights for the warehouse's tests: pages, reports and rows in plain view."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pipeline.models import (
    Article,
    Claim,
    Evidence,
    Fact,
    Finding,
    Judgement,
    Mention,
    Paragraph,
    Premise,
    Reading,
    RecordBook,
    Report,
    Score,
    Show,
    Source,
)
from pipeline.settings import World
from pipeline.warehouse.load import load_day
from pipeline.warehouse.pages import FetchedPage, write_articles
from pipeline.warehouse.record import pending_versions, record_reports
from pipeline.warehouse.store import Warehouse

MONDAY = date(2026, 11, 16)
FALSE_QUOTE = "inspired by an article by Paul Inventor"
SHOW = Show(
    "a-show",
    "A Show",
    "limited series",
    MONDAY,
    (Fact("story_basis", "true story", ("paper",)), Fact("based_on", "The Real Book", ("paper",), author="Ann Writer", kind="memoir")),
    {"paper": Source("paper", "The Paper", 2, date(2026, 11, 1), "https://paper.example/a")},
    {"based_on": ("paper",)},
    year=2025,
)
BOOK = RecordBook({SHOW.slug: SHOW}, "book-1")


def day_number(number: int) -> date:
    """0 is Monday."""
    return MONDAY + timedelta(days=number)


def at(day: date, hour: int = 6) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def make_words(seed: int, count: int = 240) -> list[str]:
    """Words of a text that shares no triple with one of another seed."""
    chance = random.Random(seed)
    return [f"{chance.choice('bcdfglmnprst')}{chance.choice('aeiou')}{chance.randrange(5_000)}" for _ in range(count)]


def change_words(words: list[str], share: float, seed: int = 0) -> list[str]:
    """That share of the words replaced, spread over the text."""
    chance = random.Random(seed)
    return [f"x{chance.randrange(90_000)}" if chance.random() < share else word for word in words]


def make_article(url: str, words: Iterable[str], *extra: str, title: str | None = "A Show: is it true?", **more: Any) -> Article:
    """Paragraphs of forty words, then the extra paragraphs."""
    listed = list(words)
    blocks = [" ".join(listed[i : i + 40]) for i in range(0, len(listed), 40)]
    told: dict[str, Any] = {"language": "en", "published": None, **more}
    return Article(url=url, title=title, paragraphs=tuple(Paragraph(b) for b in (*blocks, *extra)), **told)


def make_page(day: date, url: str, article: Article | None = None, status: int | None = 200, **more: Any) -> FetchedPage:
    """A response at five in the morning; the site is the first label of the host."""
    site = url.split("//")[1].split(".", maxsplit=1)[0]
    told: dict[str, Any] = {"site": site, "day": day, "attempt": 1, "url": url, "status": status, "fetched_at": at(day, 5), **more}
    return FetchedPage(article=article, **told)


def put_night(wh: Warehouse, world: World, day: date, pages: Iterable[FetchedPage]) -> dict[str, int]:
    """Write the day's pages in place of what was there, and load them; every site ran well."""
    listed = list(pages)
    write_articles(world.articles(day) / "all-1.parquet", listed)
    runs = [{"site": site, "outcome": "ok", "attempt": 1} for site in sorted({p.site for p in listed})]
    return load_day(wh, day, runs, world.articles(day))


def make_report(article: Article, **more: Any) -> Report:
    """Reads FALSE_QUOTE wherever it stands as a contradicted claim; everything else is fine."""
    modality, verdict = more.get("modality", "asserted"), more.get("verdict", "contradicted")
    judgements = []
    for number, text in enumerate((article.title or "", *(p.text for p in article.paragraphs))):
        start = text.find(FALSE_QUOTE)
        if start >= 0:
            claim = Claim(
                "a-show", "based_on", {"author": "Paul Inventor", "kind": "article"}, "affirmed", modality, FALSE_QUOTE, number, start,
                start + len(FALSE_QUOTE),
            )  # fmt: skip
            evidence = (Evidence("based_on", "The Real Book", "The Paper", "https://paper.example/a", 2, date(2026, 11, 1)),)
            judgements.append(Judgement(claim, verdict, more.get("explanation", "contradicts The Paper"), evidence))
    false = verdict == "contradicted" and bool(judgements)
    score = Score("unreliable", 0.2, 0.1, 0.4, 0.6, "wrong") if false else Score("insufficient", None, None, None, 0.0, "not answered")
    return Report(
        article, article.url or "", Reading("a-show", 0.9, (Mention("a-show", "A Show", 0, 0, 6),), (), tuple(j.claim for j in judgements)),
        tuple(judgements), Premise("true story", "true story", True), (Finding("names_people_on_record", "no", "none named"),), score,
    )  # fmt: skip


def check_night(wh: Warehouse, day: date, checker: str = "c1", record: str = "book-1", **more: Any) -> dict[str, int]:
    """Check the day's pending versions with make_report, recorded the next morning."""
    reports = ((v, make_report(article, **more)) for v, _, article in pending_versions(wh, day, checker, record))
    return record_reports(wh, day, reports, checker, record, more.get("recorded_at", at(day + timedelta(days=1))))


def dump(wh: Warehouse, *tables: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of base tables (all of them by default), sorted."""
    names = tables or tuple(
        row[0] for row in wh.db.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'base' ORDER BY 1").fetchall()
    )
    return {name: wh.db.execute(f"SELECT * FROM base.{name} ORDER BY ALL").fetchall() for name in names}
