"""Releasing an issue: from then on it is the newest one that readers find, and what it printed is on record."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from pipeline.errors import BadInputError
from pipeline.settings import World
from reports.digest import CONTEXT

LATEST = "latest"


def release_issue(world: World, monday: date) -> Path:
    """Points ``digests/latest`` to the week's issue, unless a later one is out, and returns the path of its page. Safe to repeat.

    Raises BadInputError when nothing was composed for that week.
    """
    folder = world.digest(monday)
    if not (folder / CONTEXT).exists():
        raise BadInputError(f"no issue is composed for {folder.name}: run `reelcheck digest --week {folder.name}` first")
    latest = folder.parent / LATEST
    if not latest.is_symlink() or latest.readlink().name <= folder.name:
        aside = folder.parent / f".{LATEST}-{os.getpid()}"
        aside.symlink_to(folder.name)
        aside.replace(latest)
    return folder / "index.html"
