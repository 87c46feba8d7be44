"""Articles that are about nothing on record: nobody may be accused, and the label is insufficient.

Three kinds: real pages about other things, the newsstand's own news of the day, and articles about a recorded work whose record was taken
out of the book, which leaves the very wording of our subject without its work.
"""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.checker import Checker
from pipeline.errors import ReelcheckError
from pipeline.evaluation.figures import interval
from pipeline.evaluation.samples import Sample
from pipeline.evaluation.swap_suite import accusations
from pipeline.extract import extract
from pipeline.models import Article, Judgement, RecordBook, Report

FEWEST_WORDS = 50  # a page with less text is no article


@dataclass(slots=True)
class NoiseTally:
    """What came of some articles; ``accusing`` holds them with what was said, for the development part alone to be looked at."""

    articles: int = 0
    skipped: int = 0
    accused: int = 0
    not_insufficient: int = 0
    read_as: Counter[str] = field(default_factory=Counter)
    accusing: list[tuple[str, Judgement]] = field(default_factory=list)

    def add(self, name: str, report: Report, *, fair: frozenset[str] = frozenset()) -> None:
        """Counts one report; ``fair``: works about which the article does state falsehoods."""
        self.articles += 1
        found = [j for j in accusations(report) if j.claim.show not in fair]
        self.accused += bool(found)
        self.not_insufficient += report.score.label != "insufficient"
        if report.reading.about:
            self.read_as[report.reading.about] += 1
        self.accusing += [(name, j) for j in found]

    def count(self) -> dict[str, Any]:
        """The figures."""
        return {
            "articles": self.articles,
            "skipped": self.skipped,
            "accused": self.accused,
            "accused_90": interval(self.accused, self.articles - self.accused),
            "not_insufficient": self.not_insufficient,
            "taken_for_a_recorded_work": sum(self.read_as.values()),
        }


def check_pages(checker: Checker, folder: Path, every: int = 1) -> NoiseTally:
    """Real pages (``MANIFEST.csv`` names them), every n-th of them, extracted and checked. Pages without text are skipped and counted."""
    tally = NoiseTally()
    with (folder / "MANIFEST.csv").open(encoding="utf-8", newline="") as rows:
        listed = [row for row in csv.DictReader(rows) if row["file"].endswith(".html.gz")]
    for row in listed[::every]:
        article = _read_page(folder / row["file"], row["url"])
        if article is None or len(article.text.split()) < FEWEST_WORDS:
            tally.skipped += 1
        else:
            tally.add(row["file"], checker.check(article, row["file"]))
    return tally


def check_other_news(checker: Checker, samples: Iterable[Sample]) -> NoiseTally:
    """Samples that are about no work on record."""
    tally = NoiseTally()
    for sample in samples:
        if sample.show is None and sample.label == "insufficient":
            tally.add(sample.id, checker.check(sample.article, sample.id))
    return tally


def check_without_record(book: RecordBook, samples: Iterable[Sample], build: Callable[[RecordBook], Checker]) -> NoiseTally:
    """Articles about a show, checked with a book that lacks its record."""
    tally = NoiseTally()
    for slug, about_it in _by_show(samples):
        if slug not in book.shows:
            continue
        checker = build(RecordBook({s: show for s, show in book.shows.items() if s != slug}, f"{book.version} without {slug}"))
        for sample in about_it:
            fair = frozenset() if sample.label == "reliable" else sample.others
            tally.add(sample.id, checker.check(sample.article, sample.id), fair=fair)
    return tally


def _by_show(samples: Iterable[Sample]) -> Iterator[tuple[str, list[Sample]]]:
    groups: dict[str, list[Sample]] = {}
    for sample in samples:
        if sample.show:
            groups.setdefault(sample.show, []).append(sample)
    yield from sorted(groups.items())


def _read_page(path: Path, url: str) -> Article | None:
    try:
        return extract(gzip.decompress(path.read_bytes()), url, content_type="text/html")
    except (ReelcheckError, OSError, ValueError):
        return None
