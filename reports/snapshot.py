"""The published snapshot, read for one week: every question is a file in reports/sql, with its parameters bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from pipeline.errors import BadInputError

Row = dict[str, Any]

_PARAMETER = re.compile(r"\$(\w+)")
# The configuration that every reader in this process uses: DuckDB refuses to open a file twice with different ones.
_OFFLINE = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
# Everything that is on record, also what comes later.
NOW = datetime(9999, 12, 31)  # noqa: DTZ001 - the warehouse's moments are naive UTC
# Built once per issue, in this order: later ones read earlier ones.
_WEEK_TABLES = ("claim", "article", "falsehood", "carrier", "correction")


class Snapshot:
    """A connection with the week's tables built. ``known_at``: naive UTC; what was recorded later is not seen."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        monday: date,
        tables: tuple[str, ...] = _WEEK_TABLES,
        known_at: datetime | None = None,
    ) -> None:
        self._connection = connection
        self.monday = monday
        self.sunday = monday + timedelta(days=6)
        self.known_at = known_at or NOW
        for table in tables:
            self._execute(f"week/{table}")

    def fetch_rows(self, name: str, **parameters: Any) -> list[Row]:
        """The rows of reports/sql/<name>.sql in its order, as dictionaries by column name; ``$monday``, ``$sunday`` and
        ``$known_at`` are always there."""
        cursor = self._execute(name, **parameters)
        columns = [column[0] for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    def fetch_row(self, name: str, **parameters: Any) -> Row:
        """The only row of that file's answer."""
        (row,) = self.fetch_rows(name, **parameters)
        return row

    @cached_property
    def cut_off(self) -> datetime | None:
        """The moment (UTC) as of which the issue is composed: the one asked for, or the latest that the snapshot knows of."""
        if self.known_at != NOW:
            return self.known_at.replace(tzinfo=UTC)
        known: datetime | None = self.fetch_row("cut_off")["known_at"]
        return known.replace(tzinfo=UTC) if known else None

    @property
    def known_on(self) -> date:
        """The cut-off's day; the last of all days in a snapshot that knows of nothing."""
        return self.cut_off.date() if self.cut_off else date.max

    def _execute(self, name: str, **parameters: Any) -> duckdb.DuckDBPyConnection:
        statement = _read_sql(name)
        known = {"monday": self.monday, "sunday": self.sunday, "known_at": self.known_at, **parameters}
        # DuckDB refuses parameters that a statement does not use.
        used = {key: known[key] for key in set(_PARAMETER.findall(statement))}
        return self._connection.execute(statement, used) if used else self._connection.execute(statement)


@cache
def _read_sql(name: str) -> str:
    return files("reports").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


@contextmanager
def open_snapshot(path: Path, monday: date, known_at: datetime | None = None) -> Iterator[Snapshot]:
    """Open the snapshot read-only for one week, as of ``known_at``; raises BadInputError where there is none or ``monday`` is no Monday."""
    if monday.weekday() != 0:
        raise BadInputError(f"{monday.isoformat()} is no Monday: an issue is named by the Monday of its week")
    with _connect(path) as connection:
        yield Snapshot(connection, monday, known_at=known_at)


@contextmanager
def open_standing(path: Path) -> Iterator[Snapshot]:
    """Open the snapshot read-only as it stands now, for questions that need no week. Raises BadInputError where there is none."""
    with _connect(path) as connection:
        yield Snapshot(connection, date.max - timedelta(days=6), ())


@contextmanager
def _connect(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    if not path.exists():
        raise BadInputError(f"no snapshot at {path}: run the nightly steps first, they end in publish")
    try:
        connection = duckdb.connect(str(path), read_only=True, config=dict(_OFFLINE))
    except duckdb.Error as error:
        raise BadInputError(f"{path} is not a snapshot that DuckDB {duckdb.__version__} opens: {error}") from error
    with TemporaryDirectory(prefix="reelcheck-") as spill:
        try:
            connection.execute("SET memory_limit = '256MB'")
            connection.execute("SET temp_directory = " + "'" + spill.replace("'", "''") + "'")
            yield connection
        finally:
            connection.close()
