"""A report on the screen."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.models import Judgement, RecordBook, Report, VerdictName

COLOURS = {
    "contradicted": "red",
    "conflicts_with_record": "yellow",
    "minor_discrepancy": "yellow",
    "supported": "green",
    "unverifiable": "dim",
}
LABEL_COLOURS = {"reliable": "green", "mixed": "yellow", "unreliable": "red", "insufficient": "dim"}
WORDS = {
    "contradicted": "contradicts the record",
    "conflicts_with_record": "does not fit the record",
    "minor_discrepancy": "slightly off",
    "supported": "agrees with the record",
    "unverifiable": "cannot be checked",
    "not_a_claim": "no claim",
}
GRAVEST_FIRST: tuple[VerdictName, ...] = (
    "contradicted",
    "conflicts_with_record",
    "minor_discrepancy",
    "supported",
    "unverifiable",
    "not_a_claim",
)
MOST_SUPPORTED = 8


def print_report(report: Report, book: RecordBook, console: Console | None = None) -> None:
    """Label, premise, claims (gravest first; what merely agrees is shortened) and findings of one article."""
    out = console or Console()
    show = book.shows.get(report.reading.about or "")
    out.rule(escape(report.article.title or report.source))
    out.print(f"about     {escape(show.title) if show else 'no work on record'}")
    out.print(f"label     [bold {LABEL_COLOURS[report.score.label]}]{report.score.label}[/]{_interval(report)}")
    if show:
        out.print(f"premise   article: {report.premise.article or 'does not say'} · record: {report.premise.record}")
    counts = Counter(j.verdict for j in report.judgements)
    out.print("claims    " + (", ".join(f"{counts[v]} {v}" for v in GRAVEST_FIRST if counts[v]) or "none"))
    table = Table(show_header=True, header_style="dim", box=None, padding=(0, 1, 0, 0))
    for column in ("verdict", "quote", "why"):
        table.add_column(column, overflow="fold")
    for judgement in _gravest_first(report.judgements):
        table.add_row(
            f"[{COLOURS.get(judgement.verdict, '')}]{WORDS[judgement.verdict]}[/]{_modality(judgement)}",
            f"“{escape(judgement.claim.quote)}” [dim]{judgement.claim.relation}[/]",
            escape(judgement.explanation) + _sources(judgement),
        )
    if table.row_count:
        out.print(table)
    for finding in report.findings:
        if finding.answer != "cannot tell":
            out.print(f"[dim]{finding.signal}: {finding.answer} ({escape(finding.evidence)})[/]")


def _gravest_first(judgements: tuple[Judgement, ...]) -> list[Judgement]:
    ranked = sorted(judgements, key=lambda j: GRAVEST_FIRST.index(j.verdict))
    return [j for j in ranked if j.verdict not in {"supported", "unverifiable", "not_a_claim"}] + [
        j for j in ranked if j.verdict == "supported"
    ][:MOST_SUPPORTED]


def _modality(judgement: Judgement) -> str:
    modality = judgement.claim.modality
    return "" if modality == "asserted" else f" [dim]({modality})[/]"


def _interval(report: Report) -> str:
    s = report.score
    if s.score is None or s.low is None or s.high is None:
        return f" ({'; '.join(s.reasons)})"
    return f"  {s.score:.2f} (90 % interval {s.low:.2f} to {s.high:.2f}, coverage {s.coverage:.0%})"


def _sources(judgement: Judgement) -> str:
    links = [f"{escape(e.publisher)}{f' <{escape(e.url)}>' if e.url else ''}" for e in judgement.evidence[:2]]
    return f" [dim]{' · '.join(links)}[/]" if links else ""
