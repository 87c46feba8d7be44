from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.settings import World
from pipeline.warehouse.records import load_records
from pipeline.warehouse.snapshot import KEEP, find_extension, publish
from pipeline.warehouse.statements import VIEWS
from pipeline.warehouse.store import Warehouse, open_reader
from tests.warehouse.stage import BOOK, FALSE_QUOTE, at, check_night, day_number, make_article, make_page, make_words, put_night


def run_night(wh: Warehouse, world: World, number: int, keep: int = KEEP) -> Path:
    day, url = day_number(number), f"https://s{number}.example/x"
    load_records(wh, BOOK, at(day_number(0)))
    put_night(wh, world, day, [make_page(day, url, make_article(url, make_words(number), f"It is {FALSE_QUOTE}."))])
    check_night(wh, day)
    return publish(wh, world, day, keep)


@pytest.fixture
def snapshot(wh: Warehouse, world: World) -> Iterator[Warehouse]:
    run_night(wh, world, 0)
    with open_reader(world.snapshot) as reader:
        yield reader


def test_the_snapshot_answers_as_the_warehouse_does(wh: Warehouse, snapshot: Warehouse) -> None:
    for view in VIEWS:
        assert snapshot.db.execute(f"FROM {view} ORDER BY ALL").fetchall() == wh.db.execute(f"FROM {view} ORDER BY ALL").fetchall()
    for view in ("claims", "articles", "falsehoods", "spread", "shows", "corrections"):
        for number in (-1, 0):
            asked = {"day": day_number(number)}
            there = snapshot.db.execute(f"FROM {view}_as_of($day) ORDER BY ALL", asked).fetchall()
            assert there == wh.db.execute(f"FROM {view}_as_of($day) ORDER BY ALL", asked).fetchall()
    assert snapshot.db.execute("SELECT count(*) FROM falsehoods_as_of($day)", {"day": day_number(-1)}).fetchone() == (0,)


def test_every_table_and_column_of_the_snapshot_has_a_comment(snapshot: Warehouse) -> None:
    bare = snapshot.db.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND schema_name IN ('main', 'base') AND comment IS NULL"
    ).fetchall()
    assert bare == []
    tables = snapshot.db.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND comment IS NOT NULL").fetchall()
    assert {row[0] for row in tables} == set(VIEWS)


def test_no_article_body_leaves_the_warehouse(world: World, snapshot: Warehouse) -> None:
    words = make_words(0)
    names = {row[0] for row in snapshot.db.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert not names & {"article_texts", "mails"}
    for path in (*world.published.glob("*.duckdb"), *(world.published / "parquet").glob("*.parquet")):
        content = path.read_bytes()
        assert " ".join(words[:5]).encode() not in content
    assert snapshot.db.execute("SELECT count(*) FROM base.article_versions WHERE sketch IS NOT NULL").fetchone() == (0,)


def test_words_of_titles_and_quotes_are_found(snapshot: Warehouse) -> None:
    extension = find_extension("fts")
    assert extension is not None
    snapshot.db.execute(f"LOAD '{extension}'")
    found = snapshot.db.execute("SELECT site FROM claims WHERE fts_main_claims.match_bm25(claim_id, 'inventor') IS NOT NULL").fetchall()
    assert found == [("s0",)]
    missing = snapshot.db.execute("SELECT count(*) FROM articles WHERE fts_main_articles.match_bm25(article_id, 'zebra') IS NOT NULL")
    assert missing.fetchone() == (0,)


def test_the_same_content_is_published_once(wh: Warehouse, world: World) -> None:
    first = run_night(wh, world, 0)
    stamp, content = first.stat().st_mtime_ns, first.read_bytes()
    assert run_night(wh, world, 0) == first
    assert (first.stat().st_mtime_ns, first.read_bytes()) == (stamp, content)
    second = run_night(wh, world, 1)
    assert second != first
    assert world.snapshot.resolve() == second.resolve()
    assert world.snapshot.is_symlink()
    assert not Path(world.snapshot.readlink()).is_absolute()


def test_parquet_stands_beside_the_snapshot(wh: Warehouse, world: World) -> None:
    run_night(wh, world, 0)
    run_night(wh, world, 1)
    files = sorted(path.stem for path in (world.published / "parquet").iterdir())
    assert files == sorted(VIEWS)
    with duckdb.connect() as db:
        rows = db.execute("SELECT count(*) FROM read_parquet($path)", {"path": str(world.published / "parquet" / "claims.parquet")})
        assert rows.fetchone() == (2,)
    assert len(list(world.published.glob("parquet-*"))) == 1


READER = """
import sys, duckdb
db = duckdb.connect(sys.argv[1], read_only=True, config={"autoinstall_known_extensions": False})
print(db.execute("SELECT count(*) FROM articles").fetchone()[0], flush=True)
sys.stdin.readline()
print(db.execute("SELECT count(*) FROM articles").fetchone()[0], flush=True)
db.close()
print(duckdb.connect(sys.argv[1], read_only=True).execute("SELECT count(*) FROM articles").fetchone()[0], flush=True)
"""


def test_a_reader_of_the_old_snapshot_is_not_disturbed_and_the_next_one_sees_the_new(wh: Warehouse, world: World) -> None:
    run_night(wh, world, 0)
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(world.snapshot)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        assert reader.stdout.readline() == "1\n"
        run_night(wh, world, 1)
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.read() == "1\n2\n"


def test_old_snapshots_go_and_month_ends_stay_as_parquet(wh: Warehouse, world: World) -> None:
    world.published.mkdir(parents=True)
    kept, gone = world.published / "parquet-2026-10-31-aaaaaaaaaaaa", world.published / "parquet-2026-11-02-aaaaaaaaaaaa"
    for folder in (kept, gone):
        folder.mkdir()
    paths = [run_night(wh, world, number, keep=2) for number in range(3)]
    assert [path.exists() for path in paths] == [False, True, True]
    assert (kept.exists(), gone.exists()) == (True, False)


def test_what_may_not_be_republished_stays_out(wh: Warehouse, world: World) -> None:
    run_night(wh, world, 0)
    wh.db.execute("UPDATE base.facts SET publishable = false, licence = 'no republication' WHERE property = 'story_basis'")
    publish(wh, world, day_number(0))
    with open_reader(world.snapshot) as reader:
        assert reader.db.execute("SELECT DISTINCT property FROM base.facts").fetchall() == [("based_on",)]
        assert reader.db.execute("SELECT DISTINCT property FROM facts").fetchall() == [("based_on",)]
