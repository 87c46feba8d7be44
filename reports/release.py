"""Releasing an issue: from then on the archive lists it, the feed has it, and the next issue knows what was printed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.settings import World
from reports.archive import render_archive
from reports.context import IssueContext
from reports.digest import issue_act, list_released, read_context


def release_issue(world: World, monday: date, *, by: str = "reelcheck", at: datetime | None = None) -> Path:
    """Enter the release into the journal, once, and write the archive's pages; returns the archive's index.html.

    ``at`` (with zone) is the time of the act, by default now. Raises BadInputError when the week's issue is not frozen.
    """
    context = read_context(world.digest(monday))
    _enter_release(issue_act(world, context.week), context, by, at or datetime.now(UTC))
    digests = world.digest(monday).parent
    render_archive(digests, list(list_released(world)))
    return digests / "index.html"


def _enter_release(path: Path, context: IssueContext, by: str, at: datetime) -> None:
    items = [
        {
            "item_id": item.anchor,
            "kind": item.kind,
            "falsehood_id": item.key,
            "headline": item.headline.plain,
            "articles": item.pages,
            "origins": item.origins,
        }
        for item in context.items
    ]
    act = {"kind": "issue", "by": by, "at": at.isoformat(), "week": context.week, "items": items}
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(json.dumps(act, ensure_ascii=False, indent=1) + "\n")
    except FileExistsError:
        return
