"""Every suite in one run: the labelled articles, swaps, changes that change nothing, noise. What is not there is skipped, and said so."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.checker import Checker
from pipeline.evaluation.labelled import load_labelled
from pipeline.evaluation.metamorphic import Flip, count_changes, run_metamorphic
from pipeline.evaluation.noise import NoiseTally, check_other_news, check_pages, check_without_record
from pipeline.evaluation.run import run_evaluation
from pipeline.evaluation.samples import Sample, from_labelled, from_stands
from pipeline.evaluation.swap_suite import SwapSuite, count_swaps, run_swap_suite
from pipeline.models import Judgement
from pipeline.records.loader import load_records
from spiders.newsstand.stand import load_stands

MOST_CHANGED = 60  # articles per part that the metamorphic suite takes, evenly spread
PARTS = (("development", False), ("held-out", True))


@dataclass(slots=True)
class Everything:
    """``figures`` by suite, then by part; ``problems`` are lines about development articles alone; ``skipped`` says what was not there."""

    figures: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def run_everything(gold: Path, pages: Path, every_page: int = 1) -> Everything:
    """Runs all suites on the bundled records and the newsstand, on labelled articles and real pages where they are."""
    out = Everything()
    checker = Checker(load_records())
    stands = from_stands(load_stands())
    labelled: tuple[Sample, ...] = ()
    if gold.is_dir():
        labelled = from_labelled(load_labelled(gold))
        _time("labelled articles", lambda: _run_labelled(gold, out))
    else:
        out.skipped.append(f"labelled articles: no folder {gold}")
    _time("swapped facts", lambda: _run_swaps(checker, labelled, stands, out))
    _time("changes that change nothing", lambda: _run_changes(checker, [*labelled, *stands], out))
    _time("noise", lambda: _run_noise(checker, labelled, stands, pages, every_page, out))
    out.figures["records"] = checker.book.version
    out.figures["skipped"] = out.skipped
    return out


def _time(name: str, job: Callable[[], None]) -> None:
    started = time.monotonic()
    job()
    sys.stderr.write(f"{name}: {time.monotonic() - started:.0f} s\n")


def _run_labelled(gold: Path, out: Everything) -> None:
    result = run_evaluation(gold, None)
    out.figures["labelled"] = result.parts
    out.problems += [_line("accused", o.article.id, j) for o in result.outcomes if not o.article.held_out for j in o.false_contradictions]


def _run_swaps(checker: Checker, labelled: Sequence[Sample], stands: Sequence[Sample], out: Everything) -> None:
    figures: dict[str, Any] = {}
    for origin, samples in (("labelled", labelled), ("newsstand", stands)):
        for part, held_out in PARTS:
            some = [s for s in samples if s.held_out is held_out]
            if some:
                suite = run_swap_suite(checker, some)
                figures[f"{origin} {part}"] = count_swaps(suite)
                out.problems += _describe_swaps(suite) if not held_out else ()
    out.figures["swaps"] = figures


def _describe_swaps(suite: SwapSuite) -> Iterable[str]:
    for twin in suite.twins:
        yield from (_line("accused", twin.sample.id, j) for j in twin.accused)
    for outcome in suite.swaps:
        yield from (_line("accused beside a swap", outcome.sample.id, j) for j in outcome.strays)
        swaps = outcome.swapped.swaps
        if len(swaps) == 1 and swaps[0].reachable and not outcome.caught:
            yield f"missed: {outcome.sample.id} {swaps[0].kind} of {swaps[0].statement.relation}: {dict(swaps[0].replacements)}"


def _run_changes(checker: Checker, samples: Sequence[Sample], out: Everything) -> None:
    figures: dict[str, Any] = {}
    for part, held_out in PARTS:
        some = [s for s in samples if s.held_out is held_out and s.show]
        if not some:
            continue
        tallies, flips = run_metamorphic(checker, some[:: max(1, -(-len(some) // MOST_CHANGED))])
        figures[part] = count_changes(tallies)
        out.problems += [_describe_flip(flip) for flip in flips] if not held_out else []
    out.figures["metamorphic"] = figures


def _describe_flip(flip: Flip) -> str:
    return _line(f"flipped by {flip.change} from {flip.before or 'nothing'} to {flip.after.verdict}", flip.sample.id, flip.after)


def _run_noise(checker: Checker, labelled: Sequence[Sample], stands: Sequence[Sample], pages: Path, every: int, out: Everything) -> None:
    tallies: dict[str, NoiseTally] = {"newsstand, other news": check_other_news(checker, stands)}
    if (pages / "MANIFEST.csv").is_file():
        tallies["real pages"] = check_pages(checker, pages, every)
    else:
        out.skipped.append(f"real pages: no {pages / 'MANIFEST.csv'}")
    for part, held_out in PARTS:
        some = [s for s in (*labelled, *stands) if s.held_out is held_out]
        tallies[f"works without their record, {part}"] = check_without_record(checker.book, some, Checker)
    out.figures["noise"] = {name: tally.count() for name, tally in tallies.items()}
    for name, tally in tallies.items():
        if "held-out" not in name:
            out.problems += [_line(f"accused ({name})", where, j) for where, j in tally.accusing]


def _line(what: str, where: str, judgement: Judgement) -> str:
    claim = judgement.claim
    return f"{what}: {where} {claim.show} {claim.relation} {dict(claim.object)} | {claim.quote} | {claim.pattern}"
