"""The data dictionary, from the comments that the tables and views carry."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from pipeline.warehouse.statements import VIEWS, read_sql
from pipeline.warehouse.store import Warehouse, connect, create_schema

_HEAD: Final = """# Data dictionary

Generated from the comments in `pipeline/sql/` by `scripts/make_data_dictionary.py`; a test fails when it is stale.

`reelcheck sql` opens the published snapshot. The views below are what to ask. All times are UTC without a zone; a *day* is the day
(partition) that a night was for. Every view whose call is given can be read as of a day, `known_at` cutting off what was recorded later:

```sql
SELECT show_title, relation, object, articles, origins FROM falsehoods ORDER BY origins DESC;
SELECT * FROM falsehoods_as_of(DATE '2026-11-22', known_at := TIMESTAMP '2026-11-23 06:00:00');
```

Headlines and quotes can be searched once DuckDB's extension `fts` is loaded: `fts_main_articles.match_bm25(article_id, 'words')`,
`fts_main_claims.match_bm25(claim_id, 'words')`.
"""
_BASE_HEAD: Final = """
# The warehouse's own tables

Schema `base`. The snapshot has them without article bodies, sketches and mails. A key is unique by a check, not by a constraint.
"""


def render_dictionary() -> str:
    """The whole page as Markdown; raises ValueError naming the first table, view or column without a comment."""
    with connect(":memory:") as db:
        wh = Warehouse(db)
        create_schema(wh)
        columns = wh.rows("load/dictionary")
    described = {key: list(rows) for key, rows in groupby(columns, key=itemgetter("schema_name", "table_name"))}
    for row in columns:
        if not row["table_comment"] or not row["column_comment"]:
            raise ValueError(f"{row['schema_name']}.{row['table_name']}.{row['column_name']} has no comment")
    parts = [_HEAD]
    parts += ["".join(_render(view, described["main", view], find_call(view))) for view in VIEWS]
    parts.append(_BASE_HEAD)
    parts += ["".join(_render(f"base.{table}", rows, None)) for (schema, table), rows in described.items() if schema == "base"]
    return "\n".join(parts)


def find_call(view: str) -> str | None:
    """How the view's as-of macro is called; None where it has none."""
    for line in read_sql(f"views/{view}").splitlines():
        if line.startswith("CREATE OR REPLACE MACRO "):
            return line.removeprefix("CREATE OR REPLACE MACRO ").removesuffix(" AS TABLE")
    return None


def _render(name: str, rows: list[dict[str, str]], call: str | None) -> Iterator[str]:
    yield f"## {name}\n\n{rows[0]['table_comment']}\n"
    if call:
        yield f"\nAs of a day: `{call}`\n"
    yield "\n| column | type | |\n|---|---|---|\n"
    for row in rows:
        yield f"| {row['column_name']} | {row['data_type']} | {row['column_comment'].replace('|', '&#124;')} |\n"
