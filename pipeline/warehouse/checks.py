"""The gate before publishing: every ``sql/checks/*.sql`` returns the rows that offend, and none may where it says fail."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

import duckdb

from pipeline.errors import BadInputError, CheckFailedError
from pipeline.warehouse.arrow import BIG, DAY, FLAG, TEXT, make_schema, make_table
from pipeline.warehouse.statements import list_sql, read_sql
from pipeline.warehouse.store import Warehouse

logger = logging.getLogger(__name__)

Severity = Literal["fail", "warn"]
_SAMPLE: Final = 5
_SCHEMA: Final = make_schema(
    {"day": DAY, "check_name": TEXT, "severity": TEXT, "passed": FLAG, "offending": BIG, "sample": TEXT}, required=("day", "check_name")
)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check's outcome. ``offending`` is the number of rows that it returned, ``sample`` up to five of them; ``question`` says what
    they would be."""

    name: str
    severity: Severity
    question: str
    offending: int
    sample: tuple[dict[str, Any], ...] = ()

    @property
    def passed(self) -> bool:
        return self.offending == 0


def run_checks(wh: Warehouse, day: date) -> list[CheckResult]:
    """Run every check for the day and keep the results. Raises nothing for a failed one: ask require_passed."""
    results = [run_check(wh, name, day) for name in list_sql("checks")]
    rows = [
        {
            "day": day, "check_name": r.name, "severity": r.severity, "passed": r.passed, "offending": r.offending,
            "sample": json.dumps(r.sample, ensure_ascii=False, default=str),
        }
        for r in results
    ]  # fmt: skip
    with wh.transaction(), wh.offer({"given_check": make_table(rows, _SCHEMA)}):
        wh.run("load/check_results", day=day)
    for r in results:
        if not r.passed:
            logger.warning("check %s day=%s check=%s rows=%d sample=%s", r.severity, day, r.name, r.offending, r.sample[:1])
    return results


def require_passed(results: Sequence[CheckResult]) -> None:
    """Raises CheckFailedError naming every check of severity fail that did not pass."""
    failed = [r for r in results if r.severity == "fail" and not r.passed]
    if failed:
        named = "; ".join(f"{r.name}: {r.offending} rows ({r.question}), for example {r.sample[0]}" for r in failed)
        raise CheckFailedError(f"nothing is published: {named}")


def run_check(wh: Warehouse, name: str, day: date) -> CheckResult:
    """One check by its file's name; its first line is ``-- fail: ...`` or ``-- warn: ...``. Raises BadInputError when it is not."""
    text = read_sql(name)
    severity, colon, question = text.split("\n", 1)[0].removeprefix("-- ").partition(": ")
    if severity not in ("fail", "warn") or not colon:
        raise BadInputError(f"sql/{name}.sql: the first line must be `-- fail: ...` or `-- warn: ...`")
    (statement,) = duckdb.extract_statements(text)
    result = wh.db.execute(statement, {"day": day} if "day" in statement.named_parameters else {})
    columns = [c[0] for c in result.description or ()]
    rows = result.fetchall()
    sample = tuple(dict(zip(columns, row, strict=True)) for row in rows[:_SAMPLE])
    return CheckResult(name.removeprefix("checks/"), "fail" if severity == "fail" else "warn", question.rstrip("."), len(rows), sample)
