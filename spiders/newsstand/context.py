"""What the templates are given: values that may be served, and nothing that only tests may know."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from spiders.newsstand.body import Block, group_blocks
from spiders.newsstand.stand import Stand, StandArticle, Version

PHRASES = Path(__file__).with_name("phrases.toml")
FREE_BLOCKS = 2  # how much of a paywalled article everybody sees


@dataclass(frozen=True, slots=True)
class Chrome:
    """What stands around every page and says nothing about its article; it changes from request to request."""

    site: Stand
    words: Mapping[str, str]
    links: tuple[tuple[str, str], ...]  # label, path
    advert: Mapping[str, str]
    stamp: str
    readers: int


@dataclass(frozen=True, slots=True)
class Teaser:
    """A line of a list that leads to an article."""

    title: str
    url: str
    lead: str
    published: datetime
    changed: datetime
    author: str | None = None
    section: str | None = None
    first_url: str = ""  # where a feed saw it first: an address that redirects by now, or the same one


@dataclass(frozen=True, slots=True)
class Story:
    """The part of a version that readers see."""

    url: str
    title: str
    lead: str
    author: str | None
    published: datetime
    updated: datetime | None  # None also after a quiet edit
    language: str
    section: str | None
    credit: str | None
    paywall: bool
    noarchive: bool
    groups: tuple[tuple[str, tuple[Block, ...]], ...]

    @classmethod
    def of(cls, article: StandArticle, version: Version) -> Story:
        blocks = version.blocks[:FREE_BLOCKS] if version.paywall else version.blocks
        return cls(
            url=article.url,
            title=version.title,
            lead=version.lead,
            author=version.author,
            published=version.published,
            updated=version.admitted_change,
            language=version.language,
            section=version.section,
            credit=version.credit,
            paywall=version.paywall,
            noarchive=version.noarchive,
            groups=group_blocks(blocks),
        )

    @property
    def fingerprint(self) -> str:
        """Changes when, and only when, something that a reader of the article sees does."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:20]


def visible_articles(stand: Stand, clock: datetime, gone_too: bool = False) -> tuple[StandArticle, ...]:
    """Articles that are out at that instant, newest first; those since removed only where asked for."""
    out = (a for a in stand.articles if a.first.published <= clock and (gone_too or not a.is_gone(clock)))
    return tuple(sorted(out, key=lambda a: (a.first.published, a.path), reverse=True))


def list_teasers(stand: Stand, clock: datetime, limit: int | None = None, gone_too: bool = False) -> list[Teaser]:
    """One teaser an article as it stands at that instant, newest first."""
    return [_tease(article, clock) for article in visible_articles(stand, clock, gone_too)[:limit]]


def frame_page(stand: Stand, clock: datetime, turn: int) -> Chrome:
    """The surroundings of one response; ``turn`` is how often the page was asked for before."""
    phrases = read_phrases()
    dice = int.from_bytes(hashlib.sha256(f"{stand.slug} {clock.isoformat()} {turn}".encode()).digest()[:4], "big")
    adverts = phrases["adverts"]
    return Chrome(
        site=stand,
        words=phrases[stand.language],
        links=tuple(_list_links(stand, clock)),
        advert=adverts[dice % len(adverts)],
        stamp=f"{clock.astimezone(UTC) + timedelta(seconds=turn):%Y-%m-%d %H:%M:%S} UTC",
        readers=11 + dice % 900,
    )


def section_path(section: str) -> str:
    """The address of a section's page."""
    return f"/section/{'-'.join(section.casefold().split())}/"


def last_change(stand: Stand, clock: datetime) -> datetime:
    """When the site last published or edited anything; the epoch before its first article."""
    changes = [v.changed for a in stand.articles for v in a.versions if v.changed <= clock]
    return max(changes, default=datetime(1970, 1, 1, tzinfo=UTC))


@cache
def read_phrases() -> Mapping[str, Any]:
    """phrases.toml: one table a language, and the adverts."""
    return tomllib.loads(PHRASES.read_text(encoding="utf-8"))


def _list_links(stand: Stand, clock: datetime) -> list[tuple[str, str]]:
    listing = stand.offer("listing")
    sections = dict.fromkeys(t.section for t in list_teasers(stand, clock) if t.section)
    return [
        *([(read_phrases()[stand.language]["archive"], listing.path)] if listing else []),
        *((section, section_path(section)) for section in sections),
        *((page.label, page.path) for page in stand.pages),
    ]


def _tease(article: StandArticle, clock: datetime) -> Teaser:
    version = article.version_at(clock) or article.first
    return Teaser(
        title=version.title,
        url=article.url,
        lead=version.lead,
        published=version.published,
        changed=version.changed,
        author=version.author,
        section=version.section,
        first_url=f"http://{article.site}.example{article.first.old_path}" if article.first.old_path else article.url,
    )
