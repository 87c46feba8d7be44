"""SQL cases as data: ``cases/<name>.toml`` gives rows of base tables, one query, and the rows that it must return.

Columns that a case leaves out get an empty value of their type where the table refuses NULL. ``check`` names a file of pipeline/sql/checks
in place of a query; then ``expect`` gives the columns that matter of the offending rows (none: the check passes).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.warehouse.checks import run_check
from pipeline.warehouse.statements import list_sql
from pipeline.warehouse.store import Warehouse, connect, create_schema

CASES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))}
_EMPTY = {"VARCHAR": "''", "BOOLEAN": "false", "DATE": "DATE '2026-11-16'", "TIMESTAMP": "TIMESTAMP '2026-11-16 06:00:00'", "JSON": "'[]'"}


def put_rows(wh: Warehouse, table: str, rows: list[Mapping[str, Any]]) -> None:
    columns = wh.db.execute(
        "SELECT column_name, data_type, is_nullable FROM duckdb_columns() WHERE schema_name = 'base' AND table_name = $t", {"t": table}
    ).fetchall()
    assert columns, f"no table {table}"
    unknown = {name for row in rows for name in row} - {name for name, _, _ in columns}
    assert not unknown, f"{table} has no {unknown}"
    for row in rows:
        values = [
            f"${name}" if name in row else "NULL" if nullable else "[]" if kind.endswith("[]") else _EMPTY.get(kind, "0")
            for name, kind, nullable in columns
        ]
        wh.db.execute(f"INSERT INTO base.{table} VALUES ({', '.join(values)})", row)


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]
    with connect(":memory:") as db:
        wh = Warehouse(db)
        create_schema(wh)
        for table, rows in case.get("given", {}).items():
            put_rows(wh, table, rows)
        if "check" in case:
            found = run_check(wh, f"checks/{case['check']}", case["day"])
            assert found.offending == len(case["expect"]), found.sample
            rows_found: list[dict[str, Any]] = list(found.sample)
        else:
            result = db.execute(case["query"], case.get("with", {}))
            columns = [c[0] for c in result.description or ()]
            rows_found = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
            assert len(rows_found) == len(case["expect"]), rows_found
        for row, wanted in zip(rows_found, case["expect"], strict=True):
            assert {key: row[key] for key in wanted} == wanted


def test_every_check_has_a_case_that_it_catches_and_one_that_it_lets_pass() -> None:
    for name in list_sql("checks"):
        cases = [case for case in CASES.values() if case.get("check") == name.removeprefix("checks/")]
        assert any(case["expect"] for case in cases), f"nothing that {name} catches"
        assert any(not case["expect"] for case in cases), f"nothing that {name} lets pass"
