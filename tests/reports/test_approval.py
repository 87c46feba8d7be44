from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from pipeline.errors import BadInputError
from pipeline.settings import World
from reports.approval import decide_issue, needs_approval, read_approval
from reports.digest import build_digest
from reports.mail import mail_issue
from reports.release import release_issue
from tests.reports.stage import MONDAY

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_an_issue_on_hold_is_neither_released_nor_mailed(world: World) -> None:
    build_digest(world, MONDAY)
    (world.root / "readers.toml").write_text('[[reader]]\naddress = "a@b.example"\n')
    decide_issue(world, MONDAY, "hold", "Ada", "item 2 needs another look", NOON)
    with pytest.raises(BadInputError, match=r"2026-W47 is on hold since 2026-11-23 12:00 by Ada \(item 2 needs another look\)"):
        release_issue(world, MONDAY)
    with pytest.raises(BadInputError, match="on hold"):
        mail_issue(world, MONDAY, "smtp://127.0.0.1:9/?disable_tls=true")
    assert not list(world.journal.glob("issue-*"))
    assert not list(world.journal.glob("mail-*"))
    assert not (world.digest(MONDAY).parent / "index.html").exists()


def test_the_last_word_counts_and_signs_the_release(world: World) -> None:
    build_digest(world, MONDAY)
    decide_issue(world, MONDAY, "approve", "Bo", "", NOON.replace(hour=14))
    decide_issue(world, MONDAY, "hold", "Ada", "wait", NOON)
    decision = read_approval(world, "2026-W47")
    assert decision is not None
    assert (decision.decision, decision.by) == ("approve", "Bo")
    release_issue(world, MONDAY)
    assert json.loads((world.journal / "issue-2026-W47.json").read_text())["by"] == "Bo"


def test_a_hold_on_one_week_holds_no_other(world: World) -> None:
    build_digest(world, MONDAY)
    decide_issue(world, MONDAY.replace(day=9), "hold", "Ada", "wait", NOON)
    assert release_issue(world, MONDAY).exists()


def test_where_an_approval_is_asked_for_it_is_waited_for(world: World) -> None:
    build_digest(world, MONDAY)
    (world.root / "release.toml").write_text("approval = true\n")
    assert needs_approval(world)
    with pytest.raises(BadInputError, match="waits for an approval"):
        release_issue(world, MONDAY)
    decide_issue(world, MONDAY, "approve", "Bo", "", NOON)
    assert release_issue(world, MONDAY).exists()


@pytest.mark.parametrize("text", ["aproval = true\n", "approval = 'yes'\n", "approval"])
def test_mistakes_are_named(world: World, text: str) -> None:
    (world.root / "release.toml").write_text(text)
    with pytest.raises(BadInputError, match=r"release\.toml"):
        needs_approval(world)


def test_a_damaged_act_stops_the_release(world: World) -> None:
    build_digest(world, MONDAY)
    world.journal.mkdir(exist_ok=True)
    (world.journal / "20261123T120000-approval-00.json").write_text('{"week": "2026-W47", "at": "2026-11-23T12:00:00+00:00"}')
    with pytest.raises(BadInputError, match="no approval"):
        release_issue(world, MONDAY)


def test_only_two_words_are_decisions(world: World) -> None:
    with pytest.raises(BadInputError, match="no decision 'maybe'"):
        decide_issue(world, MONDAY, "maybe", "Ada", "")
