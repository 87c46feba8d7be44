"""Every kind of page, tame and hostile, at every width and in both colour schemes: audited, no wider than its window, fetching nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pipeline.settings import World
from reports.approval import decide_issue
from reports.digest import build_digest
from tests.reports.browsing import WIDTHS, Visit, audit, find_widest, open_desk
from tests.reports.conftest import publish
from tests.reports.hostile import ENDLESS, MARKUP, RIGHT_TO_LEFT, TEMPLATE, TITLES, act_hostile, build_hostile
from tests.reports.stage import MONDAY

pytestmark = pytest.mark.browser

ISSUE = "2026-W47/index.html"
NARROW_AND_WIDE = (WIDTHS[0], WIDTHS[-1])
PAGES = (
    ISSUE,
    "2026-W47/mail.html",
    "2026-W47/mail.es.html",
    "2026-W48/index.html",  # a quiet week
    "index.html",
    "policy.html",
    "method.html",
    "shows/the-salt-ledger.html",
    "shows/el-ultimo-tranvia.html",  # nothing false of it
    "sites/truetales.html",
    "sites/endings.html",  # no score
)
AUDITED = tuple(TITLES.index(title) for title in (MARKUP, TEMPLATE, RIGHT_TO_LEFT, ENDLESS))
HOSTILE = (
    ISSUE,
    "2026-W47/mail.html",
    "2026-W47/mail.es.html",
    "index.html",
    "shows/bare.html",
    "sites/nameless.html",
    *(f"{kind}{n}.html" for kind in ("shows/show-", "sites/site") for n in AUDITED),
)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_fits_and_fetches_nothing(browser: Browser, digests: Path, name: str) -> None:
    with Visit(browser, digests / name) as visit:
        assert audit(visit) == []
        assert visit.complaints == []
        assert visit.list_foreign() == []
        assert all("/charts/" in url for url in visit.asked[1:] if url != "data:,")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_break_no_page(browser: Browser, hostile_digests: Path, name: str) -> None:
    with Visit(browser, hostile_digests / name) as visit:
        assert audit(visit, looks=NARROW_AND_WIDE) == []
        assert visit.complaints == []
        assert visit.list_foreign() == []
        assert visit.page.title() != "owned"
        assert visit.page.locator("h1").count() <= 1


def test_hostile_words_fit_on_every_page_of_a_show_and_a_site(browser: Browser, hostile_digests: Path) -> None:
    pages = sorted([*hostile_digests.glob("shows/*.html"), *hostile_digests.glob("sites/*.html")])
    assert len(pages) > 3 * len(TITLES)
    with Visit(browser, pages[0]) as visit:
        for path in pages:
            visit.page.goto(path.as_uri())
            for width in WIDTHS:
                visit.page.set_viewport_size({"width": width, "height": 900})
                assert visit.overflow() <= 0, (path.name, width, find_widest(visit.page))
            assert visit.page.title() != "owned"
            assert visit.page.locator("h1").count() == 1
        assert visit.complaints == []
        assert visit.list_foreign() == []


@pytest.mark.parametrize("name", [ISSUE, "index.html"])
@pytest.mark.parametrize("folder", ["digests", "hostile_digests"])
def test_what_search_finds_is_accessible_and_fits(request: pytest.FixtureRequest, browser: Browser, folder: str, name: str) -> None:
    digests: Path = request.getfixturevalue(folder)
    with Visit(browser, digests / name) as visit:
        visit.page.get_by_role("searchbox").fill("s")
        assert visit.page.locator("#found li").count() > 3
        assert audit(visit, within="#find", looks=WIDTHS[:1]) == []
        assert visit.complaints == []
        assert visit.page.title() != "owned"


def test_the_desk_is_accessible_and_fits(browser: Browser, world: World) -> None:
    build_digest(world, MONDAY)
    with open_desk(world) as address, Visit(browser, address) as visit:
        assert audit(visit) == []
        form = visit.page.locator("#issue-2026-W47 form")
        form.get_by_label("Signed").fill("Ada")
        form.get_by_role("button", name="Hold").click()
        assert visit.page.get_by_role("alert").inner_text().startswith("Nothing was entered")
        assert audit(visit, within=".notice", looks=WIDTHS[:1]) == []
        assert [told for told in visit.complaints if "400" not in told] == []
        assert visit.list_foreign() == []


def test_hostile_words_do_not_break_the_desk(browser: Browser, tmp_path: Path) -> None:
    world = publish(build_hostile(), World("newsstand", tmp_path))
    build_digest(world, MONDAY)
    act_hostile(world)
    decide_issue(world, MONDAY, "hold", MARKUP[:80], MARKUP)
    with open_desk(world) as address, Visit(browser, address) as visit:
        assert visit.page.get_by_role("region", name="Acts not in force yet").locator("tbody tr").count() == len(TITLES)
        assert audit(visit, looks=NARROW_AND_WIDE) == []
        visit.page.goto(f"{address.split('?')[0]}?done={MARKUP}")
        assert "<script>" in visit.page.get_by_role("status").inner_text()
        assert audit(visit, within=".notice", looks=WIDTHS[:1]) == []
        assert visit.complaints == []
        assert visit.list_foreign() == []
        assert visit.page.title().startswith("The desk")


def test_the_audit_sees_what_is_wrong(browser: Browser, digests: Path) -> None:
    with Visit(browser, digests / "sites/endings.html") as visit:
        visit.page.evaluate("document.querySelector('h1').style.color = '#444'; document.querySelector('nav a').textContent = ''")
        found = audit(visit)
        assert {(width, scheme) for width, scheme, rule, _ in found if rule == "color-contrast"} == {(width, "dark") for width in WIDTHS}
        assert {(width, scheme) for width, scheme, rule, _ in found if rule == "link-name"} == {(width, "light") for width in WIDTHS}
        visit.page.evaluate("document.querySelector('h1').style.width = '900px'")
        assert {width for width, _, rule, _ in audit(visit, looks=()) if rule == "overflow"} == {360, 768}
        visit.page.evaluate("fetch('http://other.example/').catch(() => 0)")
        assert visit.list_foreign() or visit.complaints
