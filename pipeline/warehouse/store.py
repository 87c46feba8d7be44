"""Opening the warehouse: one writer at a time behind a lock file, readers on their own copy, the schema brought up to date."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
from filelock import FileLock, Timeout

from pipeline.errors import BadInputError, LockedError
from pipeline.settings import World
from pipeline.warehouse import statements
from pipeline.warehouse.statements import MACROS, VIEWS, list_sql, read_sql

Column = tuple[str, str | None]

logger = logging.getLogger(__name__)

_FIRST_WAIT: Final = 1.0  # seconds before the wait is announced
MEMORY: Final = "REELCHECK_MEMORY"  # how much DuckDB may hold while it writes, such as 4GB; what is more goes to disk
MEMORY_LIMIT: Final = "1200MB"  # with Python's own share the night stays under 2 GB (docs/origins.md has the measurement)
_OFFLINE: Final = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


@dataclass(slots=True)
class Warehouse:
    """An open warehouse or snapshot. Times in it are naive UTC."""

    db: duckdb.DuckDBPyConnection

    def run(self, name: str, **values: Any) -> duckdb.DuckDBPyConnection:
        """Execute every statement of ``sql/<name>.sql`` in order, each with those of the values that it uses; the last one's result."""
        result = self.db
        for statement in duckdb.extract_statements(read_sql(name)):
            result = self.db.execute(statement, {key: values[key] for key in statement.named_parameters})
        return result

    def rows(self, name: str, **values: Any) -> list[dict[str, Any]]:
        """The rows that ``sql/<name>.sql`` returns, as mappings from column to value."""
        result = self.run(name, **values)
        columns = [c[0] for c in result.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]

    def count(self, name: str, **values: Any) -> int:
        """The single number that ``sql/<name>.sql`` returns."""
        row = self.run(name, **values).fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def offer(self, tables: Mapping[str, pa.Table]) -> Iterator[None]:
        """Make Arrow tables visible to SQL under these names while the block runs."""
        for name, table in tables.items():
            self.db.register(name, table)
        try:
            yield
        finally:
            for name in tables:
                self.db.unregister(name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing of it."""
        self.db.begin()
        try:
            yield
        except BaseException:
            self.db.rollback()
            raise
        self.db.commit()


@contextmanager
def lock_writer(world: World, wait: float = 900.0, tell: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the world's one writer lock. Waits up to ``wait`` seconds, saying so, then raises LockedError."""
    world.lock.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(world.lock)
    try:
        lock.acquire(timeout=min(_FIRST_WAIT, wait))
    except Timeout:
        (tell or _tell)(f"another process is writing the {world.name} warehouse; waiting up to {wait:.0f} s for {world.lock}")
        try:
            lock.acquire(timeout=max(wait - _FIRST_WAIT, 0))
        except Timeout as e:
            raise LockedError(f"another process still holds {world.lock} after {wait:.0f} s; wait for it or stop it, then run again") from e
    try:
        yield
    finally:
        lock.release()


@contextmanager
def open_writer(world: World, wait: float = 900.0, tell: Callable[[str], None] | None = None) -> Iterator[Warehouse]:
    """The world's warehouse for writing, created or brought up to date. Raises LockedError as lock_writer does."""
    with lock_writer(world, wait, tell):
        world.warehouse.parent.mkdir(parents=True, exist_ok=True)
        db = _connect_writer(world.warehouse)
        try:
            if not is_current(Warehouse(db)):
                create_schema(Warehouse(db))
                db.close()  # DuckDB words what it has just made otherwise than what it has read back: the mark is of the latter
                db = _connect_writer(world.warehouse)
                _mark_schema(Warehouse(db))
            yield Warehouse(db)
        finally:
            db.close()


@contextmanager
def open_reader(path: Path) -> Iterator[Warehouse]:
    """A snapshot (or a warehouse that nobody writes) read-only. Raises BadInputError when there is none."""
    if not path.exists():
        raise BadInputError(f"{path}: no snapshot there yet; run `reelcheck nightly` first")
    db = connect(path.resolve(), read_only=True)
    try:
        yield Warehouse(db)
    finally:
        db.close()


def connect(path: Path | str, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection that downloads nothing."""
    db = duckdb.connect(str(path), read_only=read_only, config=dict(_OFFLINE))
    db.execute("SET TimeZone = 'UTC'") if _has_time_zones(db) else None
    return db


def _connect_writer(path: Path) -> duckdb.DuckDBPyConnection:
    db = connect(path)
    try:
        limit_memory(db)
    except BadInputError:
        db.close()
        raise
    return db


def limit_memory(db: duckdb.DuckDBPyConnection) -> None:
    """Hold DuckDB to REELCHECK_MEMORY, or to MEMORY_LIMIT. Raises BadInputError for what is no size."""
    limit = os.environ.get(MEMORY) or MEMORY_LIMIT
    try:
        db.execute("SET memory_limit = $limit", {"limit": limit})
    except duckdb.Error as e:
        raise BadInputError(f"{MEMORY}={limit!r} is no size: write for example 4GB ({e})") from e


def create_schema(wh: Warehouse) -> None:
    """Tables that are missing, columns that a table of an older version lacks, and all comments, macros and views anew.

    When an old warehouse's checks were made is filled in, as far as it is known: what is published refuses NULL there.
    """
    with wh.transaction():
        wh.db.execute("CREATE SCHEMA IF NOT EXISTS base")
        create_tables(wh)
        create_views(wh)
    wh.run("load/fill_checked_at")  # apart: a table is not altered and updated in one transaction


def is_current(wh: Warehouse) -> bool:
    """Whether the schema is as this version last made it: five steps a night open the warehouse, in 0.06 s of CPU instead of 0.35."""
    try:
        mark = wh.db.execute(read_sql("load/schema_mark")).fetchone()
    except duckdb.CatalogException:  # no warehouse yet, or one of before there were marks
        return False
    return mark == (_describe_schema(wh),)


def _mark_schema(wh: Warehouse) -> None:
    """Notes the schema as it is; a process that was killed before leaves no mark, and the next makes the schema again."""
    wh.db.execute(read_sql("load/mark_schema").replace("marked", _describe_schema(wh)))


def _describe_schema(wh: Warehouse) -> str:
    """A hash of what the files declare, of the code that makes the schema, and of what is there: columns, tables, views, macros, comments.

    DuckDB does not tell a macro's default values; those are the files' alone.
    """
    there = wh.db.execute(read_sql("load/schema_as_found")).fetchall()
    return hashlib.sha256("\n".join((duckdb.__version__, *_list_makers(), str(there))).encode()).hexdigest()


@cache
def _list_makers() -> tuple[str, ...]:
    """The texts that decide what create_schema makes."""
    loads = ("catalogue", "columns", "fill_checked_at", "mark_schema", "schema_as_found")
    declared = (*list_sql("schema"), *list_sql("views"), *map("load/{}".format, loads))
    return (*map(read_sql, declared), *(Path(code).read_text("utf-8") for code in (__file__, statements.__file__)))


def create_tables(wh: Warehouse) -> None:
    """A column added since comes in without its NOT NULL, since the old rows have nothing there."""
    existing = _list_columns(wh.db)
    for name in list_sql("schema"):
        table = name.removeprefix("schema/")
        if table not in existing:
            wh.db.execute(read_sql(name))
        else:
            update_table(wh, table, existing[table], _declare()[table])


def update_table(wh: Warehouse, table: str, there: Mapping[str, Column], columns: Mapping[str, Column]) -> None:
    """Adds the columns that are missing ``there``, and makes all comments anew."""
    for column in columns.keys() - there.keys():
        logger.warning("column added table=%s column=%s", table, column)
        wh.db.execute(f'ALTER TABLE base."{table}" ADD COLUMN "{column}" {columns[column][0]}')
    _, *comments = duckdb.extract_statements(read_sql(f"schema/{table}"))
    for comment in comments:
        wh.db.execute(comment)


def create_views(wh: Warehouse) -> None:
    """The analysts' macros and views with their comments, in the order in which they build on one another.

    A DuckLake catalogue takes comments on views, not on their columns.
    """
    on_lake = wh.db.execute(read_sql("load/catalogue")).fetchone() == ("ducklake",)
    for name in (*MACROS, *VIEWS):
        for statement in duckdb.extract_statements(read_sql(f"views/{name}")):
            if not (on_lake and statement.query.lstrip().startswith("COMMENT ON COLUMN")):
                wh.db.execute(statement)


@cache
def _declare() -> dict[str, dict[str, Column]]:
    """Table -> column -> type and comment, as the files declare them."""
    with duckdb.connect() as scratch:
        scratch.execute("CREATE SCHEMA base")
        for name in list_sql("schema"):
            scratch.execute(read_sql(name))
        return _list_columns(scratch)


def _list_columns(db: duckdb.DuckDBPyConnection) -> dict[str, dict[str, Column]]:
    found: dict[str, dict[str, Column]] = {}
    for name, column, kind, comment in db.execute(read_sql("load/columns")).fetchall():
        found.setdefault(name, {})[column] = (kind, comment)
    return found


def _has_time_zones(db: duckdb.DuckDBPyConnection) -> bool:
    row = db.execute("SELECT loaded FROM duckdb_extensions() WHERE extension_name = 'icu'").fetchone()
    return bool(row and row[0])


def _tell(message: str) -> None:
    sys.stderr.write(message + "\n")
