"""Record folders, parsed once: a JSON copy of each checked file under the hash of its content.

Deleting it costs some seconds, never an answer: a table is taken from it only for a file of exactly that content, which this very source
of the modules that parse and check it has passed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from pipeline import models
from pipeline.records.whole_files import read_sealed, sign_makers, write_sealed
from pipeline.settings import copies_root

WORTH_KEEPING = 50  # files; three steps of each night load the book, and a copy of 64 spares each of them 0.09 s of 0.12
MOST_COPIES = 3  # one a folder of records; of more the oldest go

_Copy: TypeAlias = dict[str, tuple[str, msgspec.Raw]]  # slug -> content hash and table; a table stays text until it is asked for


def hash_content(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def pack(table: Mapping[str, Any]) -> bytes:
    """A checked table as JSON, dates as ISO text."""
    return msgspec.json.encode(table)


def unpack(packed: bytes | msgspec.Raw) -> dict[str, Any]:
    """The table; dates are text (``to_date``)."""
    table: dict[str, Any] = msgspec.json.decode(packed)
    return table


def read(folder: Path, hashes: Mapping[str, str]) -> dict[str, bytes | msgspec.Raw]:
    """slug -> packed table for those files whose copy fits their content (``hashes``: slug -> content hash).

    {} where nothing is kept, or where the copy is not as it was written: the tables are decoded by others, and must be sound by then.
    """
    path = _path(folder)
    if len(hashes) < WORTH_KEEPING or path is None:
        return {}
    try:
        kept = msgspec.json.decode(read_sealed(path, _sign()), type=_Copy)
    except (OSError, ValueError, RecursionError):
        return {}
    return {slug: table for slug, (content, table) in kept.items() if hashes.get(slug) == content}


def write(folder: Path, hashes: Mapping[str, str], tables: Mapping[str, bytes | msgspec.Raw]) -> None:
    """Keeps the packed tables of a large folder, where there is a place for copies; a read-only or full disk is no error."""
    path = _path(folder)
    if len(hashes) < WORTH_KEEPING or path is None:
        return
    files = {slug: (hashes[slug], msgspec.Raw(table)) for slug, table in tables.items()}
    try:
        write_sealed(path, _sign(), msgspec.json.encode(files))
        _prune(path.parent)
    except OSError:
        return


def to_date(value: date | str) -> date:
    """A date of TOML as it is, one of a copy from its ISO text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


@cache
def _sign() -> str:
    """The modules that parse and check a file, what it may hold included, and pydantic, which does the checking."""
    here = Path(__file__)
    sources = (here, *(here.with_name(f"{name}.py") for name in ("loader", "schema", "plain_toml")), Path(models.__file__))
    return sign_makers(sources, ("pydantic",))


def _path(folder: Path) -> Path | None:
    """One copy per folder of records; None where nothing may be kept (settings.copies_root)."""
    root = copies_root()
    return root / "records" / f"{hash_content(str(folder.resolve()).encode())[:16]}.json" if root else None


def _prune(folder: Path) -> None:
    """Leaves the newest copies: folders of records are moved and deleted, and nobody says so."""
    written = sorted(folder.glob("*.json"), key=lambda copy: copy.stat().st_mtime_ns, reverse=True)
    for copy in written[MOST_COPIES:]:
        copy.unlink(missing_ok=True)
