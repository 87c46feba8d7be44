"""What changed on record since the issue before: the part of the digest that says by what the verdicts are judged now, and no longer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any, cast

from reports.context import ChangeKind, IssueContext, RecordChange, RecordNews, RecordSource, Words
from reports.facts import rank_sources, read_day, read_list, read_object
from reports.holding import needs_an_editor
from reports.items import refer_to_show
from reports.language import mark, ntr, tr
from reports.publishers import Standing, is_second_hand
from reports.snapshot import Row, Snapshot
from reports.text import clean_optional, clean_text, safe_link
from reports.wording import count, say_claim, say_topic

MOST_CHANGES = 12
MOST_VALUES = 3  # of one list that changed in one go
MOST_SOURCES = 2

_WORDS = {
    "superseded": mark("Replaced"),
    "removed": mark("Withdrawn"),
    "disputed": mark("Disputed"),
    "settled": mark("No longer disputed"),
    "added": mark("Added"),
    "completed": mark("Now a complete list"),
    "reopened": mark("No longer a complete list"),
    "sourced": mark("More sources"),
    "unsourced": mark("Fewer sources"),
}


_VOUCHING = {
    "removed": mark("Until then on the word of"),
    "sourced": mark("Now also on the word of"),
    "unsourced": mark("No longer on the word of"),
}
_ON_THE_WORD_OF = mark("On the word of")


def list_record_news(snapshot: Snapshot, previous: IssueContext | None, standing: Standing) -> RecordNews:
    """Changes since the issue before was composed, those that changed a verdict first; what one edit did to one list is one line.

    ``standing``: for how many shows each publisher is cited, by which sources are chosen. Lines that an editor has to see first are only
    counted.
    """
    since, until = find_window(snapshot, previous)
    groups: dict[tuple[str, str, datetime, ChangeKind, int | None], list[Row]] = {}
    for number, row in enumerate(snapshot.fetch_rows("record_changes", since=since, until=until)):
        kind = _refine_kind(row)
        apart = number if kind == "superseded" else None
        groups.setdefault((row["show_slug"], row["property"], row["moment"], kind, apart), []).append(row)
    lines = [_read_change(kind, rows, snapshot, standing) for (_, _, _, kind, _), rows in groups.items() if not _waits(rows)]
    printed = lines[:MOST_CHANGES]
    return RecordNews(since=since.date(), changes=tuple(printed), hidden=len(groups) - len(printed))


def find_window(snapshot: Snapshot, previous: IssueContext | None) -> tuple[datetime, datetime]:
    """(after, before), naive UTC: Sunday's night is recorded on the Monday on which the issue is composed, and what came after the issue
    before was composed belongs to this one."""
    tuesday = datetime.combine(snapshot.monday + timedelta(days=1), time())
    until = tuesday + timedelta(days=7)
    if previous is None or previous.cut_off is None:
        return datetime.combine(snapshot.monday, time()), until
    return min(tuesday, previous.cut_off.astimezone(UTC).replace(tzinfo=None)), until


def _refine_kind(row: Row) -> ChangeKind:
    """Whether other sources are more or fewer: a fact that gained one is better vouched for, whatever it lost."""
    if row["kind"] != "sources":
        return cast(ChangeKind, row["kind"])
    return "sourced" if _sources_only_in(row["sources"], row["old_sources"]) else "unsourced"


def _sources_only_in(these: Any, those: Any) -> list[Row]:
    known = {source.get("key") for source in read_list(those)}
    return [source for source in read_list(these) if source.get("key") not in known]


def _waits(rows: Sequence[Row]) -> bool:
    """Does one of these values touch what the machine prints of nobody alone?"""
    sides = ((row, prefix) for row in rows for prefix in ("", "old_") if row[f"{prefix}value"] is not None)
    return any(
        needs_an_editor(row["property"], values, tuple(str(v) for v in values.values()), (row["show_title"],))
        for row, prefix in sides
        for values in (_read_values(row, prefix),)
    )


def _read_values(row: Row, prefix: str) -> dict[str, Any]:
    return {"value": row[f"{prefix}value"], **read_object(row[f"{prefix}qualifiers"])}


def _read_change(kind: ChangeKind, rows: Sequence[Row], snapshot: Snapshot, standing: Standing) -> RecordChange:
    first = rows[0]
    show = refer_to_show(first["show_slug"], first["show_title"])

    def say_values(prefix: str) -> tuple[Words, ...]:
        return tuple(say_claim(show.title, first["property"], _read_values(row, prefix)) for row in rows[:MOST_VALUES])

    return RecordChange(
        show=show,
        relation=first["property"],
        topic=say_topic(first["property"]),
        kind=kind,
        word=tr(_WORDS[kind]),
        was=say_values("old_") if kind in ("superseded", "removed") else (),
        now=() if kind == "removed" else say_values(""),
        values=len(rows),
        note=clean_optional(first["disputed"]) if kind == "disputed" else None,
        vouching=tr(_VOUCHING.get(kind, _ON_THE_WORD_OF)),
        sources=_name_sources((entry for row in rows for entry in _find_vouchers(kind, row)), snapshot, standing),
        seen=first["moment"].date(),
        rejudged=first["rejudged"],
        changed=first["changed"],
        effect=_say_effect(first["rejudged"], first["changed"]),
    )


def _find_vouchers(kind: ChangeKind, row: Row) -> list[Row]:
    """Who vouches for what is new, or did for what went."""
    match kind:
        case "removed":
            return read_list(row["old_sources"])
        case "unsourced":
            return _sources_only_in(row["old_sources"], row["sources"])
        case "sourced":
            return _sources_only_in(row["sources"], row["old_sources"])
    return read_list(row["sources"])


def _name_sources(entries: Iterable[Row], snapshot: Snapshot, standing: Standing) -> tuple[RecordSource, ...]:
    """The best of those that vouch, one per owner; general knowledge is never named."""
    told = [entry for entry in entries if int(entry.get("tier") or 4) < 4]
    chosen: dict[str, RecordSource] = {}
    for entry in rank_sources(told, standing, snapshot.known_on):
        source = _read_source(entry, snapshot)
        if not (is_second_hand(entry) and chosen):
            chosen.setdefault(source.owner or source.publisher, source)
    return tuple(chosen.values())[:MOST_SOURCES]


def _read_source(entry: Mapping[str, Any], snapshot: Snapshot) -> RecordSource:
    publisher = clean_text(str(entry.get("publisher") or "the record"), 80)
    owner = clean_text(str(entry["owner"]), 80) if entry.get("owner") else None
    return RecordSource(
        publisher=publisher, owner=owner, url=safe_link(entry.get("url")), read=read_day(entry.get("read"), snapshot.known_on)
    )


def _say_effect(rejudged: int, changed: int) -> str | None:
    """What it did to verdicts that were stored already; None for nothing."""
    if not rejudged:
        return None
    judged = tr("%s judged anew") % count(rejudged, "stored claim")
    return f"{judged}, {ntr('%d verdict changed', '%d verdicts changed', changed) % changed if changed else tr('no verdict changed')}"
