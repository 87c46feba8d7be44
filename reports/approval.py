"""Holding an issue back, or approving it: the last word in the journal counts, and a held issue is neither released nor mailed.

Where ``release.toml`` at the world's root says ``approval = true``, an issue also waits for an approval that nobody has given yet.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline.errors import BadInputError
from pipeline.journal import write_act
from pipeline.settings import World, iso_week

Decision = Literal["approve", "hold"]
RELEASE = "release.toml"


@dataclass(frozen=True, slots=True)
class Approval:
    """An editor's word on one issue. ``at`` is aware."""

    decision: Decision
    by: str
    at: datetime
    reason: str


def decide_issue(world: World, monday: date, decision: str, by: str, reason: str, at: datetime | None = None) -> Path:
    """Enter an approval or a hold into the journal; in force at once. Raises BadInputError for another word or without a name."""
    if decision not in get_args(Decision):
        raise BadInputError(f"no decision {decision!r}: choose one of {', '.join(get_args(Decision))}")
    return write_act(world, "approval", by, {"week": iso_week(monday), "decision": decision, "reason": reason}, at)


def read_approval(world: World, week: str) -> Approval | None:
    """The last decision on the week's issue, None where there is none."""
    acts = [act for path in sorted(world.journal.glob("*-approval-*.json")) if (act := _read(path)).get("week") == week]
    if not acts:
        return None
    last = max(acts, key=lambda act: datetime.fromisoformat(act["at"]))
    return Approval(last["decision"], last["by"], datetime.fromisoformat(last["at"]), last.get("reason", ""))


def require_release(world: World, monday: date) -> str:
    """Who lets the issue out: the editor who approved it, or "reelcheck". Raises BadInputError, saying what to do, where it has to wait."""
    week = iso_week(monday)
    last = read_approval(world, week)
    if last and last.decision == "hold":
        why = f" ({last.reason})" if last.reason else ""
        raise BadInputError(
            f"the issue {week} is on hold since {last.at:%Y-%m-%d %H:%M} by {last.by}{why}: it is neither released nor mailed until "
            f"somebody approves it at `reelcheck desk`"
        )
    if last is None and needs_approval(world):
        raise BadInputError(f"the issue {week} waits for an approval ({RELEASE} asks for one): give it at `reelcheck desk`")
    return last.by if last else "reelcheck"


def needs_approval(world: World) -> bool:
    """Does ``release.toml`` ask for an approval? False without the file. Raises BadInputError for anything but ``approval``."""
    path = world.root / RELEASE
    if not path.exists():
        return False
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadInputError(f"{path}: no TOML: {error}") from error
    if set(told) - {"approval"} or not isinstance(told.get("approval", False), bool):
        raise BadInputError(f"{path}: the one key is approval, true or false")
    return bool(told.get("approval", False))


def _read(path: Path) -> dict[str, Any]:
    try:
        act = json.loads(path.read_text(encoding="utf-8"))
        datetime.fromisoformat(act["at"])
        return {**act, "decision": act["decision"], "by": act["by"]}
    except (ValueError, KeyError, TypeError) as error:
        raise BadInputError(f"{path}: no approval: it needs week, decision, by and at ({error})") from error
