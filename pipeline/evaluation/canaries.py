"""Canaries: right articles with one fact swapped for one of another record, checked every night in a shadow lane.

The lane is memory alone: a swapped text enters no table, no score and no issue, only whether it was caught. Swaps are those of the swap
suite, drawn anew for every day and the same whenever that day is run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pipeline.checker import Checker
from pipeline.evaluation.figures import OWN_WORD
from pipeline.evaluation.samples import Sample, Statement
from pipeline.evaluation.swap_suite import accusations
from pipeline.evaluation.swaps import Swap, Swapped, Swapper, apply_swaps
from pipeline.models import Article, Report

CANARIES = 12  # articles a day


@dataclass(frozen=True, slots=True)
class CanaryResult:
    """One text of the lane. ``caught``: a claim of the swapped relation was contradicted; for the unswapped twin, any claim was."""

    canary: str
    swapped: bool
    relation: str
    caught: bool


def run_canaries(
    checker: Checker, articles: Iterable[tuple[str, Article]], day: date, quarantined: frozenset[tuple[str, str]] = frozenset()
) -> list[CanaryResult]:
    """Results of at most CANARIES articles, each as canary and twin. ``articles``: (name, article), right as far as is known.

    Fields in ``quarantined`` (slug, property) contradict nobody, so no canary is made of them. An article none of whose supported
    statements can be swapped for a certainly false one gives no result.
    """
    swapper = Swapper(checker.book)
    results: list[CanaryResult] = []
    for name, article in articles:
        if len(results) >= 2 * CANARIES:
            break
        results += _run_canary(checker, swapper, name, article, day, quarantined)
    return results


def list_rows(results: Iterable[CanaryResult]) -> list[dict[str, Any]]:
    """The results as mappings for the warehouse."""
    return [asdict(result) for result in results]


def count_canaries(results: Iterable[CanaryResult]) -> dict[str, int]:
    """How many canaries there were and were caught, and how many twins were accused."""
    listed = list(results)
    return {
        "canaries": sum(r.swapped for r in listed),
        "canaries_caught": sum(r.swapped and r.caught for r in listed),
        "canary_false_alarms": sum(not r.swapped and r.caught for r in listed),
    }


def _run_canary(
    checker: Checker, swapper: Swapper, name: str, article: Article, day: date, quarantined: frozenset[tuple[str, str]]
) -> Iterator[CanaryResult]:
    twin = checker.check(article, name)
    about = twin.reading.about
    if about is None:
        return
    sample = Sample(f"{day.isoformat()} {name}", about, "reliable", "labelled", article, tuple(_list_supported(twin)))
    swaps = [s for s in swapper.list_swaps(sample) if (s.statement.show, s.statement.relation) not in quarantined]
    swapped = _swap_one(swaps, article)
    if swapped is None:
        return
    relation = swapped.swaps[0].statement.relation
    found = accusations(checker.check(swapped.article, name))
    yield CanaryResult(name, True, relation, any(j.claim.relation == relation for j in found))
    yield CanaryResult(name, False, relation, bool(accusations(twin)))


def _swap_one(swaps: Iterable[Swap], article: Article) -> Swapped | None:
    """The first swap that the record could contradict and that can be made; None where there is none."""
    return next((made for swap in swaps if swap.reachable and (made := apply_swaps(article, (swap,)))), None)


def _list_supported(report: Report) -> Iterator[Statement]:
    for j in report.judgements:
        c = j.claim
        if j.verdict == "supported" and c.polarity == "affirmed" and c.modality in OWN_WORD:
            yield Statement(c.show, c.relation, c.object, c.paragraph, c.start, c.end)
