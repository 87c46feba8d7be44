"""Record folders, parsed once: a JSON copy of each checked file under the hash of its content.

Deleting it costs some seconds, never an answer: a table is taken from it only for a file of exactly that content, which this very source
of the records' modules has checked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from pipeline.records.whole_files import read_sealed, write_sealed
from pipeline.settings import copies_root

FORMAT = 3  # raise it when the format of records changes: older copies are then passed over
WORTH_KEEPING = 50  # files; three steps of each night load the book, and a copy of 64 spares each of them 0.09 s of 0.12


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
    except OSError:
        return


def to_date(value: date | str) -> date:
    """A date of TOML as it is, one of a copy from its ISO text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


@cache
def _sign() -> str:
    """The format, and a hash of the source that checks a file."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    return f"records {FORMAT} {hash_content(b''.join(module.read_bytes() for module in modules))}"


def _path(folder: Path) -> Path | None:
    """One copy per folder of records; None where nothing may be kept (settings.copies_root)."""
    root = copies_root()
    return root / "records" / f"{hash_content(str(folder.resolve()).encode())[:16]}.json" if root else None
