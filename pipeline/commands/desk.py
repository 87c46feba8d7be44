"""``reelcheck desk``: the editors' page on this machine."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(desk)


def desk(
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
    port: Annotated[int, typer.Option(help="On 127.0.0.1; 0 takes a free one.")] = 8642,
) -> None:
    """Open the editors' desk on 127.0.0.1: approve or hold the issue, rule on statements, merge duplicates, mark a record field wrong.

    Prints the address with its key; whoever has it may rule. Every act is a signed file in the journal. Ctrl-C closes the desk.
    """
    from pipeline.settings import open_world
    from reports.desk.server import serve_desk

    serve_desk(open_world(world), port)
