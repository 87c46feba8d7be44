"""The sites' HTML pages, as pure functions of a site, an instant and a turn (how often that page was asked for before)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from spiders.newsstand.context import Story, frame_page, list_teasers, section_path
from spiders.newsstand.stand import PageStyle, Stand, StandArticle, Version
from spiders.newsstand.structured import describe_article
from spiders.newsstand.templating import render_template

ON_HOME, ON_HOME_WITH_ARCHIVE, PER_PAGE, RELATED = 12, 3, 5, 5
BY_STYLE: dict[PageStyle, str] = {
    "json-ld": "article_json_ld.html",
    "json-ld-graph": "article_json_ld.html",
    "microdata": "article_microdata.html",
    "bare": "article_bare.html",
    "soup": "article_soup.html",
}


def render_article(stand: Stand, article: StandArticle, version: Version, clock: datetime, turn: int, amp: bool = False) -> str:
    """The page of an article; with ``amp`` its slim second edition, which names the first as canonical."""
    own = article.url if stand.self_canonical or amp else None
    return render_template(
        "article_amp.html" if amp else BY_STYLE[stand.style],
        chrome=frame_page(stand, clock, turn),
        story=Story.of(article, version),
        canonical=version.canonical or own,
        amp_url=amp_path(article.url) if stand.amp else None,
        structured=describe_article(stand, article, version),
        related=[t for t in list_teasers(stand, clock, RELATED + 1) if t.url != article.url][:RELATED],
    )


def render_home(stand: Stand, clock: datetime, turn: int) -> str:
    """The front page: the newest articles, only a few where there is an archive."""
    limit = ON_HOME_WITH_ARCHIVE if stand.offer("listing") else ON_HOME
    return render_template("home.html", chrome=frame_page(stand, clock, turn), teasers=list_teasers(stand, clock, limit))


def render_listing(stand: Stand, clock: datetime, turn: int, page: int) -> str | None:
    """One page of the archive, counted from 1; None behind the last."""
    listing = stand.offer("listing")
    teasers = list_teasers(stand, clock)
    last = max(1, -(-len(teasers) // PER_PAGE))
    if listing is None or not 1 <= page <= last:
        return None
    shown = teasers[(page - 1) * PER_PAGE : page * PER_PAGE]
    return render_template(
        "listing.html", chrome=frame_page(stand, clock, turn), teasers=shown, page=page, last=last, root=listing.path.rstrip("/")
    )


def render_section(stand: Stand, clock: datetime, turn: int, path: str) -> str | None:
    """The articles of one section; None where nothing in it is out."""
    teasers = [t for t in list_teasers(stand, clock) if t.section and section_path(t.section) == path]
    if not teasers:
        return None
    return render_template("section.html", chrome=frame_page(stand, clock, turn), teasers=teasers, section=teasers[0].section)


def render_static(stand: Stand, clock: datetime, turn: int, title: str, text: str) -> str:
    """A page of a title and one paragraph."""
    return render_template("static.html", chrome=frame_page(stand, clock, turn), title=title, text=text)


def render_problem(stand: Stand, clock: datetime, word: str) -> str:
    """The body of an error; ``word`` names a phrase of phrases.toml."""
    chrome = frame_page(stand, clock, 0)
    return render_template("static.html", chrome=chrome, title=chrome.words[word], text=chrome.words[word])


def render_directory(stands: Sequence[Stand], clock: datetime) -> str:
    """The newsstand's own front page: which sites there are."""
    return render_template("directory.html", stands=stands, clock=clock)


def amp_path(address: str) -> str:
    """The slim edition's address beside an article's; takes paths and whole URLs."""
    return address.rstrip("/") + "/amp/"
