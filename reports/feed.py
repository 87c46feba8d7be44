"""The Atom feed of items."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from feedgen.feed import FeedGenerator

from reports.context import IssueContext, Item
from reports.kit import issue_link


def make_feed(issues: Sequence[IssueContext]) -> str:
    """Items of the issues, newest issue first; ids are permanent, times are those of the Monday of release."""
    latest = max(issues, key=lambda issue: issue.monday)
    feed = FeedGenerator()
    feed.id(f"urn:reelcheck:{latest.imprint.base_url or 'local'}")
    feed.title(f"{latest.imprint.name}: {latest.imprint.tagline}")
    feed.author({"name": latest.imprint.name, "email": latest.imprint.contact})
    if latest.imprint.base_url:
        feed.link(href=latest.imprint.base_url + "feed.xml", rel="self")
        feed.link(href=latest.imprint.base_url + "index.html", rel="alternate")
    feed.updated(_release(latest.monday))
    for issue in sorted(issues, key=lambda i: i.monday, reverse=True):
        for item in issue.items:
            _add_entry(feed, issue, item)
    text: bytes = feed.atom_str(pretty=True)
    return text.decode()


def _add_entry(feed: FeedGenerator, issue: IssueContext, item: Item) -> None:
    entry = feed.add_entry(order="append")
    entry.id(f"urn:reelcheck:item:{item.anchor}:{issue.week}")
    entry.title(item.headline.plain)
    entry.link(href=issue_link(issue.imprint, issue.week, item.anchor) if issue.imprint.base_url else f"index.html#{item.anchor}")
    entry.updated(_release(issue.monday))
    entry.published(_release(issue.monday))
    entry.category(term=item.show.slug, label=item.show.title)
    change = f"{item.change} " if item.change else ""
    sources = "; ".join(f"{source.statement.plain} ({source.publisher})" for source in item.sources)
    entry.summary(
        f"{change}Being said: {item.said.plain} ({item.verdict}). On record: {sources}. {item.pages} pages, {item.origins} origins, "
        f"since {item.since.isoformat()}."
    )


def _release(monday: date) -> datetime:
    return datetime.combine(monday + timedelta(days=7), time(6), tzinfo=UTC)
