"""Human acts from the journal into the warehouse. The journal outlives the warehouse: merging it anew gives the same rows.

One JSON file per act, ``<name>.json``; its name is the act's id. Every act has ``kind``, ``by`` (who) and ``at`` (ISO 8601 with zone).

confirm, soften, reject     claim_id or falsehood_id, reason; verdict where it is not the kind's own (OWN_VERDICT)
hold, release, dispute      claim_id or falsehood_id, reason
merge                       falsehood_id, merge_into, reason
record_wrong                show, property, value (optional), reason: also takes the field out of service
restore                     show, property, value (optional), reason: puts it back
note                        falsehood_id, article_id, step (sent, answered, closed), to (optional)
mail                        week, reader (a hash), outcome (sent, refused), error (optional)
issue                       week, items: list of item_id, kind, headline and, where they apply, falsehood_id, articles, origins

Other kinds are left to those who write them: approval (week, decision) to reports/approval.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from pipeline.errors import BadInputError
from pipeline.warehouse.arrow import DAY, TEXT, TIME, WHOLE, Columns, make_schema, make_table
from pipeline.warehouse.store import Warehouse

Row = dict[str, Any]

OWN_VERDICT: Final[Mapping[str, str | None]] = {
    "confirm": "contradicted", "soften": "conflicts_with_record", "reject": "unverifiable",
    "hold": None, "release": None, "dispute": None, "merge": None, "record_wrong": None,
}  # fmt: skip
_VERDICTS: Final = frozenset({"supported", "contradicted", "conflicts_with_record", "minor_discrepancy", "unverifiable", "not_a_claim"})
_COLUMNS: Final[Mapping[str, Columns]] = {
    "rulings": {
        "ruling_id": TEXT, "kind": TEXT, "claim_id": TEXT, "falsehood_id": TEXT, "show_slug": TEXT, "property": TEXT, "verdict": TEXT,
        "merge_into": TEXT, "reason": TEXT, "ruled_by": TEXT, "ruled_at": TIME, "day": DAY,
    },
    "correction_notes": {
        "note_id": TEXT, "falsehood_id": TEXT, "article_id": TEXT, "kind": TEXT, "sent_to": TEXT, "noted_by": TEXT, "noted_at": TIME,
    },
    "mails": {"week": TEXT, "reader": TEXT, "outcome": TEXT, "error": TEXT, "sent_at": TIME},
    "digest_items": {
        "week": TEXT, "position": WHOLE, "item_id": TEXT, "kind": TEXT, "falsehood_id": TEXT, "headline": TEXT, "articles": WHOLE,
        "origins": WHOLE, "printed_at": TIME,
    },
    "quarantine": {"show_slug": TEXT, "property": TEXT, "value": TEXT, "since": TIME, "reason": TEXT, "lifted_at": TIME},
}  # fmt: skip
_SCHEMAS: Final = {table: make_schema(columns) for table, columns in _COLUMNS.items()}


def merge_journal(wh: Warehouse, journal: Path) -> dict[str, int]:
    """Make the warehouse's rulings, notes, mails, printed items and quarantine those of the journal; returns rows by table.

    Raises BadInputError naming the file and key that cannot be used; then nothing is changed.
    """
    rows = read_journal(journal)
    with wh.transaction(), wh.offer({f"given_{table}": make_table(rows[table], schema) for table, schema in _SCHEMAS.items()}):
        wh.run("load/journal")
    return {table: len(listed) for table, listed in rows.items()}


def read_journal(journal: Path) -> dict[str, list[Row]]:
    """Rows by table, in the order of the acts. A folder that is missing is an empty journal."""
    acts = sorted((_read_act(path) for path in sorted(journal.glob("*.json"))), key=lambda act: (act["at"], act["id"]))
    tables: dict[str, list[Row]] = {table: [] for table in _SCHEMAS}
    for act in acts:
        for table, row in _to_rows(act):
            tables[table].append(row)
    tables["mails"] = _keep_last(tables["mails"], ("week", "reader"))
    tables["digest_items"] = _keep_last(tables["digest_items"], ("week", "position"))
    tables["quarantine"] = _to_quarantine(acts)
    return tables


def _read_act(path: Path) -> Row:
    try:
        act = json.loads(path.read_text("utf-8"))
        at = datetime.fromisoformat(act["at"])
        kind, by = act["kind"], act["by"]
    except (ValueError, KeyError, TypeError) as e:
        raise BadInputError(f"{path}: no journal entry: it needs kind, by and at (ISO 8601 with zone) ({e})") from e
    if at.tzinfo is None or not isinstance(kind, str) or not isinstance(by, str):
        raise BadInputError(f"{path}: `at` needs a zone, for example 2026-11-23T08:00:00+00:00; kind and by are texts")
    named: Row = {"id": path.stem, "at": at.astimezone(UTC).replace(tzinfo=None), "path": path}
    return {**act, **named}


def _to_rows(act: Row) -> Iterator[tuple[str, Row]]:
    kind = act["kind"]
    maker = _MAKERS.get("ruling" if kind in OWN_VERDICT else kind)
    if maker is not None:
        try:
            yield from maker(act)
        except KeyError as e:
            raise BadInputError(f"{act['path']}: a {kind} needs the key {e}") from e


def _to_ruling(act: Row) -> Iterator[tuple[str, Row]]:
    kind = act["kind"]
    verdict = act.get("verdict") or OWN_VERDICT[kind]
    if verdict is not None and verdict not in _VERDICTS:
        raise BadInputError(f"{act['path']}: {verdict!r} is no verdict: choose one of {', '.join(sorted(_VERDICTS))}")
    if kind != "record_wrong" and not (act.get("claim_id") or act.get("falsehood_id")):
        raise BadInputError(f"{act['path']}: a {kind} needs claim_id or falsehood_id")
    yield "rulings", {
        "ruling_id": act["id"], "kind": kind, "claim_id": act.get("claim_id"), "falsehood_id": act.get("falsehood_id"),
        "show_slug": act["show"] if kind == "record_wrong" else act.get("show"),
        "property": act["property"] if kind == "record_wrong" else act.get("property"), "verdict": verdict,
        "merge_into": act["merge_into"] if kind == "merge" else None, "reason": act["reason"], "ruled_by": act["by"],
        "ruled_at": act["at"], "day": act["at"].date(),
    }  # fmt: skip


def _to_note(act: Row) -> Iterator[tuple[str, Row]]:
    yield "correction_notes", {
        "note_id": act["id"], "falsehood_id": act.get("falsehood_id"), "article_id": act.get("article_id"), "kind": act["step"],
        "sent_to": act.get("to"), "noted_by": act["by"], "noted_at": act["at"],
    }  # fmt: skip


def _to_mail(act: Row) -> Iterator[tuple[str, Row]]:
    yield "mails", {
        "week": act["week"], "reader": act["reader"], "outcome": act["outcome"], "error": act.get("error"), "sent_at": act["at"],
    }  # fmt: skip


def _to_items(act: Row) -> Iterator[tuple[str, Row]]:
    for position, item in enumerate(act["items"], 1):
        yield "digest_items", {
            "week": act["week"], "position": position, "item_id": item["item_id"], "kind": item["kind"],
            "falsehood_id": item.get("falsehood_id"), "headline": item["headline"], "articles": item.get("articles"),
            "origins": item.get("origins"), "printed_at": act["at"],
        }  # fmt: skip


_MAKERS: Final[Mapping[str, Callable[[Row], Iterator[tuple[str, Row]]]]] = {
    "ruling": _to_ruling, "note": _to_note, "mail": _to_mail, "issue": _to_items,
}  # fmt: skip


def _to_quarantine(acts: Iterable[Row]) -> list[Row]:
    """Fields out of service since an editor marked them wrong, each until the next act that restores it."""
    out: list[Row] = []
    for act in acts:
        if act["kind"] not in ("record_wrong", "restore"):
            continue
        try:
            field = (act["show"], act["property"], act.get("value"))
        except KeyError as e:
            raise BadInputError(f"{act['path']}: a {act['kind']} needs the key {e}") from e
        standing = [q for q in out if (q["show_slug"], q["property"], q["value"]) == field and q["lifted_at"] is None]
        if act["kind"] == "restore":
            for q in standing:
                q["lifted_at"] = act["at"]
        elif not standing:
            show, name, value = field
            out.append(
                {"show_slug": show, "property": name, "value": value, "since": act["at"], "reason": act["reason"], "lifted_at": None}
            )
    return out


def _keep_last(rows: list[Row], key: tuple[str, ...]) -> list[Row]:
    return list({tuple(row[k] for k in key): row for row in rows}.values())
