"""The pages around the issues: the list of all issues, a page per show and per site, the feed of all items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports.context import IssueContext, Item, ShowLine, ShowRef, SiteLine, SiteRef
from reports.feed import make_feed
from reports.files import write_whole
from reports.rendering import render_page

FEED_ISSUES = 26


@dataclass(slots=True)
class ShowPage:
    """What all issues say about one show, newest first; ``line`` is from the latest issue that lists it."""

    ref: ShowRef
    line: ShowLine | None = None
    items: list[tuple[IssueContext, Item]] = field(default_factory=list)


@dataclass(slots=True)
class SitePage:
    """What all issues say about one site, newest first; ``history`` is its line in each."""

    ref: SiteRef
    history: list[tuple[IssueContext, SiteLine]] = field(default_factory=list)
    items: list[tuple[IssueContext, Item]] = field(default_factory=list)


def render_archive(digests: Path, issues: Sequence[IssueContext]) -> None:
    """Write index.html, feed.xml, shows/ and sites/ beside the issues' folders. Nothing without an issue."""
    if not issues:
        return
    newest = sorted(issues, key=lambda issue: issue.monday, reverse=True)
    imprint = newest[0].imprint
    shows, sites = collect_shows(newest), collect_sites(newest)
    find = list(_find_entries(newest))
    write_whole(
        digests / "index.html",
        render_page("all_issues.html", root="", find=find, issues=newest, shows=shows, sites=sites, imprint=imprint),
    )
    for name in ("method.html", "policy.html"):
        write_whole(digests / name, render_page(name, root="", find=[], imprint=imprint))
    write_whole(digests / "feed.xml", make_feed(newest[:FEED_ISSUES]))
    for show in shows:
        write_whole(digests / show.ref.page, render_page("show.html", root="../", find=[], show=show, imprint=imprint))
    for site in sites:
        write_whole(digests / site.ref.page, render_page("site.html", root="../", find=[], site=site, imprint=imprint))


def collect_shows(newest: Sequence[IssueContext]) -> list[ShowPage]:
    """One page per show that any issue links to, by title."""
    pages: dict[str, ShowPage] = {}
    for issue in newest:
        for ref in (*(line.show for line in issue.shows), *(h.show for h in issue.held), *(c.show for c in issue.corrections)):
            pages.setdefault(ref.page, ShowPage(ref))
        for line in issue.shows:
            page = pages[line.show.page]
            page.line = page.line or line
        for item in issue.items:
            pages.setdefault(item.show.page, ShowPage(item.show)).items.append((issue, item))
    return sorted(pages.values(), key=lambda page: page.ref.title.lower())


def collect_sites(newest: Sequence[IssueContext]) -> list[SitePage]:
    """One page per site that any issue links to, by name."""
    pages: dict[str, SitePage] = {}
    for issue in newest:
        for ref in _site_refs(issue):
            pages.setdefault(ref.page, SitePage(ref))
        for line in issue.sites:
            pages[line.site.page].history.append((issue, line))
        for item in issue.items:
            for site in item.sites:
                pages[site.page].items.append((issue, item))
    return sorted(pages.values(), key=lambda page: page.ref.name.lower())


def _site_refs(issue: IssueContext) -> Iterator[SiteRef]:
    yield from (line.site for line in issue.sites)
    yield from (silent.site for silent in issue.health.silent)
    yield from (correction.site for correction in issue.corrections)
    for item in issue.items:
        yield from item.sites


def _find_entries(issues: Sequence[IssueContext]) -> Iterator[dict[str, str]]:
    for issue in issues:
        for item in issue.items:
            beside = " ".join(f"{s.topic} {s.said.plain}" for s in item.also)
            text = f"{item.show.title} {item.topic} {item.said.plain} {beside} " + " ".join(site.name for site in item.sites)
            yield {"title": item.headline.plain, "href": f"{issue.week}/index.html#{item.anchor}", "where": issue.week, "text": text}
