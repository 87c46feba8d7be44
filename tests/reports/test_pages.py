"""What readers do with the digest in a real browser: search, anchors, paper, darkness, a phone. Audits of every page: test_audit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from reports.context import IssueContext
from reports.digest import freeze, render
from tests.reports.browsing import Visit

pytestmark = pytest.mark.browser


def test_right_to_left_titles_keep_to_themselves(browser: Browser, hostile_digests: Path) -> None:
    with Visit(browser, hostile_digests / "2026-W47/index.html") as visit:
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


def test_on_paper_there_are_links_whole_boxes_and_no_furniture(browser: Browser, digests: Path, tmp_path: Path) -> None:
    with Visit(browser, digests / "2026-W47/index.html") as visit:
        visit.page.emulate_media(media="print")
        assert not visit.page.locator(".contents").is_visible()
        assert not visit.page.locator(".kit").first.is_visible()
        after = visit.page.locator(".record .source a").first.evaluate("e => getComputedStyle(e, '::after').content")
        assert "https://marquee-trade-register.example/based_on" in after
        beside = visit.page.locator(".also .answer a").first.evaluate("e => getComputedStyle(e, '::after').content")
        assert "https://" in beside
        assert not visit.page.get_by_text("The same as a table").first.is_visible()
        assert not visit.page.locator(".more summary").first.is_visible()  # it cannot be opened there
        rank = visit.page.locator(".rank").first.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]")
        assert rank == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]  # browsers print no backgrounds
        for whole in (".versus", ".also li", ".voice"):
            assert visit.page.locator(whole).first.evaluate("e => getComputedStyle(e).breakInside") == "avoid", whole
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
