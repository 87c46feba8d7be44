"""``reelcheck check``: articles in, reports out."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import BadInputError, ReelcheckError
from pipeline.models import Report

if TYPE_CHECKING:
    from pipeline.backends.seams import Backends
    from pipeline.settings import World


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(check)


def check(
    articles: Annotated[
        list[str], typer.Argument(help="Files (.txt, .html, .json) or http(s) addresses; several at once.", metavar="URL|FILE...")
    ],
    show: Annotated[str | None, typer.Option(help="Slug of the work that it is about, where you know better.")] = None,
    backend: Annotated[
        list[str] | None,
        typer.Option(help="Ask an optional model as well: extractor, adjudicator or nli (docs/backends.md). Repeat for several."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per argument, in order, on stdout (contract 1).")] = False,
) -> None:
    """Check what articles state about a show against its record, as the live world's next night would judge them.

    Prints a report per article: the label, each claim with its quote, the right fact and the source.

    Examples: `reelcheck check article.html` · `reelcheck check --json *.html > reports.jsonl` · `reelcheck check page.txt --show the-crown`
    """
    from pipeline.checker import Checker
    from pipeline.commands.report_view import print_report
    from pipeline.contract import error_to_json, report_to_json
    from pipeline.intake import read_article
    from pipeline.origins.independence import bar_alone
    from pipeline.records.loader import load_records
    from pipeline.records.merging import load_merged
    from pipeline.settings import open_world

    world = open_world("live")
    book = load_merged(load_records(), world.root, datetime.now(UTC).date())
    if show is not None and show not in book.shows:
        raise BadInputError(f"no show {show!r} on record: `reelcheck shows list` names them")
    checker = Checker(book, quarantined=_list_quarantined(world), backends=_open_backends(backend) if backend else None)
    failed = 0
    for argument in articles:
        try:
            article = read_article(argument)
            report: Report = checker.check(article, argument, show, bar_alone(article))
        except ReelcheckError as e:
            failed += 1
            _say_error(argument, str(e), as_json, error_to_json(argument, str(e)))
            continue
        if as_json:
            print(json.dumps(report_to_json(report, book, checker.rubric.name), ensure_ascii=False), flush=True)
        else:
            print_report(report, book)
    if failed:
        raise typer.Exit(1)


def _list_quarantined(world: World) -> frozenset[tuple[str, str]]:
    """Fields that are out of service by the world's newest snapshot; none where there is no snapshot yet."""
    if not world.snapshot.exists():
        return frozenset()
    from pipeline.warehouse.rejudging import list_quarantined
    from pipeline.warehouse.store import open_reader

    with open_reader(world.snapshot) as wh:
        return list_quarantined(wh)


def _open_backends(names: list[str]) -> Backends:
    from pipeline.backends.assembly import open_backends
    from pipeline.backends.settings import read_settings

    return open_backends(names, read_settings())


def _say_error(argument: str, message: str, as_json: bool, line: dict[str, object]) -> None:
    if as_json:
        print(json.dumps(line, ensure_ascii=False), flush=True)
    else:
        print(f"reelcheck: {message if argument in message else f'{argument}: {message}'}", file=sys.stderr)
