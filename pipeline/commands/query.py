"""``reelcheck sql``: questions to the snapshot."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("sql")(ask)


def ask(
    query: Annotated[
        str | None, typer.Argument(help="A SELECT; read from standard input when left out. `SHOW TABLES` lists the views.")
    ] = None,
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
    csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values instead of a table.")] = False,
    limit: Annotated[int, typer.Option(help="Rows shown in a table.")] = 100,
) -> None:
    """Ask the published snapshot in DuckDB SQL. Read-only; never blocks the nightly run, and is never blocked by it.

    Examples: `reelcheck sql "FROM falsehoods"` · `reelcheck sql "DESCRIBE claims"` · `reelcheck sql --csv "FROM scores" > scores.csv`
    """
    import duckdb

    from pipeline.errors import BadInputError
    from pipeline.settings import open_world
    from pipeline.warehouse.snapshot import load_text_search

    opened = open_world(world)
    if not opened.snapshot.exists():
        raise BadInputError(f"no snapshot at {opened.snapshot}: run `reelcheck nightly --sites {opened.name}` (or `make run`) first")
    text = query if query is not None else sys.stdin.read()
    if not text.strip():
        raise BadInputError('no query: for example `reelcheck sql "FROM falsehoods"`')
    try:
        with duckdb.connect(str(opened.snapshot), read_only=True) as db, load_text_search(db):
            relation = db.sql(text)
            if relation is None:
                return
            if csv:
                _print_csv(relation)
            else:
                relation.show(max_rows=limit, max_width=180)
    except duckdb.Error as e:
        raise BadInputError(str(e)) from e


def _print_csv(relation: object) -> None:
    import csv as csv_format

    writer = csv_format.writer(sys.stdout)
    writer.writerow(relation.columns)  # type: ignore[attr-defined]
    while rows := relation.fetchmany(1000):  # type: ignore[attr-defined]
        writer.writerows(rows)
