"""Publishing: a new read-only copy of the warehouse beside the old one, then one symlink moved.

Readers are never blocked and never block: whoever has the old snapshot open keeps it. The copy has the base tables without article bodies,
sketches and mails, the analysts' views as tables with their comments, the as-of macros, and a full-text index over titles and quotes.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import duckdb

from pipeline.settings import World
from pipeline.warehouse.statements import VIEWS, list_sql, read_sql
from pipeline.warehouse.store import Warehouse, connect, create_tables, create_views

logger = logging.getLogger(__name__)

KEEP: Final = 14  # snapshots
# What never leaves the warehouse.
_STAYS: Final = frozenset({"article_texts", "article_values", "mails", "page_traits"})


def publish(wh: Warehouse, world: World, day: date, keep: int = KEEP) -> Path:
    """Publish the warehouse as it is after the day; returns the snapshot's path.

    The same content is published once: a day that is run again and changed nothing points at the snapshot that has it already.
    ``published/current.duckdb`` and ``published/parquet`` are symlinks to the newest; a process killed on the way leaves the old ones.
    """
    world.published.mkdir(parents=True, exist_ok=True)
    digest = fingerprint(wh)
    same = sorted(path.stem for path in world.published.glob(f"????-??-??-{digest}.duckdb"))
    name = same[-1] if same else f"{day.isoformat()}-{digest}"
    target = world.published / f"{name}.duckdb"
    parquet = world.published / f"parquet-{name}"
    for leftover in (*world.published.glob("*.part"), *world.published.glob("*.part.wal")):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    if not (target.exists() and parquet.is_dir()):
        aside = target.with_name(target.name + ".part")
        write_snapshot(wh, aside)
        parquet_aside = parquet.with_name(parquet.name + ".part")
        write_parquet(aside, parquet_aside)
        shutil.rmtree(parquet, ignore_errors=True)
        parquet_aside.replace(parquet)
        aside.replace(target)
        _sync(world.published)
    _point(world.snapshot, target)
    _point(world.published / "parquet", parquet)
    remove_old(world, keep, target, parquet)
    return target


def fingerprint(wh: Warehouse) -> str:
    """Changes when, and only when, a published row does; the order of rows makes no difference."""
    parts = []
    for table in published_tables():
        row = wh.db.execute(read_sql("load/fingerprint").replace("fingerprinted", f"base.{table}")).fetchone()
        parts.append(f"{table}={row[0] if row else ''}")
    parts += [blake2b(read_sql(name).encode()).hexdigest() for name in (*list_sql("schema"), *list_sql("views"))]
    return blake2b("\n".join(parts).encode(), digest_size=6).hexdigest()


def published_tables() -> tuple[str, ...]:
    """Base tables that the snapshot has."""
    tables = (name.removeprefix("schema/") for name in list_sql("schema"))
    return tuple(table for table in tables if table not in _STAYS)


def write_snapshot(wh: Warehouse, path: Path) -> None:
    """Copy the warehouse into a new file at ``path``; the file is whole, on the disk and closed when this returns."""
    home = wh.db.execute("SELECT current_database()").fetchone()
    origin = str(home[0]) if home else ""
    wh.db.execute(f"ATTACH '{_quoted(path)}' AS snapshot (BLOCK_SIZE 16384)")
    try:
        wh.db.execute("USE snapshot")
        copy = Warehouse(wh.db)
        with copy.transaction():  # one for all of the thousand statements, which cost more to commit than to run
            fill_copy(copy, origin)
        copy.db.execute("CHECKPOINT snapshot")
    finally:
        wh.db.execute(f'USE "{origin}"')
        wh.db.execute("DETACH snapshot")
    index_text(path)
    _sync(path)


def fill_copy(copy: Warehouse, origin: str) -> None:
    """Tables and views of the warehouse of the catalogue ``origin``, without what never leaves it."""
    copy.db.execute("CREATE SCHEMA base")
    create_tables(copy)
    for table in sorted(_STAYS):
        copy.db.execute(f"DROP TABLE base.{table}")
    for table in published_tables():
        select = read_sql(f"publish/{table}") if f"publish/{table}" in list_sql("publish") else "SELECT * FROM warehouse_table"
        copy.db.execute(f"INSERT INTO base.{table} BY NAME " + select.replace("warehouse_table", f'"{origin}".base.{table}'))
    create_views(copy)
    settle_views(copy)


def settle_views(wh: Warehouse) -> None:
    """Turn the views into tables of the same names, columns, rows and comments.

    They build on one another: while it is done, the as-of macro of a settled view stands for its table, so that nothing is computed twice.
    """
    for view in VIEWS:
        settle_view(wh, view)
        if f"publish/stand_in_{view}" in list_sql("publish"):
            wh.run(f"publish/stand_in_{view}")
    for view in VIEWS:
        for text in _statements(view, "CREATE OR REPLACE MACRO"):
            wh.db.execute(text)


def settle_view(wh: Warehouse, view: str) -> None:
    wh.db.execute(f"CREATE TABLE settled AS SELECT * FROM {view} ORDER BY 1, 2, 3")  # noqa: S608 - a name of VIEWS
    wh.db.execute(f"DROP VIEW {view}")
    wh.db.execute(f"ALTER TABLE settled RENAME TO {view}")
    for text in _statements(view, "COMMENT ON"):
        wh.db.execute(text.replace("COMMENT ON VIEW", "COMMENT ON TABLE", 1))


def _statements(view: str, beginning: str) -> Iterator[str]:
    """The statements of a view's file that begin so."""
    for statement in duckdb.extract_statements(read_sql(f"views/{view}")):
        text = re.sub(r"\A(?:\s*--[^\n]*\n)*\s*", "", statement.query)
        if text.startswith(beginning):
            yield text


def index_text(path: Path) -> None:
    """Full-text indexes over articles' titles and claims' quotes; none, with a warning, where the extension is not installed."""
    extension = find_extension("fts")
    if extension is None:
        logger.warning("no full-text index: duckdb-extension-fts is not installed snapshot=%s", path.name)
        return
    with connect(path) as db:
        db.execute(f"LOAD '{_quoted(extension)}'")
        db.execute(read_sql("publish/text_index"))
        db.execute("CHECKPOINT")


def write_parquet(snapshot: Path, folder: Path) -> None:
    """One Parquet file per analysts' view."""
    folder.mkdir(parents=True)
    with connect(snapshot, read_only=True) as db:
        for view in VIEWS:
            target = folder / f"{view}.parquet"
            db.execute(f"COPY {view} TO '{_quoted(target)}' (FORMAT parquet, COMPRESSION zstd)")
            _sync(target)


def remove_old(world: World, keep: int, *current: Path) -> None:
    """Leave the newest ``keep`` snapshots, and Parquet of the current one and of month ends."""
    snapshots = sorted(world.published.glob("????-??-??-*.duckdb"), key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
    for path in snapshots[keep:]:
        if path not in current:
            path.unlink()
    for path in world.published.glob("parquet-????-??-??-*"):
        if path not in current and not is_month_end(date.fromisoformat(path.name[8:18])):
            shutil.rmtree(path)


def is_month_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def find_extension(name: str) -> Path | None:
    """The extension's file in the installed wheel ``duckdb-extension-<name>``; None when it is not installed."""
    spec = find_spec(f"duckdb_extension_{name}")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted(Path(folder).rglob(f"{name}.duckdb_extension")):
            return path
    return None


@contextmanager
def load_text_search(db: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The connection with full-text search switched on, where it is installed."""
    extension = find_extension("fts")
    if extension is not None:
        db.execute(f"LOAD '{_quoted(extension)}'")
    yield db


def _point(link: Path, target: Path) -> None:
    """Make the symlink lead to the target in one step."""
    aside = link.with_name(link.name + ".new")
    aside.unlink(missing_ok=True)
    aside.symlink_to(target.name)
    if link.is_dir() and not link.is_symlink():
        shutil.rmtree(link)
    aside.replace(link)
    _sync(link.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
