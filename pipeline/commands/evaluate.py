"""``reelcheck evaluate``: accuracy on labelled articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Option(help="Folder of labelled articles (*.json).")],
    records: Annotated[Path | None, typer.Option(help="Folder of show records; the bundled ones otherwise.")] = None,
    part: Annotated[str, typer.Option(help="all, development or held-out: a split by show.")] = "all",
    as_json: Annotated[bool, typer.Option("--json", help="The figures as one JSON object on stdout.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List false and missed contradictions (development part only).")] = False,
) -> None:
    """Measure the checker on labelled articles: who is wrongly accused, what is caught, how scores rank.

    Agrees with the outside scorer on the same input, and adds figures by relation, calibration, risk against coverage and speed.
    """
    from pipeline.errors import BadInputError
    from pipeline.evaluation.run import print_errors, print_figures, run_evaluation

    if part not in {"all", "development", "held-out"}:
        raise BadInputError(f"no part {part!r}: choose all, development or held-out")
    chosen: Literal["all", "development", "held-out"] = part  # type: ignore[assignment]
    result = run_evaluation(gold, records, chosen)
    if errors:
        print_errors(result)
    if as_json:
        figures: dict[str, Any] = result.figures
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        print_figures(result)
