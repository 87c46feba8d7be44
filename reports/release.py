"""Releasing an issue: from then on the archive lists it, ``latest`` leads to it, and the next issue knows what was printed."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import BadInputError
from pipeline.settings import World
from reports.approval import require_release
from reports.archive import render_archive
from reports.context import IssueContext, Item, Statement
from reports.digest import CONTEXT, issue_act, list_released, read_context

LATEST = "latest"


def release_issue(world: World, monday: date, *, at: datetime | None = None) -> Path:
    """Enter the release into the journal, write the archive's pages and point ``digests/latest`` to the issue, unless a later one is out.

    Returns the path of the issue's page. Safe to repeat: the first release counts. ``at`` (with zone) is the time of the act, by default
    now; the act is signed by the editor who approved the issue, if one did. Raises BadInputError when nothing was composed for that week,
    or where the issue is on hold.
    """
    folder = world.digest(monday)
    if not (folder / CONTEXT).exists():
        raise BadInputError(f"no issue is composed for {folder.name}: run `reelcheck digest --week {folder.name}` first")
    by = require_release(world, monday)
    _enter_release(issue_act(world, folder.name), read_context(folder), by, at or datetime.now(UTC))
    render_archive(folder.parent, list(list_released(world)))
    _point_latest(folder)
    return folder / "index.html"


def _enter_release(path: Path, context: IssueContext, by: str, at: datetime) -> None:
    items = [outlined for item in context.items for outlined in (_outline(item), *map(_outline, item.also))]
    act = {"kind": "issue", "by": by, "at": at.isoformat(), "week": context.week, "items": items}
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(json.dumps(act, ensure_ascii=False, indent=1) + "\n")
    except FileExistsError:
        return


def _outline(printed: Item | Statement) -> dict[str, Any]:
    return {
        "item_id": printed.anchor,
        "kind": printed.kind,
        "falsehood_id": printed.key,
        "headline": printed.headline.plain,
        "articles": printed.pages,
        "origins": printed.origins,
    }


def _point_latest(folder: Path) -> None:
    latest = folder.parent / LATEST
    if latest.is_symlink() and latest.readlink().name >= folder.name:
        return
    aside = folder.parent / f".{LATEST}-{os.getpid()}"
    aside.unlink(missing_ok=True)
    aside.symlink_to(folder.name)
    aside.replace(latest)
