"""Robots, pace, repeats and redirects: how a crawl behaves towards a site."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from spiders.archive import Found
from spiders.settings import ROBOT

if TYPE_CHECKING:
    from spiders.article_spider import ArticleSpider

logger = logging.getLogger(__name__)

MAX_ROBOTS_BYTES = 512_000  # RFC 9309 2.5: at least 500 KiB are to be read
EVERYTHING = "User-agent: *\nDisallow: /"


class RobotsRefusedError(IgnoreRequest):
    """robots.txt does not let us ask for this address."""


class LeftHostError(IgnoreRequest):
    """An article's address leads to a host that is not the site's."""


def spider_of(crawler: Crawler) -> ArticleSpider:
    return cast("ArticleSpider", crawler.spider)


class RobotsMiddleware:
    """RFC 9309: asks each host for its robots.txt first and obeys it; Crawl-delay, which is not in the RFC, is obeyed as a pace.

    2xx: its rules, longest match. 4xx: there are none (but for 429, which is a server that wants to be left alone). 5xx or no answer:
    everything is disallowed. More than five redirects: as if there were none. What an earlier attempt of the day heard still holds.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.rules: dict[str, asyncio.Future[Protego]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta["found"].role == "robots":
            return
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self.rules:
            self.rules[origin] = asyncio.get_running_loop().create_future()
            self.rules[origin].set_result(await self.ask(origin, request))
        rules = await self.rules[origin]
        if not rules.can_fetch(request.url, ROBOT):
            raise RobotsRefusedError("robots.txt")

    async def ask(self, origin: str, request: Request) -> Protego:
        """The host's rules; its Crawl-delay is set on the way."""
        spider = spider_of(self.crawler)
        said = spider.job.said.get(f"{origin}/robots.txt")
        if said is not None:
            return self.obey(origin, request, said.payload if said.status == 200 else b"")
        asked = Request(f"{origin}/robots.txt", meta={"found": Found("robots")}, dont_filter=True, priority=1_000)
        try:
            response = await self.crawler.engine.download_async(asked)
        except Exception as e:  # whatever kept it from answering, the answer is the same: unreachable
            if isinstance(e, IgnoreRequest) and str(e) == "max redirections reached":
                return Protego.parse("")
            logger.warning("site=%s robots=%s unreachable: %s", spider.job.site.slug, asked.url, e)
            if spider.stopped is None:
                spider.note_robots(request.url, reachable=False)
            return Protego.parse(EVERYTHING)
        if response.status >= 500 or response.status == 429:
            spider.note_robots(request.url, reachable=False)
            return Protego.parse(EVERYTHING)
        return self.obey(origin, request, response.body if response.status < 300 else b"")

    def obey(self, origin: str, request: Request, body: bytes) -> Protego:
        """The rules that a robots.txt states, with its pace set and its bearing on the night noted."""
        spider = spider_of(self.crawler)
        rules = Protego.parse(body[:MAX_ROBOTS_BYTES].decode("utf-8", "replace"))
        delay = rules.crawl_delay(ROBOT) or 0.0
        if delay > self.crawler.settings.getfloat("MAX_CRAWL_DELAY"):
            spider.stop("slow", f"robots.txt asks for {delay:g} s between requests")
            return Protego.parse(EVERYTHING)
        if delay:
            self.set_pace(origin, delay)
        spider.note_robots(request.url, reachable=True, rules=rules)
        return rules

    def set_pace(self, origin: str, delay: float) -> None:
        """One request after the other, so many seconds apart; a site's own slower pace stays."""
        settings = self.crawler.settings
        paced = max(delay * settings.getfloat("PACE_FACTOR"), settings.getfloat("DOWNLOAD_DELAY"))
        downloader = self.crawler.engine.downloader
        key = urlsplit(origin).hostname or ""
        # For the slot that exists, and for one that is made anew after a pause.
        downloader.per_slot_settings[key] = {"delay": paced, "concurrency": 1, "jitter": 0}
        if key in downloader.slots:
            downloader.slots[key].delay, downloader.slots[key].concurrency = paced, 1


class RetryAfterMiddleware(RetryMiddleware):
    """Repeats what failed for a while, later each time; Retry-After is honoured for the whole host, up to MAX_WAIT seconds."""

    waits = 0

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        spider = spider_of(self.crawler)
        spider.note_status(request, response.status)
        if response.status not in self.retry_http_codes or spider.stopped:
            return response
        settings = self.crawler.settings
        told = wait_told(response.headers.get("Retry-After"), spider.clock()) if response.status in (429, 503) else None
        if told is not None and (told > settings.getfloat("MAX_WAIT") or self.waits >= settings.getint("MAX_WAITS")):
            spider.stop("blocked" if response.status == 429 else "unreachable", f"answers {response.status} and asks to wait {told:g} s")
            return response
        again = self._retry(request, f"{response.status}")
        if again is None:
            return response
        self.waits += told is not None
        self.hold(request, told if told is not None else self.back_off(request))
        return again

    def process_exception(self, request: Request, exception: Exception) -> Request | Response | None:  # type: ignore[override]
        if spider_of(self.crawler).stopped:
            return None
        # One repeat is enough for a host that does not answer at all.
        again = super().process_exception(request, exception) if request.meta.get("retry_times", 0) < 1 else None
        if again is not None:
            self.hold(request, self.back_off(request))
        return again

    def back_off(self, request: Request) -> float:
        return float(self.crawler.settings.getfloat("BACK_OFF") * 2 ** request.meta.get("retry_times", 0))

    def hold(self, request: Request, seconds: float) -> None:
        """Send nothing to the host for so long: its slot is told that it was used that much later than now."""
        downloader = self.crawler.engine.downloader
        slot = downloader.slots.get(request.meta.get("download_slot", ""))
        if slot is not None:
            slot.delay = max(slot.delay, 0.001)  # a slot without a delay does not look at when it was used
            slot.lastseen = monotonic() + seconds * self.crawler.settings.getfloat("PACE_FACTOR") - slot.delay


def wait_told(header: bytes | None, now: datetime) -> float | None:
    """Seconds that Retry-After asks for: a number, or a date against ``now``; None when it says neither."""
    if not header:
        return None
    text = header.decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return max((when - now).total_seconds(), 0.0) if when.tzinfo else None


class HostRedirectMiddleware(RedirectMiddleware):
    """Follows redirects, but an article's only within the site's hosts; each hop remembers what was asked for first."""

    def handle_referer(self, request: Request, response: Response) -> None:
        """We send no Referer."""

    def _engine_started(self) -> None:
        """Nothing to look for: without a Referer there is no middleware that writes one."""

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        spider = spider_of(self.crawler)
        found: Found = request.meta["found"]
        if found.role == "article" and not spider.job.site.owns(redirected.url):
            raise LeftHostError("redirects to another host")
        following = super()._redirect(redirected, request, reason)
        following.meta["found"] = replace(found, asked=found.asked or request.url)
        # Validators belong to the first address, not to where it leads.
        for name in ("If-None-Match", "If-Modified-Since"):
            following.headers.pop(name, None)
        return following
