"""``reelcheck shows``: the records that everything is judged by."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import BadInputError

shows = typer.Typer(help="The records of shows: list, show, changes, lint, add, refresh, like, watch.", no_args_is_help=True)


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
def show_record(
    slug: Annotated[str, typer.Argument(help="Slug, as in `reelcheck shows list`.")],
    day: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="As the newest snapshot had it on that day.")] = None,
) -> None:
    """Print one record: every fact with its sources, what live sources add or dispute; or as it was on a day."""
    from pipeline.commands.record_view import print_record, print_record_of
    from pipeline.records.live.kept import read_kept
    from pipeline.records.loader import load_records
    from pipeline.records.merging import Merged, merge_book
    from pipeline.steps import current_world

    world = current_world()
    if day is not None:
        print_record_of(world, slug, day.date())
        return
    book = load_records()
    if slug not in book.shows:
        near = [s for s in book.shows if slug.replace("-", "") in s.replace("-", "")]
        raise BadInputError(f"no show {slug!r} on record" + (f"; did you mean {', '.join(near)}?" if near else ""))
    merged = merge_book(book, world.root, datetime.now(UTC).date()).get(slug)
    print_record(merged or Merged(book.shows[slug]), read_kept(world.root, slug))


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
    told = ", ".join(f"{sum(f.severity == severity for f in findings)} {severity}s" for severity in ("error", "warning", "note"))
    print(f"{len(book.shows)} records, {facts} facts: {told}; {'clean' if not failed else f'{len(failed)} to mend'}")
    if failed:
        raise typer.Exit(1)


@shows.command()
def add(
    title: Annotated[str, typer.Argument(help="Title of the work, in any language.")],
    year: Annotated[int | None, typer.Option(help="Year of its first release, where several works share the title.")] = None,
) -> None:
    """Draft a record from the live sources for an editor to confirm; nothing judges by it before it is moved to the records."""
    from pipeline.records.live.draft import look_up, write_draft
    from pipeline.records.live.endpoints import read_endpoints
    from pipeline.records.live.refresh import open_sources
    from pipeline.records.loader import load_records
    from pipeline.settings import open_world

    root = open_world("live").root
    live = open_sources(root, read_endpoints())
    day = datetime.now(UTC).date()
    with live.client:
        found = look_up(title, year, day, live)
    path = write_draft(found, load_records(), root / "records" / "drafts", day)
    facts = sum(len(a.facts) for a in found.answers)
    print(f"{path}: {facts} statements of {len(found.answers)} sources, to be confirmed by an editor")
    for source, why in found.down.items():
        print(f"{source} did not answer: {why}")


@shows.command()
def refresh(
    show: Annotated[list[str] | None, typer.Option("--show", help="Slug; again for more. All that are due when left out.")] = None,
) -> None:
    """Ask the live sources about the works whose ids an editor confirmed, and list what is new and where they differ."""
    from pipeline.records.live.endpoints import read_endpoints
    from pipeline.records.live.proposal import write_proposals
    from pipeline.records.live.refresh import open_sources, refresh_shows
    from pipeline.records.loader import load_records
    from pipeline.records.merging import merge_book
    from pipeline.settings import open_world

    root = open_world("live").root
    day = datetime.now(UTC).date()
    book = load_records()
    live = open_sources(root, read_endpoints())
    with live.client:
        result = refresh_shows(root, book, day, live, show)
    print(
        f"{result.asked} shows asked about, {result.answered} answers, {result.new_statements} new statements, {result.requests} requests"
    )
    print(f"{result.not_due} not due, {result.unconfirmed} without confirmed ids, {result.refused} statements refused")
    for source, why in result.down.items():
        print(f"down: {source}: {why}")
    for line in result.marked:
        print(f"marked: {line}")
    for line in result.changes:
        print(f"changed: {line}")
    merged_book = merge_book(book, root, day)
    if patch := write_proposals(root, book, merged_book, day):
        print(f"what they add to the curated files: {patch} (read it, cut it down, `git apply` it)")
    for slug, merged in merged_book.items():
        if not show or slug in show:
            for line in merged.disputed:
                print(f"disputed: {slug}: {line}")
            for line in merged.overruled:
                print(f"overruled: {slug}: {line}")


@shows.command()
def like(
    slug: Annotated[str, typer.Argument(help="Slug, as in `reelcheck shows list`.")],
    ask: Annotated[bool, typer.Option(help="Ask Wikidata for works that the rule brings in.")] = True,
) -> None:
    """Print the watch rule for shows like this one, and the works that it would bring in."""
    from pipeline.records.live.endpoints import read_endpoints
    from pipeline.records.live.refresh import open_sources
    from pipeline.records.loader import load_records
    from pipeline.records.watchlist import find_works_like, format_rule, rule_like
    from pipeline.settings import open_world

    book = load_records()
    if slug not in book.shows:
        raise BadInputError(f"no show {slug!r} on record: `reelcheck shows list` names them")
    rule = rule_like(book.shows[slug])
    print(format_rule(rule))
    if not ask:
        return
    live = open_sources(open_world("live").root, read_endpoints())
    with live.client:
        works = find_works_like(rule, book, datetime.now(UTC).date(), live.wikidata)
    for work in works:
        print(f"{work.candidate.premiere}  {work.candidate.title} ({work.candidate.wikidata})  {work.slug or 'not on record'}")
    print(f"{len(works)} works")


@shows.command()
def watch() -> None:
    """Print the watch list: every rule with the works that it brought in."""
    from pipeline.records.watchlist import by_rule, load_watchlist, read_watched
    from pipeline.settings import open_world

    watched = by_rule(read_watched(open_world("live").root).values())
    names = [rule.name for rule in load_watchlist().rule]
    for name in [*names, *(n for n in watched if n not in names)]:
        print(f"{name}: {len(watched.get(name, []))}")
        for work in watched.get(name, []):
            print(f"  {work.candidate.premiere}  {work.candidate.title} ({work.candidate.wikidata})  {work.slug or 'not on record'}")


@shows.command()
def changes(
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day; a week back when left out.")] = None,
) -> None:
    """Print what changed in the records, by the newest snapshot: facts that came, went, are disputed or settled, or have other vouchers."""
    from pipeline.commands.record_view import print_changes
    from pipeline.steps import current_world

    print_changes(current_world(), since or datetime.now(UTC).replace(tzinfo=None) - timedelta(days=7))
