from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.warehouse.dictionary import render_dictionary
from pipeline.warehouse.statements import VIEWS, list_sql, read_sql

PAGE = Path(__file__).resolve().parents[2] / "docs" / "data-dictionary.md"


def test_the_data_dictionary_is_fresh() -> None:
    """Stale? Run `python scripts/make_data_dictionary.py`."""
    assert PAGE.read_text("utf-8") == render_dictionary()


def test_every_file_of_sql_begins_with_what_it_is_about() -> None:
    for folder in ("schema", "load", "detect", "views", "checks", "publish"):
        for name in list_sql(folder):
            assert read_sql(name).startswith("-- "), name


def test_every_view_has_its_file_and_every_file_its_view() -> None:
    assert {f"views/{name}" for name in (*VIEWS, "appeared_at")} == set(list_sql("views"))


@pytest.mark.parametrize("word", ["PRIMARY KEY", "UNIQUE", "CHECK (", "SEQUENCE", "CREATE INDEX", "ENUM", "ON CONFLICT", "GENERATED"])
def test_the_tables_use_nothing_that_ducklake_refuses(word: str) -> None:
    for folder in ("schema", "load", "detect", "views"):
        for name in list_sql(folder):
            code = "\n".join(line for line in read_sql(name).splitlines() if not line.startswith(("--", "COMMENT ON")))
            assert word not in code.upper(), name
