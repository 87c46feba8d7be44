"""What lies on the desk: the issue that waits, its statements, what needs a human, and acts that are not in force yet."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline.errors import BadInputError
from pipeline.settings import World, parse_week
from reports.approval import Approval, needs_approval, read_approval
from reports.context import IssueContext, Source, Words
from reports.digest import CONTEXT, issue_act, read_context
from reports.facts import Answer, read_object, read_records
from reports.notes import find_objection
from reports.snapshot import Row, open_standing
from reports.text import clean_text, clean_title, safe_link
from reports.wording import TOPICS, say_claim

MOST_OTHERS = 60
RULINGS = {
    "confirm": "Confirm: it contradicts the record",
    "soften": "Soften: it merely does not fit",
    "reject": "Reject: leave it open",
    "hold": "Hold: do not print",
    "release": "Release: print again",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One issue. ``state`` is "waits", "held", "approved" or "out"."""

    week: str
    monday: date
    title: str
    items: int
    state: str
    approval: Approval | None


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the journal that the snapshot has not taken in. ``key`` is the statement or the "slug property" that it is about,
    ``about`` the same in words where the desk has any."""

    name: str
    kind: str
    by: str
    at: str
    key: str
    about: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement with what an editor needs to rule on it. ``why`` says what it waits for, None for nothing.

    ``pending`` are acts about it, or about its field of the record, that are not in force yet.
    """

    key: str
    show: str
    title: str
    relation: str
    topic: str
    said: Words
    answer: Words | None
    sources: tuple[Source, ...]
    verdict: str
    explanation: str
    quote: str
    site: str
    headline: str
    url: str | None
    pages: int
    origins: int
    why: str | None
    ruled: str | None
    in_issue: str | None
    twins: tuple[tuple[str, str], ...]
    pending: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the desk at one moment. ``fields`` are properties by show, each with whether it is out of service."""

    world: str
    issues: tuple[Waiting, ...]
    asks_approval: bool
    printed: tuple[Entry, ...]
    waiting: tuple[Entry, ...]
    others: tuple[Entry, ...]
    others_hidden: int
    acts: tuple[Act, ...]
    fields: Mapping[tuple[str, str], tuple[tuple[str, bool], ...]]

    @property
    def statements(self) -> tuple[Entry, ...]:
        return (*self.printed, *self.waiting, *self.others)


def lay_out(world: World) -> Board:
    """Read the desk. Raises BadInputError without a snapshot."""
    issues = list_issues(world)
    with open_standing(world.snapshot) as opened:
        rows = opened.fetch_rows("desk_statements")
        records = read_records(opened, (row["show_slug"] for row in rows))
        known = {row["act"] for row in opened.fetch_rows("desk_known_acts")}
        restored = {(r["show_slug"], r["property"]) for r in opened.fetch_rows("desk_restored")}
        properties = opened.fetch_rows("desk_properties")
    newest = read_context(world.digest(issues[0].monday)) if issues else None
    places = _place_items(newest)
    by_show: dict[str, list[Row]] = {}
    for row in rows:
        by_show.setdefault(row["show_slug"], []).append(row)
    said = {str(row["falsehood_id"]): _say(row).plain for row in rows}
    acts = [replace(act, about=said.get(act.key, act.about)) for act in list_pending(world, known, restored)]
    entries = [
        replace(entry, pending=tuple(act for act in acts if act.key in (entry.key, f"{entry.show} {entry.relation}")))
        for entry in (_make_entry(row, records, places, by_show[row["show_slug"]]) for row in rows)
    ]
    printed = sorted((e for e in entries if e.in_issue), key=lambda e: places[e.key])
    waiting = [e for e in entries if e.why and not e.in_issue]
    others = [e for e in entries if not e.why and not e.in_issue]
    fields: dict[tuple[str, str], tuple[tuple[str, bool], ...]] = {}
    for row in properties:
        key = (row["show_slug"], clean_title(row["show_title"]))
        fields[key] = (*(f for f in fields.get(key, ()) if f[0] != row["property"]), (row["property"], bool(row["is_quarantined"])))
    return Board(
        world=world.name,
        issues=tuple(issues),
        asks_approval=needs_approval(world),
        printed=tuple(printed),
        waiting=tuple(waiting),
        others=tuple(others[:MOST_OTHERS]),
        others_hidden=max(0, len(others) - MOST_OTHERS),
        acts=tuple(acts),
        fields=fields,
    )


def list_issues(world: World) -> list[Waiting]:
    """Composed issues, newest first."""
    found = []
    for path in sorted(world.digest(date.min).parent.glob(f"*-W*/{CONTEXT}"), reverse=True):
        try:
            context, monday = read_context(path.parent), parse_week(path.parent.name)
        except BadInputError:
            continue  # a folder that somebody moved aside
        approval = read_approval(world, context.week)
        held = approval is not None and approval.decision == "hold"
        state = "held" if held else "out" if issue_act(world, context.week).exists() else "approved" if approval else "waits"
        found.append(Waiting(context.week, monday, context.title, len(context.items), state, approval))
    return found


def _place_items(issue: IssueContext | None) -> dict[str, tuple[int, int]]:
    """Key of a falsehood -> rank of its item and place in it."""
    return {key: (item.rank, n) for item in (issue.items if issue else ()) for n, key in enumerate(item.keys)}


def _make_entry(row: Row, records: Any, places: Mapping[str, tuple[int, int]], same_show: Sequence[Row]) -> Entry:
    title, key = clean_title(row["show_title"]), str(row["falsehood_id"])
    answer = Answer(row["show_slug"], title, row["relation"], row["evidence"], records, row["explanation"])
    ruled = f"{clean_text(row['ruled_by'])}: {clean_text(row['ruling_reason'] or '')}" if row["ruled_by"] else None
    return Entry(
        key=key,
        show=row["show_slug"],
        title=title,
        relation=row["relation"],
        topic=TOPICS.get(str(row["relation"]), str(row["relation"])),
        said=_say(row),
        answer=answer.headline,
        sources=answer.sources,
        verdict=_say_verdict(row),
        explanation=clean_text(row["explanation"] or ""),
        quote=clean_text(row["quote"] or ""),
        site=clean_text(row["site_name"], 80),
        headline=clean_title(row["title"] or row["url"]),
        url=safe_link(row["url"]),
        pages=row["pages"],
        origins=row["origins"],
        why=_say_wait(row),
        ruled=ruled,
        in_issue=f"item {places[key][0]}" if key in places else None,
        twins=tuple((r["falsehood_id"], _say(r).plain) for r in same_show if r["relation"] == row["relation"] and r["falsehood_id"] != key),
    )


def _say(row: Row) -> Words:
    return say_claim(clean_title(row["show_title"]), row["relation"], read_object(row["object"]), row["polarity"])


def _say_verdict(row: Row) -> str:
    """The verdict, with the number of pages where it is not that of all of them."""
    told = str(row["verdict"]).replace("_", " ")
    return told if row["pages_so"] == row["pages"] else f"{told} on {row['pages_so']} of them"


def _say_wait(row: Row) -> str | None:
    if row["is_held"]:
        return "paused by a hold or a dispute"
    if row["ruled_by"]:
        return None
    if row["verdict"] == "conflicts_with_record":
        return "differs from a record that may be incomplete"
    return find_objection({**row, "is_confirmed": False}) if row["verdict"] == "contradicted" else None


def list_pending(world: World, known: set[str], restored: set[tuple[str, str]]) -> list[Act]:
    """Acts of the journal that the snapshot does not know, newest first: a rescore or the next night brings them into force."""
    found = []
    for path in sorted(world.journal.glob("*.json"), reverse=True):
        try:
            act = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue  # the night names it, in its own error
        kind = act.get("kind")
        if path.stem in known or kind not in (*RULINGS, "dispute", "merge", "record_wrong", "restore", "note"):
            continue
        if kind == "restore" and (act.get("show"), act.get("property")) in restored:
            continue
        about = clean_text(str(act.get("falsehood_id") or act.get("claim_id") or f"{act.get('show')} {act.get('property')}"))
        told = {key: clean_text(str(act.get(key, ""))) for key in ("by", "at", "reason")}
        found.append(Act(path.stem, str(kind).replace("_", " "), told["by"], told["at"][:16], about, about, told["reason"]))
    return found
