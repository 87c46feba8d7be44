"""``reelcheck shows``: the records that everything is judged by."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

shows = typer.Typer(help="The records of shows: list, show, lint.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds the group."""
    app.add_typer(shows, name="shows")


@shows.command("list")
def list_shows() -> None:
    """List the works on record: slug, year, format, number of facts, which lists are complete."""
    from rich.console import Console
    from rich.table import Table

    from pipeline.records.loader import load_records

    table = Table("slug", "title", "year", "format", "facts", "complete", box=None)
    for show in load_records().shows.values():
        table.add_row(show.slug, show.title, str(show.year or ""), show.format, str(len(show.facts)), " ".join(sorted(show.complete)))
    Console().print(table)


@shows.command("show")
def show_record(slug: Annotated[str, typer.Argument(help="Slug, as in `reelcheck shows list`.")]) -> None:
    """Print one record: every fact with its sources."""
    from rich.console import Console
    from rich.table import Table

    from pipeline.errors import BadInputError
    from pipeline.records.loader import load_records

    book = load_records()
    if slug not in book.shows:
        near = [s for s in book.shows if slug.replace("-", "") in s.replace("-", "")]
        raise BadInputError(f"no show {slug!r} on record" + (f"; did you mean {', '.join(near)}?" if near else ""))
    show = book.shows[slug]
    out = Console()
    out.rule(f"{show.title} ({show.year}, {show.format})")
    table = Table("property", "value", "more", "sources", box=None)
    skipped = {"property", "value", "sources"}
    for fact in show.facts:
        more = {k: getattr(fact, k) for k in fact.__dataclass_fields__ if k not in skipped and getattr(fact, k)}
        sources = ", ".join(f"{show.sources[s].publisher} (tier {show.sources[s].tier})" for s in fact.sources)
        table.add_row(fact.property, str(fact.value), "; ".join(f"{k}: {v}" for k, v in more.items()), sources)
    out.print(table)
    out.print("complete: " + (", ".join(sorted(show.complete)) or "nothing"))


@shows.command()
def lint(
    folder: Annotated[Path | None, typer.Argument(help="Folder of records; the bundled ones when left out.")] = None,
    strict: Annotated[bool, typer.Option(help="Exit 1 on warnings too.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Print notes too: what is good to know, and no fault.")] = False,
) -> None:
    """Look for what makes a record unsafe to judge by: unknown sources, thin evidence behind a complete list, impossible dates."""
    from pipeline.records.lint import lint_records
    from pipeline.records.loader import BUNDLED, load_records

    place = folder or BUNDLED
    book = load_records(place)
    findings = lint_records(book, place)
    for f in (f for f in findings if notes or f.severity != "note"):
        print(f"{f.severity:7} {f.path.name}: {f.where}: {f.message}")
    failed = [f for f in findings if f.severity == "error" or strict]
    facts = sum(len(s.facts) for s in book.shows.values())
    print(f"{len(book.shows)} records, {facts} facts, {len(findings)} findings, {len(failed)} that fail")
    if failed:
        raise typer.Exit(1)
