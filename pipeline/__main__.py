"""The command line: ``reelcheck`` (or ``python -m pipeline``). Commands are in pipeline/commands/, one file a subject."""

from __future__ import annotations

import os
import sys

import typer

from pipeline.commands import airflow, check, corrections, desk, evaluate, night, origins, query, records, review, sites
from pipeline.errors import ReelcheckError

app = typer.Typer(
    name="reelcheck",
    help=(
        "The nightly fact desk for 'is it a true story?' coverage.\n\n"
        "Start with `reelcheck check FILE` on an article, `reelcheck nightly` for a night, `reelcheck sql` for the facts."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
for module in (check, night, sites, records, evaluate, review, corrections, desk, query, origins, airflow):
    module.register(app)


def main() -> None:
    """Runs the command line. An operator's mistake is one line on stderr and exit code 1 (2 for wrong options), never a traceback."""
    try:
        app()
    except ReelcheckError as e:
        print(f"reelcheck: {e}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # `reelcheck ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        print("reelcheck: stopped", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
