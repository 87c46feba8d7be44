"""The desk in Debian's chromium, served as the command serves it: without script, on a phone, audited."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import sync_playwright

from pipeline.settings import World
from reports.desk.keys import Keys
from reports.desk.server import bind_port, make_server
from reports.digest import build_digest
from tests.reports.stage import MONDAY
from tests.reports.test_pages import ARGUMENTS, CHROMIUM, list_serious

pytestmark = pytest.mark.browser


@pytest.fixture
def address(world: World) -> Iterator[str]:
    build_digest(world, MONDAY)
    keys = Keys()
    bound = bind_port(0)
    server = make_server(world, keys)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{bound.getsockname()[1]}/?key={keys.token}"
    server.should_exit = True
    thread.join(10)
    bound.close()


def test_an_editor_rules_and_holds_without_script(address: str, world: World) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
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
        assert all(url.startswith((address.split("?", maxsplit=1)[0], "data:")) for url in asked)
        context.close()
        look = browser.new_context().new_page()
        look.goto(address)
        look.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        for width, scheme in ((360, "dark"), (1440, "light")):
            look.set_viewport_size({"width": width, "height": 900})
            look.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert look.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
            assert list_serious(look) == []
        browser.close()
    kinds = sorted(json.loads(path.read_text())["kind"] for path in world.journal.glob("*.json"))
    assert kinds == ["approval", "soften"]
