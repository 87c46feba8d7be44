"""What the crawler may know of a site, written after the warehouse holds it: one JSON object per address."""

from __future__ import annotations

import json
import os
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from pipeline.settings import World
from pipeline.warehouse.store import Warehouse


def write_state(wh: Warehouse, world: World) -> int:
    """Replace ``state/<site>.jsonl`` of every site by what the warehouse has taken in; returns the number of addresses.

    Validators are left out where the answer could not be read as an article, so that it is asked for whole again; those of feeds and
    sitemaps also where the site's last crawl did not take in everything they announced.
    """
    world.state.mkdir(parents=True, exist_ok=True)
    rows = wh.rows("load/crawl_state")
    for site, known in groupby(rows, key=lambda row: row["site"]):
        _replace(world.state / f"{site}.jsonl", [_to_line(row) for row in known])
    return len(rows)


def _to_line(row: dict[str, Any]) -> str:
    known = {key: value.isoformat() if isinstance(value, date) else value for key, value in row.items() if key != "site"}
    return json.dumps(known, ensure_ascii=False) + "\n"


def _replace(path: Path, lines: list[str]) -> None:
    """Readers see the old file or the new one, never half of it."""
    aside = path.with_suffix(".jsonl.part")
    with aside.open("w", encoding="utf-8") as out:
        out.writelines(lines)
        out.flush()
        os.fsync(out.fileno())
    aside.replace(path)
