"""Fixtures for crawls against a small web on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.settings import World
from spiders.archive import ArchivedResponse, read_archive
from spiders.crawl import crawl_site
from spiders.site import Site
from spiders.tally import CrawlResult
from tests.spiders.web import Web, open_web

DAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
HOME = "http://film.example/"
FAST = {"PACE_FACTOR": 0.01, "DOWNLOAD_TIMEOUT": 5}


@pytest.fixture
def web() -> Iterator[Web]:
    with open_web() as opened:
        yield opened


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World("newsstand", tmp_path)


def make_site(*discover: dict[str, Any], **more: Any) -> Site:
    told = {"slug": "film", "name": "Film", "home": HOME, "why": "A test.", "kind": "explainer site", "language": "en", "pace": 0}
    told |= {"discover": discover or ({"feed": f"{HOME}feed"},), "healthy": {"articles": {"min": 0, "max": 50}}}
    return Site.model_validate({**told, **more})


@pytest.fixture
def crawl(web: Web, world: World) -> Callable[..., CrawlResult]:
    def run(site: Site | None = None, day: date = DAY, **options: Any) -> CrawlResult:
        settings = {**FAST, **options.pop("settings", {})}
        return crawl_site(site or make_site(), day, world, now=options.pop("now", NOW), proxy=web.proxy, settings=settings, **options)

    return run


def answers(result: CrawlResult) -> list[ArchivedResponse]:
    assert result.warc is not None
    return list(read_archive(result.warc))


def pages(result: CrawlResult) -> list[ArchivedResponse]:
    return [answer for answer in answers(result) if answer.found.role == "article"]
