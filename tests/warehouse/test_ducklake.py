"""The same SQL on DuckLake (a DuckDB file as its catalogue): tables, views, macros, a night of load, detect and record."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.detect import detect_day
from pipeline.settings import World
from pipeline.warehouse.checks import run_checks
from pipeline.warehouse.records import load_records
from pipeline.warehouse.snapshot import find_extension
from pipeline.warehouse.statements import VIEWS
from pipeline.warehouse.store import Warehouse, connect, create_schema
from tests.warehouse.stage import (
    BOOK,
    FALSE_QUOTE,
    at,
    change_words,
    check_night,
    day_number,
    make_article,
    make_page,
    make_words,
    put_night,
)


@pytest.fixture
def lake(tmp_path: Path) -> Warehouse:
    extension = find_extension("ducklake")
    if extension is None:
        pytest.skip("duckdb-extension-ducklake is not installed")
    db = connect(":memory:")
    db.execute(f"LOAD '{extension}'")
    db.execute(f"ATTACH 'ducklake:{tmp_path / 'catalogue.ducklake'}' AS lake (DATA_PATH '{tmp_path / 'files'}')")
    db.execute("USE lake")
    return Warehouse(db)


def test_a_night_on_ducklake_gives_the_rows_that_it_gives_in_a_file(lake: Warehouse, wh: Warehouse, world: World) -> None:
    create_schema(lake)
    texts = make_words(1), make_words(2)
    for store in (lake, wh):
        load_records(store, BOOK, at(day_number(0)))
        for number in range(2):
            day = day_number(number)
            urls = ("https://alpha.example/x", "https://beta.example/y")
            pages = [make_page(day, url, make_article(url, words, FALSE_QUOTE)) for url, words in zip(urls, texts, strict=True)]
            copied = change_words(texts[0], 0.1, seed=number)
            pages.append(make_page(day, "https://gamma.example/z", make_article("https://gamma.example/z", copied)))
            put_night(store, world, day, pages)
            detect_day(store, day)
            check_night(store, day)
            failed = [r.name for r in run_checks(store, day) if r.severity == "fail" and not r.passed]
            assert failed == []
    for view in VIEWS:
        assert lake.db.execute(f"FROM {view} ORDER BY ALL").fetchall() == wh.db.execute(f"FROM {view} ORDER BY ALL").fetchall(), view
    assert lake.db.execute("SELECT count(*) FROM base.copies").fetchone() == (1,)
