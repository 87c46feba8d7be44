"""The desk in Debian's chromium, served as the command serves it: without script, on a phone."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from pipeline.settings import World
from reports.digest import build_digest
from tests.reports.browsing import Visit, open_desk
from tests.reports.stage import MONDAY

pytestmark = pytest.mark.browser


@pytest.fixture
def address(world: World) -> Iterator[str]:
    build_digest(world, MONDAY)
    with open_desk(world) as opened:
        yield opened


def test_an_editor_rules_and_holds_without_script(address: str, world: World, browser: Browser) -> None:
    with Visit(browser, address, 390, script=False) as visit:
        page = visit.page
        assert "key=" not in page.url
        issue = page.locator("#issue-2026-W47")
        issue.get_by_label("Reason").fill("item 1 needs another look")
        issue.get_by_label("Signed").fill("Ada")
        issue.get_by_role("button", name="Hold 2026-W47").click()
        assert page.locator("[role=status]").inner_text().startswith("Entered into the journal")
        entry = page.locator("article[id^=s-]").first
        entry.locator("summary").click()
        entry.get_by_label("Ruling").select_option("soften")
        entry.locator("form").first.get_by_label("Reason").fill("thin")
        entry.get_by_role("button", name="Enter the ruling").click()
        assert page.get_by_role("region", name="Acts not in force yet").inner_text().count("soften") == 1
        assert all(url.startswith((address.split("?", maxsplit=1)[0], "data:")) for url in visit.asked)
    kinds = sorted(json.loads(path.read_text())["kind"] for path in world.journal.glob("*.json"))
    assert kinds == ["approval", "soften"]
