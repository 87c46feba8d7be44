"""Arrow tables from rows, the way into DuckDB that is not row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

import pyarrow as pa

Columns: TypeAlias = Mapping[str, pa.DataType]

TEXT: Final[pa.DataType] = pa.string()
TEXTS: Final[pa.DataType] = pa.list_(pa.string())
WHOLE: Final[pa.DataType] = pa.int32()
BIG: Final[pa.DataType] = pa.int64()
REAL: Final[pa.DataType] = pa.float64()
FLAG: Final[pa.DataType] = pa.bool_()
DAY: Final[pa.DataType] = pa.date32()
TIME: Final[pa.DataType] = pa.timestamp("us")  # naive UTC


def make_schema(columns: Columns, required: Iterable[str] = ()) -> pa.Schema:
    """Columns in order; the required ones refuse NULL."""
    needed = set(required)
    fields: list[pa.Field[Any]] = [pa.field(name, kind, nullable=name not in needed) for name, kind in columns.items()]
    return pa.schema(fields)


def make_table(rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Half characters, which JSON on a page can smuggle in and UTF-8 cannot hold, become question marks."""
    listed = [dict(row) for row in rows]
    try:
        return pa.Table.from_pylist(listed, schema=schema)
    except UnicodeEncodeError:
        return pa.Table.from_pylist([_mend(row) for row in listed], schema=schema)


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _mend(v) for key, v in value.items()}
    return [_mend(v) for v in value] if isinstance(value, list) else value
