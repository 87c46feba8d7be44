"""Runs the checker over labelled articles, as pages, and prints what came of it."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.table import Table

from pipeline.checker import Checker
from pipeline.errors import BadInputError
from pipeline.evaluation.figures import Outcome, compare, count_figures
from pipeline.evaluation.labelled import LabelledArticle, load_labelled, to_page
from pipeline.extract import extract
from pipeline.models import Article, Paragraph
from pipeline.records.loader import load_records

Part = Literal["all", "development", "held-out"]
PRIMARY = (
    "articles", "reliable_articles", "reliable_accused", "reliable_called_mixed_or_unreliable", "false_contradictions",
    "true_contradictions", "contradicted_precision", "reachable_recall", "contradicted_recall", "contradicted_or_amber_recall",
    "supported_precision", "auroc_reliable_unreliable", "auroc_reliable_mixed", "show_found", "label_accuracy", "articles_per_second",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Outcomes by article, and the figures of the chosen part (``parts`` holds each part's own when all were run)."""

    outcomes: tuple[Outcome, ...]
    figures: dict[str, Any]
    parts: dict[str, dict[str, Any]]


def run_evaluation(gold: Path, records: Path | None, part: Part = "all") -> Evaluation:
    """Checks every labelled article of the part. Raises BadInputError for a folder without articles."""
    articles = [a for a in load_labelled(gold) if part == "all" or a.held_out == (part == "held-out")]
    if not articles:
        raise BadInputError(f"{gold} has no article of the part {part}")
    book = load_records(records) if records else load_records()
    checker = Checker(book)
    _warm_up(checker)
    pages = [(a, extract(to_page(a.data).encode(), str(a.data["url"]), content_type="text/html; charset=utf-8")) for a in articles]
    started = time.process_time()
    reports = [checker.check(page, a.id) for a, page in pages]
    seconds = time.process_time() - started
    outcomes = tuple(compare(a, r) for a, r in zip(articles, reports, strict=True))
    figures = count_figures(outcomes, book)
    figures["articles_per_second"] = round(len(articles) / max(seconds, 1e-9), 1)
    parts = {}
    if part == "all":
        for name, chosen in (("development", False), ("held-out", True)):
            some = [o for o in outcomes if o.article.held_out is chosen]
            if some:
                parts[name] = {**count_figures(some, book), "articles_per_second": figures["articles_per_second"]}
        figures["parts"] = parts
    return Evaluation(outcomes, figures, parts)


def _warm_up(checker: Checker) -> None:
    """What is loaded at the first article (tables of places and names) is no part of the speed of checking."""
    show = next(iter(checker.book.shows.values()))
    title = f"Is {show.title} a true story?"
    text = f"{show.title} is set in Troy, Missouri and premiered on 3 May 2021. {show.title} is based on a memoir by Ann Lee."
    checker.check(Article(None, title, (Paragraph(text),), language="en"))


def print_figures(result: Evaluation) -> None:
    """The primary figures as a table, parts beside one another, then precision and recall by relation."""
    out = Console()
    columns = {**result.parts, "all": result.figures} if result.parts else {"this part": result.figures}
    table = Table("figure", *columns, box=None)
    for name in PRIMARY:
        table.add_row(name, *(_show(figures.get(name)) for figures in columns.values()))
    out.print(table)
    relations = Table(
        "relation", "labelled false", "caught", "amber", "reachable", "reached", "wrongly", "supported right", "wrong", box=None
    )
    for relation, n in result.figures["relations"].items():
        keys = ("labelled", "caught", "amber", "reachable", "reached", "contradicted wrong", "supported right", "supported wrong")
        relations.add_row(relation, *(str(n.get(k, 0)) for k in keys))
    out.print(relations)
    for name in ("labels", "calibration", "risk_coverage"):
        out.print(f"{name.replace('_', ' by ')} {result.figures[name]}")


def print_errors(result: Evaluation) -> None:
    """False and missed contradictions of the development part, on stderr; held-out ones are never shown, so that nobody tunes on them."""
    for o in result.outcomes:
        if o.article.held_out:
            continue
        for j in o.false_contradictions:
            _say("FALSE", o.article, j.claim.relation, dict(j.claim.object), j.claim.quote, j.explanation)
        for i in o.missed:
            g = o.article.claims[i]
            _say("MISSED (amber)" if i in o.amber else "MISSED", o.article, g.relation, dict(g.object), g.quote, "")


def _say(kind: str, article: LabelledArticle, relation: str, value: dict[str, Any], quote: str, why: str) -> None:
    sys.stderr.write(f"{kind} {article.id} {relation} {value} | {quote} | {why}\n")


def _show(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
