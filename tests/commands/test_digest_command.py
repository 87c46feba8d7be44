"""``reelcheck digest``: built, held, and listed anew."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.errors import BadInputError
from pipeline.settings import World
from reports.approval import decide_issue
from tests.reports.conftest import publish
from tests.reports.sample import BOOK, build_sample
from tests.reports.stage import MONDAY

WEEK = ("digest", "--week", "2026-W47", "--world", "newsstand")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    return publish(build_sample(), World("newsstand", tmp_path / "newsstand"))


def test_an_issue_on_hold_is_built_and_not_released(world: World) -> None:
    decide_issue(world, MONDAY, "hold", "Ada", "wait", datetime(2026, 11, 23, 8, tzinfo=UTC))
    result = CliRunner().invoke(app, WEEK)
    assert result.exit_code == 3
    assert "on hold since 2026-11-23 08:00 by Ada (wait)" in result.stderr
    assert Path(result.stdout.splitlines()[0]).exists()
    assert not list(world.journal.glob("issue-*"))


def test_again_lists_what_differs_and_changes_nothing(world: World) -> None:
    with pytest.raises(BadInputError, match="no issue is frozen"):
        CliRunner().invoke(app, [*WEEK, "--again"], catch_exceptions=False)
    decide_issue(world, MONDAY, "hold", "Ada", "wait")
    CliRunner().invoke(app, WEEK)
    frozen = (world.digest(MONDAY) / "context.json").read_bytes()
    assert "is the same" in CliRunner().invoke(app, [*WEEK, "--again"]).stdout
    more = build_sample()
    late = more.article("kiosk", "One more", day=2, show="the-salt-ledger")
    more.claim(late, "the-salt-ledger", "based_on", {"author": "Peter Vance", "kind": "article"}, "as Peter Vance had it", BOOK)
    publish(more, world)
    assert "/pages: 6 -> 7" in CliRunner().invoke(app, [*WEEK, "--again"]).stdout
    assert (world.digest(MONDAY) / "context.json").read_bytes() == frozen
