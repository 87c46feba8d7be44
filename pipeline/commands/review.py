"""``reelcheck review``: an editor's word, which outranks the machine's."""

from __future__ import annotations

from typing import Annotated

import typer

review = typer.Typer(help="An editor's rulings: list what waits, rule on a statement, mark a field wrong.", no_args_is_help=True)
KINDS = ("confirm", "soften", "reject", "hold", "release", "dispute")

World = Annotated[str, typer.Option(help="live or newsstand.")]
By = Annotated[str, typer.Option(envvar="REELCHECK_EDITOR", help="Who decides; REELCHECK_EDITOR otherwise.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept and shown.")]


def register(app: typer.Typer) -> None:
    """Adds the group."""
    app.add_typer(review, name="review")


@review.command("list")
def list_waiting(world: World = "live", limit: Annotated[int, typer.Option(help="Rows shown.")] = 30) -> None:
    """List what waits for an editor: statements that do not fit the record, the most carried first, with the ids that `rule` takes."""
    import duckdb
    from rich.console import Console
    from rich.table import Table

    from pipeline.errors import BadInputError
    from pipeline.settings import open_world
    from pipeline.warehouse.statements import read_sql

    opened = open_world(world)
    if not opened.snapshot.exists():
        raise BadInputError(f"no snapshot at {opened.snapshot}: run a night first")
    table = Table("falsehood id", "show", "relation", "quote", "pages", "why", box=None)
    with duckdb.connect(str(opened.snapshot), read_only=True) as db:
        for row in db.execute(read_sql("queries/waiting"), {"most": limit}).fetchall():
            table.add_row(*map(str, row))
    Console().print(table)


@review.command()
def rule(
    identifier: Annotated[str, typer.Argument(help="Id of a falsehood (all articles that say it) or of one claim.", metavar="ID")],
    kind: Annotated[str, typer.Argument(help=" | ".join(KINDS))],
    reason: Reason,
    by: By = "",
    world: World = "live",
) -> None:
    """Rule on a falsehood or a claim. It is in force from the next `reelcheck rescore` or night, survives re-runs, and is signed and dated.

    confirm: it contradicts the record · soften: it merely does not fit · reject: leave it open ·
    hold, dispute: do not print · release: print again
    """
    from pipeline.errors import BadInputError
    from pipeline.journal import write_act
    from pipeline.settings import open_world

    if kind not in KINDS:
        raise BadInputError(f"no ruling {kind!r}: choose one of {', '.join(KINDS)}")
    opened = open_world(world)
    key = _kind_of_id(opened, identifier)
    print(write_act(opened, kind, by, {key: identifier, "reason": reason}))


@review.command("record-wrong")
def record_wrong(
    show: Annotated[str, typer.Argument(help="Slug of the show.")],
    field: Annotated[str, typer.Argument(help="Property, for example premiere_date.", metavar="PROPERTY")],
    reason: Reason,
    by: By = "",
    restore: Annotated[bool, typer.Option("--restore", help="Put the field back into service.")] = False,
    world: World = "live",
) -> None:
    """Take a field of a record out of service (or back into it): until then it contradicts nobody."""
    from pipeline.errors import BadInputError
    from pipeline.journal import write_act
    from pipeline.records.loader import load_records
    from pipeline.settings import open_world

    shows = load_records().shows
    if show not in shows:
        raise BadInputError(f"no show {show!r} on record: `reelcheck shows list` names them")
    if not shows[show].facts_of(field):
        known = ", ".join(sorted({f.property for f in shows[show].facts}))
        raise BadInputError(f"{show} has no fact {field!r}; it has {known}")
    print(write_act(open_world(world), "restore" if restore else "record_wrong", by, {"show": show, "property": field, "reason": reason}))


def _kind_of_id(world: object, identifier: str) -> str:
    """Which key the id belongs under, as the snapshot has it. Raises BadInputError for an unknown id."""
    import duckdb

    from pipeline.errors import BadInputError

    snapshot = world.snapshot  # type: ignore[attr-defined]
    if not snapshot.exists():
        raise BadInputError(f"no snapshot at {snapshot}: run a night first")
    with duckdb.connect(str(snapshot), read_only=True) as db:
        for key in ("falsehood_id", "claim_id"):
            if db.execute(f"SELECT 1 FROM claims WHERE {key} = ? LIMIT 1", [identifier]).fetchone():  # noqa: S608 - one of two names
                return key
    raise BadInputError(f"no claim or falsehood {identifier!r} in the snapshot: `reelcheck review list` shows ids")
