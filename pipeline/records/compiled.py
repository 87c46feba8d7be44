"""Large record folders, parsed once: a JSON copy of each checked file under the hash of its content.

Deleting it costs some seconds, never an answer: a table is taken from it only for a file of exactly that content.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from pipeline.settings import data_root

FORMAT = 1  # raise it when the format of records changes: older copies are then passed over
WORTH_KEEPING = 500  # files; smaller folders parse in a fraction of a second

Tables = dict[str, dict[str, Any]]


def hash_content(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def read(folder: Path, hashes: Mapping[str, str]) -> Tables:
    """slug -> table for those files whose copy fits their content (``hashes``: slug -> content hash); {} where nothing is kept."""
    if len(hashes) < WORTH_KEEPING:
        return {}
    try:
        kept = json.loads(_path(folder).read_bytes())
        if kept["format"] != FORMAT:
            return {}
        return {slug: table for slug, (content, table) in kept["files"].items() if hashes.get(slug) == content}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write(folder: Path, hashes: Mapping[str, str], tables: Tables) -> None:
    """Keeps the tables of a large folder; a read-only or full disk is no error."""
    if len(hashes) < WORTH_KEEPING:
        return
    path = _path(folder)
    files = {slug: (hashes[slug], table) for slug, table in tables.items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent, suffix=".part", delete=False, encoding="utf-8") as f:
            f.write(json.dumps({"format": FORMAT, "files": files}, default=date.isoformat, ensure_ascii=False, separators=(",", ":")))
        Path(f.name).replace(path)
    except OSError:
        return


def to_date(value: date | str) -> date:
    """A date of TOML as it is, one of a copy from its ISO text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _path(folder: Path) -> Path:
    """One copy per folder of records, in ``<data root>/cache/records``."""
    return data_root() / "cache" / "records" / f"{hash_content(str(folder.resolve()).encode())[:16]}.json"
