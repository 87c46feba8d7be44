"""Falsehoods that nobody states by chance: a name that no record has and no other article, so that whoever states it follows the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyarrow as pa

from pipeline.models import RecordBook
from pipeline.origins.expectation import expect_from
from pipeline.origins.values import hash_value, name_value
from pipeline.warehouse.arrow import DAY, FLAG, TEXT, make_schema, make_table
from pipeline.warehouse.store import Warehouse

_NAME_SCHEMA: Final = make_schema(
    {"falsehood_id": TEXT, "show_slug": TEXT, "name": TEXT, "hash": pa.uint64(), "is_title": FLAG, "day": DAY},
    required=("falsehood_id", "show_slug", "name", "hash", "is_title", "day"),
)


def mark_peculiar(wh: Warehouse, book: RecordBook) -> int:
    """Tell anew, from all that is known, which false sources carry a title that nobody else has, and their authors; returns how many names.

    A plausible mistake (another work's author, a famous director, a big city) is not among them: two may make it independently.
    """
    names = [name for row in wh.rows("detect/read_false_names") for name in list_names(row)]
    if names:  # on most nights of a small world there is none, and what the records lead one to expect need not be read
        on_record = expect_from(book).expected_of(book.shows)
        names = [name for name in names if name["hash"] not in on_record]
    with wh.transaction(), wh.offer({"given_name": make_table(names, _NAME_SCHEMA)}):
        wh.run("detect/peculiar_falsehoods")
    return wh.count("detect/count_peculiar")


def list_names(falsehood: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The names of two words and more that a falsehood's object holds."""
    for key in ("value", "author"):
        value = name_value((falsehood[key] or "").split())
        if value and value.startswith("name:"):
            yield {
                "falsehood_id": falsehood["falsehood_id"], "show_slug": falsehood["show_slug"], "name": value.removeprefix("name:"),
                "hash": hash_value(value), "is_title": key == "value", "day": falsehood["day"],
            }  # fmt: skip
