"""From a form to an act in the journal: what it may name is looked up first, so that no act is about nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import BadInputError
from pipeline.journal import write_act
from pipeline.settings import World, parse_week
from reports.approval import decide_issue
from reports.desk.board import RULINGS, list_issues
from reports.snapshot import open_standing
from reports.text import clean_text

MOST_NAME = 80
MOST_REASON = 1000


def enter_act(world: World, action: str, target: str, values: Mapping[str, str]) -> Path:
    """Write the act and return its file. ``action``: issue (target: week), rule or merge (falsehood), record (slug; ``field`` beside it).

    Raises BadInputError where the name or the reason is missing, or what it is about is not in the snapshot.
    """
    by, reason = clean_text(values.get("by", ""), MOST_NAME), clean_text(values.get("reason", ""), MOST_REASON)
    if not by:
        raise BadInputError("an act needs a name: sign it")
    if not reason and not (action == "issue" and values.get("kind") == "approve"):
        raise BadInputError("an act needs a reason: it is kept and shown")
    match action:
        case "issue":
            return _decide(world, target, values.get("kind", ""), by, reason)
        case "rule":
            return _rule(world, target, values.get("kind", ""), by, reason)
        case "merge":
            return _merge(world, target, values.get("into", ""), by, reason)
        case "record":
            return _mark_field(world, target, values.get("field", ""), values.get("kind", ""), by, reason)
    raise BadInputError(f"no action {action!r} at this desk")


def _decide(world: World, week: str, decision: str, by: str, reason: str) -> Path:
    if week not in {issue.week for issue in list_issues(world)}:
        raise BadInputError(f"no issue {week!r} is composed")
    return decide_issue(world, parse_week(week), decision, by, reason)


def _rule(world: World, falsehood: str, kind: str, by: str, reason: str) -> Path:
    if kind not in RULINGS:
        raise BadInputError(f"no ruling {kind!r}: choose one of {', '.join(RULINGS)}")
    _require_statements(world, falsehood)
    return write_act(world, kind, by, {"falsehood_id": falsehood, "reason": reason})


def _merge(world: World, falsehood: str, into: str, by: str, reason: str) -> Path:
    if falsehood == into:
        raise BadInputError("a statement cannot be merged into itself")
    rows = _require_statements(world, falsehood, into)
    if len(set(rows.values())) > 1:
        raise BadInputError("only statements about the same thing of one show are duplicates")
    return write_act(world, "merge", by, {"falsehood_id": falsehood, "merge_into": into, "reason": reason})


def _mark_field(world: World, show: str, name: str, kind: str, by: str, reason: str) -> Path:
    if kind not in ("record_wrong", "restore"):
        raise BadInputError(f"no mark {kind!r}: a field is record_wrong or restore")
    with open_standing(world.snapshot) as opened:
        known = {(row["show_slug"], row["property"]) for row in opened.fetch_rows("desk_properties")}
    if (show, name) not in known:
        raise BadInputError(f"the record of {show!r} has no field {name!r}")
    return write_act(world, kind, by, {"show": show, "property": name, "reason": reason})


def _require_statements(world: World, *falsehoods: str) -> dict[str, tuple[str, str, str]]:
    """Show, relation and polarity of each. Raises BadInputError for one that the snapshot does not have."""
    with open_standing(world.snapshot) as opened:
        rows = {r["falsehood_id"]: (r["show_slug"], r["relation"], r["polarity"]) for r in opened.fetch_rows("desk_statements")}
    for falsehood in falsehoods:
        if falsehood not in rows:
            raise BadInputError(f"no statement {falsehood!r} in the snapshot")
    return {falsehood: rows[falsehood] for falsehood in falsehoods}
