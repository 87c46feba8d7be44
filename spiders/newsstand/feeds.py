"""What the sites offer to crawlers: feeds, sitemaps, robots. None of it says what time it is, so that it changes only with the articles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from spiders.newsstand.context import Teaser, last_change, list_teasers
from spiders.newsstand.stand import Charset, Ghost, Offer, Stand
from spiders.newsstand.templating import render_template

IN_FEED = 15
NEWS_WINDOW = timedelta(hours=48)  # what a news sitemap may list, by Google's description of the format


def render_offer(stand: Stand, offer: Offer, clock: datetime) -> str:
    """The document behind an offer other than a listing."""
    match offer.kind:
        case "rss" | "atom":
            return _render_feed(stand, offer, clock)
        case "sitemap":
            return render_sitemap(stand, clock)
        case "news-sitemap":
            teasers = [t for t in list_teasers(stand, clock) if t.published > clock - NEWS_WINDOW]
            return render_template("news_sitemap.xml", site=stand, teasers=teasers)
        case "sitemap-index":
            return _render_index(stand, clock, ".xml")
        case "sitemap-index-gzip":
            return _render_index(stand, clock, ".xml.gz")
        case "listing":
            raise ValueError("a listing is a page: see pages.render_listing")


def render_sitemap(stand: Stand, clock: datetime, month: str | None = None) -> str:
    """All pages, or those first published in a month such as "2026-11"; static pages stand in the whole one only."""
    teasers = [t for t in list_teasers(stand, clock) if month in (None, _month(t.published))]
    pages = [stand.home[:-1] + page.path for page in stand.pages] if month is None else []
    return render_template("sitemap.xml", teasers=teasers, pages=pages)


def render_robots(stand: Stand) -> str:
    """The site's rules and its sitemaps."""
    sitemaps = [f"Sitemap: {stand.home[:-1]}{offer.path}" for offer in stand.offers if "sitemap" in offer.kind]
    return "\n".join([stand.robots.strip(), "", *sitemaps, ""])


def feed_charset(stand: Stand) -> Charset:
    """Feeds of a site that writes Latin-1 are Latin-1 and say so; all others are UTF-8, also where the pages are not."""
    return "iso-8859-1" if stand.sent_charset == "iso-8859-1" else "utf-8"


def _render_feed(stand: Stand, offer: Offer, clock: datetime) -> str:
    ghosts = [_tease_ghost(stand, ghost) for ghost in stand.ghosts if ghost.published <= clock]
    teasers = sorted([*list_teasers(stand, clock, gone_too=True), *ghosts], key=lambda t: t.published, reverse=True)
    return render_template(
        f"{offer.kind}.xml",
        site=stand,
        teasers=teasers[:IN_FEED],
        changed=last_change(stand, clock),
        address=stand.home[:-1] + offer.path,
        encoding=feed_charset(stand),
    )


def _tease_ghost(stand: Stand, ghost: Ghost) -> Teaser:
    url = stand.home[:-1] + ghost.path
    return Teaser(ghost.title, url, ghost.title, ghost.published, ghost.published, first_url=url)


def _render_index(stand: Stand, clock: datetime, suffix: str) -> str:
    latest: dict[str, datetime] = {}
    for teaser in list_teasers(stand, clock):
        month = _month(teaser.published)
        latest[month] = max(teaser.changed, latest.get(month, teaser.changed))
    children = [(f"{stand.home}sitemap-{month}{suffix}", changed) for month, changed in sorted(latest.items())]
    return render_template("sitemap_index.xml", children=children)


def _month(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m}"
