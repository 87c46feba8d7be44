"""Pages looked at in Debian's chromium: what they ask for, what they complain about, how wide they are, what an audit finds."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from pipeline.settings import World
from reports.desk.keys import Keys
from reports.desk.server import bind_port, make_server

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Visit:
    """An open page with what it asked for and complained about. ``address`` is a file or a URL."""

    def __init__(self, browser: Browser, address: Path | str, width: int = 1024, scheme: Any = "light", *, script: bool = True) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script)
        self.page: Page = self.context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(address.as_uri() if isinstance(address, Path) else address)

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def open_details(self) -> None:
        self.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        wide: int = self.page.evaluate(OVERFLOW)
        return wide

    def list_foreign(self) -> list[str]:
        """Requests that went neither to a file nor to this machine."""
        return [url for url in self.asked if not url.startswith(("file:", "data:", "http://127.0.0.1:"))]


def audit(visit: Visit, *, within: str = "", looks: Sequence[int] = WIDTHS) -> list[tuple[int, str, str, str]]:
    """Width, colours, rule and place of everything serious or critical, and of overflow, with all details open, at six looks.

    Colours are all that the scheme changes, so the second one gets the rules about colour alone. ``within``: a selector, axe looks at that
    part only. ``looks``: widths at which axe looks; at the others only the page's width is measured.
    """
    visit.open_details()
    found: list[tuple[int, str, str, str]] = []
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            visit.page.emulate_media(color_scheme=scheme)
            if (wide := visit.overflow()) > 0:
                found.append((width, scheme, "overflow", f"{wide} pixels, {find_widest(visit.page)}"))
            if width in looks:
                rules = None if scheme == SCHEMES[0] else COLOUR_RULES
                found += [(width, scheme, rule, place) for rule, place in list_serious(visit.page, rules, within)]
    return found


def list_serious(page: Page, rules: Sequence[str] | None = None, within: str = "") -> list[tuple[str, str]]:
    """axe-core's serious and critical findings: rule and the first element. ``rules`` None: all that axe has."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    chosen = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    options = {"resultTypes": ["violations"], "preload": False, **chosen}  # preloading is for style sheets of other hosts
    found = page.evaluate("([within, options]) => axe.run(within || document, options)", [within, options])["violations"]
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]


def find_widest(page: Page) -> str:
    """The beginning of the innermost element that reaches furthest to the right, outside what scrolls by itself."""
    widest: str = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, svg, pre'))
                 .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right || b.contains(a) - a.contains(b))[0]
                 .outerHTML.slice(0, 160)"""
    )
    return widest


@contextmanager
def open_desk(world: World) -> Iterator[str]:
    """The desk served on a free port as the command serves it; yields its address with the key."""
    keys = Keys()
    bound = bind_port(0)
    server = make_server(world, keys)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}/?key={keys.token}"
    finally:
        server.should_exit = True
        thread.join(10)
        bound.close()
