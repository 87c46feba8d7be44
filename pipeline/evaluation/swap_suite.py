"""Runs the swap suite: how many swapped facts are caught, who is accused beside them, and whether scores fall with each swap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.checker import Checker
from pipeline.evaluation.figures import OWN_WORD, auroc, interval, share
from pipeline.evaluation.samples import Sample, Statement
from pipeline.evaluation.swaps import MOST_SWAPS, Swap, Swapped, Swapper, apply_swaps
from pipeline.models import Judgement, Report

SINGLES = 6  # single swaps tried on one article
UNSCORED = 0.5  # where an article without a score ranks


@dataclass(frozen=True, slots=True)
class SwapOutcome:
    """One swapped article: which swaps were caught or shown amber, and what else was accused that the true article is not accused of."""

    sample: Sample
    swapped: Swapped
    caught: frozenset[int]
    amber: frozenset[int]
    strays: tuple[Judgement, ...]
    score: float


@dataclass(frozen=True, slots=True)
class TwinOutcome:
    """The same article before any swap: whoever is accused here is accused wrongly."""

    sample: Sample
    accused: tuple[Judgement, ...]
    score: float


@dataclass(frozen=True, slots=True)
class SwapSuite:
    """All outcomes, to be counted."""

    twins: tuple[TwinOutcome, ...]
    swaps: tuple[SwapOutcome, ...]


def run_swap_suite(checker: Checker, samples: Iterable[Sample]) -> SwapSuite:
    """Swaps one to three facts of every reliable sample. A sample without marked statements lends those that the checker supports."""
    swapper = Swapper(checker.book)
    twins: list[TwinOutcome] = []
    outcomes: list[SwapOutcome] = []
    for sample in samples:
        if sample.label != "reliable" or sample.show not in checker.book.shows:
            continue
        report = checker.check(sample.article, sample.id)
        marked = sample if sample.statements else replace(sample, statements=tuple(_supported(report)))
        twins.append(TwinOutcome(sample, accusations(report), rank(report)))
        outcomes += [_judge(checker, marked, swapped, report) for swapped in _list_swapped(marked, swapper)]
    return SwapSuite(tuple(twins), tuple(outcomes))


def accusations(report: Report) -> tuple[Judgement, ...]:
    """Contradicted statements in the article's own word."""
    return tuple(j for j in report.judgements if j.verdict == "contradicted" and j.claim.modality in OWN_WORD)


def rank(report: Report) -> float:
    """The score, an abstention in the middle."""
    return UNSCORED if report.score.score is None else report.score.score


def count_swaps(suite: SwapSuite) -> dict[str, Any]:
    """The figures of some outcomes; shares are None where there is nothing to count."""
    singles = [o for o in suite.swaps if len(o.swapped.swaps) == 1]
    reachable = [o for o in singles if o.swapped.swaps[0].reachable]
    caught = sum(bool(o.caught) for o in reachable)
    truth = [t.score for t in suite.twins]
    return {
        "articles": len(suite.twins),
        "single_swaps": len(singles),
        "caught": share(sum(bool(o.caught) for o in singles), len(singles)),
        "caught_or_amber": share(sum(bool(o.caught | o.amber) for o in singles), len(singles)),
        "reachable_swaps": len(reachable),
        "reachable_caught": share(caught, len(reachable)),
        "reachable_caught_90": interval(caught, len(reachable) - caught),
        "twins_accused": sum(bool(t.accused) for t in suite.twins),
        "false_alarms_on_twins": sum(len(t.accused) for t in suite.twins),
        "stray_alarms_beside_swaps": sum(len(o.strays) for o in suite.swaps),
        "auroc_by_swaps": {k: auroc(truth, [o.score for o in suite.swaps if len(o.swapped.swaps) == k]) for k in range(1, MOST_SWAPS + 1)},
        "kinds": _count_by(reachable, lambda swap: swap.kind),
        "relations": _count_by(reachable, lambda swap: swap.statement.relation),
    }


def _count_by(outcomes: Sequence[SwapOutcome], key: Any) -> dict[str, dict[str, int]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for o in outcomes:
        row = table[key(o.swapped.swaps[0])]
        row["swaps"] += 1
        row["caught"] += bool(o.caught)
        row["amber"] += bool(o.amber - o.caught)
    return {name: dict(row) for name, row in sorted(table.items())}


def _list_swapped(sample: Sample, swapper: Swapper) -> Iterable[Swapped]:
    """Single swaps of as many kinds as there are, then one article each with two and three swaps."""
    swaps = swapper.list_swaps(sample)
    for swap in _varied(swaps)[:SINGLES]:
        made = apply_swaps(sample.article, (swap,))
        if made:
            yield made
    for size in range(2, MOST_SWAPS + 1):
        made = _combine(sample, swaps, size)
        if made:
            yield made


def _varied(swaps: list[Swap]) -> list[Swap]:
    """One of each kind and relation first, then the others."""
    seen: Counter[tuple[str, str]] = Counter()
    order: list[tuple[int, Swap]] = []
    for swap in swaps:
        order.append((seen[swap.kind, swap.statement.relation], swap))
        seen[swap.kind, swap.statement.relation] += 1
    return [swap for _, swap in sorted(order, key=lambda pair: pair[0])]


def _combine(sample: Sample, swaps: list[Swap], size: int) -> Swapped | None:
    """The first reachable swaps that can be made together."""
    chosen: tuple[Swap, ...] = ()
    made: Swapped | None = None
    for swap in _varied([s for s in swaps if s.reachable]):
        attempt = apply_swaps(sample.article, (*chosen, swap))
        if attempt:
            chosen, made = (*chosen, swap), attempt
        if len(chosen) == size:
            return made
    return None


def _judge(checker: Checker, sample: Sample, swapped: Swapped, twin: Report) -> SwapOutcome:
    report = checker.check(swapped.article, sample.id)
    known = {(j.claim.relation, j.claim.quote) for j in accusations(twin)}
    accused = accusations(report)
    strays = tuple(j for j in accused if not _touched(j, swapped) and (j.claim.relation, j.claim.quote) not in known)
    soft = [j for j in report.judgements if j.verdict in {"conflicts_with_record", "minor_discrepancy"} and j.claim.modality in OWN_WORD]
    caught = frozenset(n for j in accused for n in _touched(j, swapped))
    amber = frozenset(n for j in soft for n in _touched(j, swapped))
    return SwapOutcome(sample, swapped, caught, amber, strays, rank(report))


def _touched(judgement: Judgement, swapped: Swapped) -> set[int]:
    """Numbers of the swaps that left a mark in the quote."""
    claim = judgement.claim
    return {n for n, place, start, end in swapped.marks if place == claim.paragraph and claim.start < end and start < claim.end}


def _supported(report: Report) -> Iterable[Statement]:
    for j in report.judgements:
        c = j.claim
        if j.verdict == "supported" and c.polarity == "affirmed" and c.modality in OWN_WORD:
            yield Statement(c.show, c.relation, c.object, c.paragraph, c.start, c.end)
