from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Event
from pathlib import Path
from types import ModuleType

import duckdb
import pytest

from pipeline.errors import BadInputError, LockedError
from pipeline.settings import World
from pipeline.warehouse import statements, store
from pipeline.warehouse.store import Warehouse, is_current, open_reader, open_writer
from tests.warehouse.stage import MONDAY, put_night


def hold_lock(root: Path, held: Event, release: Event) -> None:
    with open_writer(World("newsstand", root)):
        held.set()
        release.wait(20)


def test_a_second_writer_waits_with_a_message_and_gives_up_with_one_line(world: World) -> None:
    context = multiprocessing.get_context("spawn")
    held, release = context.Event(), context.Event()
    child = context.Process(target=hold_lock, args=(world.root, held, release))
    child.start()
    told: list[str] = []
    try:
        assert held.wait(20)
        with pytest.raises(LockedError, match=r"writer\.lock"), open_writer(world, wait=0.3, tell=told.append):
            pass
        assert len(told) == 1
        assert "waiting" in told[0]
    finally:
        release.set()
        child.join(20)
    with open_writer(world):
        pass


def test_a_table_of_an_older_version_gets_its_new_columns_and_keeps_its_rows(world: World) -> None:
    world.warehouse.parent.mkdir(parents=True)
    with duckdb.connect(str(world.warehouse)) as db:
        db.execute("CREATE SCHEMA base")
        db.execute("CREATE TABLE base.sites (site TEXT NOT NULL, name TEXT NOT NULL, first_contact DATE)")
        db.execute("INSERT INTO base.sites VALUES ('alpha', 'Alpha', DATE '2026-01-01')")
    with open_writer(world) as wh:
        put_night(wh, world, MONDAY, [])
        row = wh.db.execute("SELECT site, name, first_contact, kind FROM base.sites").fetchall()
        comment = wh.db.execute("SELECT comment FROM duckdb_columns() WHERE table_name = 'sites' AND column_name = 'kind'").fetchone()
    assert row[0][:2] == ("alpha", "Alpha")
    assert row[0][3] is None
    assert comment is not None
    assert comment[0]


def tell_schema(wh: Warehouse) -> list[tuple[object, ...]]:
    """All that an analyst meets: columns, tables, views and macros, with their definitions and comments."""
    ours = "WHERE database_name = current_database() AND NOT internal"
    told: list[tuple[object, ...]] = []
    for query in (
        f"SELECT table_name, column_name, data_type, comment FROM duckdb_columns() {ours} ORDER BY ALL",
        f"SELECT table_name, comment FROM duckdb_tables() {ours} ORDER BY ALL",
        f"SELECT view_name, sql, comment FROM duckdb_views() {ours} ORDER BY ALL",
        f"SELECT function_name, parameters, macro_definition FROM duckdb_functions() {ours} AND schema_name = 'main' ORDER BY ALL",
    ):
        rows = wh.db.execute(query).fetchall()
        assert rows
        told += rows
    return told


def test_opening_an_up_to_date_warehouse_makes_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_writer(world) as wh:
        before = tell_schema(wh)
    monkeypatch.setattr(store, "create_schema", lambda _: pytest.fail("made again"))
    for _ in range(2):
        with open_writer(world) as wh:
            assert tell_schema(wh) == before


@pytest.mark.parametrize(
    "damage",
    [
        'DROP VIEW "site_ties"',
        "CREATE OR REPLACE VIEW radar AS FROM radar_as_of(DATE '2020-01-01')",
        "COMMENT ON VIEW radar IS 'other'",
        "ALTER TABLE base.sites DROP COLUMN kind",
        "COMMENT ON TABLE base.articles IS 'other'",
        "COMMENT ON COLUMN base.sites.kind IS 'other'",
        "DROP MACRO appeared_at",
        "CREATE OR REPLACE MACRO appeared_at(first_seen, published, published_has_time, baseline) AS first_seen",
        "CREATE OR REPLACE MACRO base.schema_mark() AS 'of another version'",
    ],
)
def test_a_schema_that_is_not_as_it_was_made_is_mended_when_it_is_opened(world: World, damage: str) -> None:
    with open_writer(world) as wh:
        before = tell_schema(wh)
        assert is_current(wh)
        wh.db.execute(damage)
        assert not is_current(wh)
    with open_writer(world) as wh:
        assert tell_schema(wh) == before
        assert is_current(wh)


@pytest.mark.parametrize("module", [store, statements])
def test_a_schema_that_other_code_made_is_made_again(
    world: World, module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.py"
    other.write_text(f"{Path(str(module.__file__)).read_text()}\n# other\n")
    with open_writer(world) as wh:
        assert is_current(wh)
        with monkeypatch.context() as patch:
            patch.setattr(module, "__file__", str(other))
            store._list_makers.cache_clear()
            assert not is_current(wh)
        store._list_makers.cache_clear()
        assert is_current(wh)


def test_a_missing_snapshot_is_one_clear_line(world: World) -> None:
    with pytest.raises(BadInputError, match="no snapshot"), open_reader(world.snapshot):
        pass


def test_a_failing_block_leaves_nothing_behind(world: World) -> None:
    with open_writer(world) as wh:
        with pytest.raises(ZeroDivisionError), wh.transaction():
            wh.db.execute("INSERT INTO base.sites (site, name) VALUES ('x', 'X')")
            raise ZeroDivisionError
        assert wh.db.execute("SELECT count(*) FROM base.sites").fetchone() == (0,)
