"""``reelcheck corrections``: from a false value on a page to its correction: notes to publishers, answers, and how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from pipeline.settings import World as OpenedWorld

corrections = typer.Typer(help="Corrections: pages to write to, the ready note, what became of it.", no_args_is_help=True)
STEPS = ("sent", "answered", "closed")

World = Annotated[str, typer.Option(help="live or newsstand.")]
By = Annotated[str, typer.Option(envvar="REELCHECK_EDITOR", help="Who did it; REELCHECK_EDITOR otherwise.")]
Id = Annotated[str, typer.Argument(help="Id of a page's claim, from `reelcheck corrections list`.", metavar="ID")]


def register(app: typer.Typer) -> None:
    """Adds the group."""
    app.add_typer(corrections, name="corrections")


@corrections.command("list")
def list_pages(
    world: World = "live",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    limit: Annotated[int, typer.Option(help="Rows shown.")] = 40,
) -> None:
    """List pages that state what the record contradicts, or did: is it still up, was a note sent, did the page change, and after how long.

    The time to correction counts from the note where one was sent before, otherwise from the first statement.
    """
    import json

    from rich.console import Console
    from rich.table import Column, Table

    from pipeline.settings import open_world

    rows = read_pages(open_world(world))[:limit]
    if as_json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False, default=str))
        return
    table = Table(Column("id", no_wrap=True), "show", "site", "quote", "still up", "note", "page changed", "time to correction", box=None)
    for row in rows:
        changed = f"{row['corrected_at']:%Y-%m-%d}, {_KINDS[row['correction_kind']]}" if row["corrected_at"] else "no"
        note = f"{row['step']} {row['noted_at']:%Y-%m-%d}" if row["step"] else "none"
        up = "yes" if row["is_live"] else "no"
        table.add_row(row["claim_id"], row["show_title"], row["site"], row["quote"][:70], up, note, changed, say_time(row["took"]))
    Console().print(table)


@corrections.command()
def note(identifier: Id, world: World = "live") -> None:
    """Print the ready note to the publisher, about every passage of the page that contradicts a record. Sends nothing."""
    from pipeline.settings import open_world
    from reports.digest import read_imprint
    from reports.notes import write_note_about

    opened = open_world(world)
    written = write_note_about(opened.snapshot, identifier, read_imprint(opened))
    print(f"To: {written.site}\nSubject: {written.subject}\n\n{written.text}")


@corrections.command()
def sent(
    identifier: Id,
    by: By = "",
    to: Annotated[str | None, typer.Option(help="Address or name that it was sent to.")] = None,
    world: World = "live",
) -> None:
    """Note that a note was sent."""
    _enter(world, identifier, "sent", by, to)


@corrections.command()
def answered(identifier: Id, by: By = "", world: World = "live") -> None:
    """Note that the publisher answered."""
    _enter(world, identifier, "answered", by, None)


@corrections.command()
def closed(identifier: Id, by: By = "", world: World = "live") -> None:
    """Note that nothing more will be done about it."""
    _enter(world, identifier, "closed", by, None)


_KINDS = {"notice": "announced", "quiet": "quietly"}


def read_pages(world: OpenedWorld) -> list[dict[str, Any]]:
    """Rows of queries/carriers_to_correct.sql with the journal's notes: step (the last one), noted_at, sent_at, and took.

    The journal is read itself: a note counts at once, not from the next night. Times are naive UTC.
    Raises BadInputError without a snapshot.
    """
    from pipeline.warehouse.journal import read_journal
    from pipeline.warehouse.store import open_reader

    with open_reader(world.snapshot) as wh:
        rows = wh.rows("queries/carriers_to_correct")
    notes: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for told in read_journal(world.journal)["correction_notes"]:
        notes.setdefault((told["falsehood_id"], told["article_id"]), []).append(told)
    for row in rows:
        steps = notes.get((row["falsehood_id"], row["article_id"]), [])
        first = next((n["noted_at"] for n in steps if n["kind"] == "sent"), None)
        last = steps[-1] if steps else None
        row |= {"step": last["kind"] if last else None, "noted_at": last["noted_at"] if last else None, "sent_at": first}
        row["took"] = measure_time(row["stated_since"], first, row["corrected_at"])
    return rows


def measure_time(stated: datetime, sent: datetime | None, corrected: datetime | None) -> timedelta | None:
    """From the note, where it went out before the page changed, or else from the first statement; None while it stands."""
    if corrected is None:
        return None
    return corrected - (sent if sent is not None and sent <= corrected else stated)


def say_time(took: timedelta | None) -> str:
    """ "3 d 4 h"; "" while it stands."""
    if took is None:
        return ""
    hours = max(0, int(took.total_seconds() // 3600))
    return f"{hours // 24} d {hours % 24} h"


def _enter(world: str, identifier: str, step: str, by: str, to: str | None) -> None:
    from pipeline.errors import BadInputError
    from pipeline.journal import write_act
    from pipeline.settings import open_world

    opened = open_world(world)
    row = next((row for row in read_pages(opened) if row["claim_id"] == identifier), None)
    if row is None:
        raise BadInputError(f"no claim {identifier!r} to correct in the snapshot: `reelcheck corrections list` shows ids")
    values = {"falsehood_id": row["falsehood_id"], "article_id": row["article_id"], "step": step, "to": to}
    print(write_act(opened, "note", by, values))
