"""The digest in a real browser: Debian's chromium. Audits, widths, darkness, search, paper, and nothing fetched from anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.settings import World
from reports.context import IssueContext
from reports.digest import build_digest, freeze, render
from reports.release import release_issue
from tests.reports.conftest import publish
from tests.reports.hostile import build_hostile
from tests.reports.sample import build_sample
from tests.reports.stage import MONDAY, Stage

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = (
    "2026-W47/index.html",
    "2026-W47/mail.html",
    "2026-W47/mail.es.html",
    "2026-W48/index.html",
    "index.html",
    "policy.html",
    "method.html",
    "shows/the-salt-ledger.html",
    "sites/truetales.html",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM.exists(), "no chromium: `make setup` installs Debian's package (apt-get install chromium)"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample week, released, and a quiet week after it."""
    world = publish(build_sample(), World("newsstand", tmp_path_factory.mktemp("pages")))
    for monday in (MONDAY, Stage().day(7)):
        build_digest(world, monday)
        release_issue(world, monday)
    return world.digest(MONDAY).parent


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile week, released."""
    world = publish(build_hostile(), World("newsstand", tmp_path_factory.mktemp("hostile-pages")))
    build_digest(world, MONDAY)
    release_issue(world, MONDAY)
    return world.digest(MONDAY).parent


class Visit:
    """An open page with what it asked for and complained about."""

    def __init__(self, browser: Browser, path: Path, width: int = 1024, scheme: Any = "light") -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=False)
        self.page: Page = self.context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(path.as_uri())

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def open_details(self) -> None:
        self.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return wide


@pytest.mark.parametrize("name", PAGES)
def test_no_serious_finding_no_overflow_nothing_fetched(browser: Browser, digests: Path, name: str) -> None:
    with Visit(browser, digests / name) as visit:
        visit.open_details()
        for width in WIDTHS:
            for scheme in SCHEMES:
                visit.page.set_viewport_size({"width": width, "height": 900})
                visit.page.emulate_media(color_scheme=scheme)
                assert visit.overflow() <= 0, (width, scheme)
                # Small pages are made of parts of the big one: two looks do there.
                if name == PAGES[0] or (width, scheme) in ((360, "dark"), (1440, "light")):
                    assert list_serious(visit.page) == [], (width, scheme)
        assert visit.complaints == []
        assert all(url.startswith(("file:", "data:")) for url in visit.asked)
        assert all("/charts/" in url for url in visit.asked[1:] if url != "data:,")


def test_the_audit_sees_what_is_wrong(browser: Browser, digests: Path) -> None:
    with Visit(browser, digests / PAGES[0]) as visit:
        visit.page.evaluate("document.querySelector('.opening p').style.color = '#ddd'; document.querySelector('#find label').remove()")
        assert {rule for rule, _ in list_serious(visit.page)} >= {"color-contrast", "label"}


def list_serious(page: Page) -> list[tuple[str, str]]:
    """axe-core's serious and critical findings: rule and the first element."""
    found = Axe().run(page).response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]


def test_hostile_titles_break_nothing(browser: Browser, hostile: Path) -> None:
    for name in ("2026-W47/index.html", "2026-W47/mail.html", "index.html", *(f"sites/site{n}.html" for n in range(8))):
        with Visit(browser, hostile / name, 360) as visit:
            visit.open_details()
            assert visit.overflow() <= 0, name
            visit.page.set_viewport_size({"width": 1440, "height": 900})
            assert visit.overflow() <= 0, name
            assert visit.page.title() != "owned"
            assert visit.complaints == []
            assert visit.page.locator("h1").count() <= 1
            if not name.startswith("sites"):
                assert list_serious(visit.page) == [], name


def test_right_to_left_titles_keep_to_themselves(browser: Browser, hostile: Path) -> None:
    with Visit(browser, hostile / "2026-W47/index.html") as visit:
        box = visit.page.locator("article.item h3 bdi", has_text="هل القصة").first
        assert box.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"
        assert box.evaluate("e => getComputedStyle(e.closest('h3')).direction") == "ltr"


def test_search_finds_folded_words_without_a_network(browser: Browser, digests: Path) -> None:
    with Visit(browser, digests / "2026-W47/index.html") as visit:
        visit.page.get_by_label("Search this issue").fill("ULTIMO")
        assert visit.page.locator("#found li").all_inner_texts() == ["El último tranvía show"]
        visit.page.get_by_label("Search this issue").fill("brandt")
        visit.page.locator("#found a").first.click()
        assert visit.page.evaluate("document.querySelector(':target').innerText").startswith("Glass Orchard was directed by")
        visit.page.get_by_label("Search this issue").fill("no such thing")
        assert visit.page.locator("#found-status").inner_text() == "Nothing found"
        visit.page.get_by_label("Search this issue").press("Escape")
        assert visit.page.locator("#found-status").inner_text() == ""
    with Visit(browser, digests / "index.html") as visit:
        visit.page.get_by_label("Search all issues").fill("vance")
        visit.page.locator("#found a").first.click()
        assert visit.page.url.split("/")[-2:][0] == "2026-W47"
        assert visit.page.locator(":target").count() == 1


def test_search_is_hidden_without_script_and_all_is_there(browser: Browser, digests: Path, issue: IssueContext) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((digests / "2026-W47/index.html").as_uri())
    assert not page.locator("#find").is_visible()
    assert page.locator("article.item").count() == len(issue.items)
    context.close()


def test_dark_and_light_are_two_pages(browser: Browser, digests: Path) -> None:
    backgrounds = []
    for scheme in ("light", "dark"):
        with Visit(browser, digests / "2026-W47/index.html", scheme=scheme) as visit:
            backgrounds.append(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))
            mark = visit.page.locator("figure.chart .wide path[fill^='var(--chart-contradicted)']").first
            backgrounds.append(mark.evaluate("e => getComputedStyle(e).fill"))
    assert len(set(backgrounds)) == 4


def test_on_paper_there_are_links_and_no_furniture(browser: Browser, digests: Path, tmp_path: Path) -> None:
    with Visit(browser, digests / "2026-W47/index.html") as visit:
        visit.page.emulate_media(media="print")
        assert not visit.page.locator(".contents").is_visible()
        assert not visit.page.locator(".kit").first.is_visible()
        after = visit.page.locator(".record .source a").first.evaluate("e => getComputedStyle(e, '::after').content")
        assert "https://marquee-trade-register.example/based_on" in after
        pdf = visit.page.pdf(path=str(tmp_path / "issue.pdf"), format="A4")
        assert pdf.startswith(b"%PDF")


def test_anchors_lead_to_their_items(browser: Browser, digests: Path) -> None:
    exported = json.loads((digests / "2026-W47/issue.json").read_text())
    with Visit(browser, digests / "2026-W47/index.html") as visit:
        for item in exported["items"]:
            assert visit.page.locator(f"#{item['anchor']} h3").inner_text().startswith(item["headline"])
            for other in item["also"]:
                assert other["headline"] in visit.page.locator(f"#{other['anchor']}").inner_text()


def test_a_long_issue_fits_a_phone(browser: Browser, issue: IssueContext, tmp_path: Path) -> None:
    item = issue.items[0]
    many = tuple(item.model_copy(update={"rank": n, "anchor": f"a-{n}"}) for n in range(1, 11))
    context = issue.model_copy(update={"items": many})
    freeze(context, tmp_path)
    render(context, tmp_path)
    with Visit(browser, tmp_path / "index.html", 360) as visit:
        assert visit.overflow() <= 0
        assert visit.page.locator("article.item").count() == 10
