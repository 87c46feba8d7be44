"""Large record folders, parsed once: a JSON copy keyed by content hash. Losing or deleting it costs a few seconds, never an answer."""

from __future__ import annotations

import gc
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from pipeline.settings import data_root

FORMAT = 1  # of the cache; another number forgets what older code wrote
WORTH_KEEPING = 2_000_000  # bytes of TOML; smaller folders parse in a fraction of a second
_KEPT = 3


def cache_folder() -> Path:
    """``<data root>/cache/records``, where everything may be deleted at any time."""
    return data_root() / "cache" / "records"


def read(version: str) -> dict[str, dict[str, Any]] | None:
    """The tables kept for these contents, or None where there are none (or they cannot be read)."""
    path = _path(version)
    if not path.exists():
        return None
    gc_was_on = gc.isenabled()
    gc.disable()  # half of the time would go into tracing containers that all stay alive
    try:
        kept = json.loads(path.read_bytes())
        return kept["shows"] if kept["format"] == FORMAT and kept["version"] == version else None
    except (ValueError, KeyError, TypeError, OSError):
        return None
    finally:
        if gc_was_on:
            gc.enable()


def write(version: str, tables: Mapping[str, Mapping[str, Any]], size: int) -> None:
    """Keeps the tables where ``size`` (bytes of TOML) makes it worth it; a read-only or full disk is no error."""
    if size < WORTH_KEEPING:
        return
    path = _path(version)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent, suffix=".part", delete=False, encoding="utf-8") as f:
            json.dump({"format": FORMAT, "version": version, "shows": tables}, f, default=date.isoformat, ensure_ascii=False)
        Path(f.name).replace(path)
        for old in sorted(path.parent.glob("*.json"), key=lambda p: p.stat().st_mtime)[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def to_date(value: date | str) -> date:
    """A date of TOML as it is, one of the cache from its ISO text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _path(version: str) -> Path:
    return cache_folder() / f"{version}.json"
