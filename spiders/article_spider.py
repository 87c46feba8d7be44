"""The one spider, for all sites: looks where a site announces its articles, then asks for those that are new or have their turn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from protego import Protego
from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from pipeline.errors import SourceDownError
from spiders.agenda import Agenda, Errand, plan_night, seen_since, sift
from spiders.archive import ArchiveWriter, Found
from spiders.discovery import Candidate, Sitemap, choose_children, read_feed, read_listing, read_sitemap, read_wordpress
from spiders.evidence import name_problem
from spiders.guard import StoppedError
from spiders.keeping import Reservation, read_reservations
from spiders.politeness import RobotsRefusedError
from spiders.rulebook import Rulebook
from spiders.search import choose_titles, read_results, to_address
from spiders.settings import ROBOT
from spiders.site import Discover, FoundBy, Site, bare_host
from spiders.state import KnownPage
from spiders.tally import Answer, Cause, Tally

logger = logging.getLogger(__name__)

REFUSALS = (401, 403, 429, 451)


@dataclass(frozen=True, slots=True)
class Job:
    """What one crawl is to do: a site, the day that its answers are filed under, and which attempt this is.

    ``titles``: of watched works, for the search of a site that allows it. ``said``: what its hosts said of their rules earlier that day.
    """

    site: Site
    day: date
    attempt: int
    titles: tuple[str, ...] = ()
    said: Rulebook = field(default_factory=dict)


class ArticleSpider(Spider):
    """Crawls one site once. ``clock`` gives the observed time; ``known`` is what the warehouse holds; answers go to ``writer``."""

    name = "article"

    def __init__(
        self, job: Job, known: dict[str, KnownPage], writer: ArchiveWriter, clock: Callable[[], datetime], tally: Tally, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.job, self.known, self.writer, self.clock, self.tally = job, known, writer, clock, tally
        self.reservations: tuple[Reservation, ...] = ()
        self.stopped: tuple[Cause, str] | None = None
        self.sitemaps_left = 0
        self.refusals_in_a_row = 0
        self.crash: Exception | None = None
        self.closing: asyncio.Task[None] | None = None

    async def start(self) -> AsyncIterator[Any]:
        """Requests for the night's articles, once every discovery address has answered."""
        limit = self.settings.getfloat("CRAWL_SECONDS")
        asyncio.get_running_loop().call_later(limit, self.run_out)
        try:
            for errand in (await self.discover()).errands:
                if self.stopped:
                    break
                yield self.to_request(errand)
        except Exception as e:
            self.crash = e  # Scrapy only logs it and goes on
            raise

    async def discover(self) -> Agenda:
        self.sitemaps_left = self.settings.getint("MAX_SITEMAPS")
        await self.read_policy()
        candidates: list[Candidate] = []
        for discover in self.job.site.discover:
            if not self.stopped:
                candidates += await self.look(discover)
        candidates += await self.search()
        agenda = plan_night(candidates, self.known, self.job.day, self.settings.getint("MAX_PAGES"))
        self.note_agenda(agenda, candidates)
        return agenda

    def to_request(self, errand: Errand) -> Request:
        request = Request(errand.url, self.take_page, meta={"found": errand.found}, errback=self.take_failure, dont_filter=True)
        return add_validators(request, errand.known)

    # --- discovery ---

    async def read_policy(self) -> None:
        """The site's reservation of text and data mining rights, where it has one at the well-known address."""
        url = "/".join(self.job.site.home.split("/", 3)[:3]) + "/.well-known/tdmrep.json"
        if (said := self.job.said.get(url)) is not None:
            self.reservations = read_reservations(said.payload) if said.status == 200 else ()
            return
        response, _ = await self.ask(url, Found("policy"))
        if response is not None and response.status == 200:
            self.reservations = read_reservations(response.body)

    async def look(self, discover: Discover) -> list[Candidate]:
        """The candidates that one discovery address announces; what went wrong is in the tally's answers."""
        if discover.way == "sitemap":
            return await self.look_in_sitemap(discover, discover.url, depth=0)
        response, answer = await self.ask_discovery(discover.way, discover.url)
        if response is None:
            self.tally.answers.append(answer)
            return []
        return self.take_candidates(discover, answer, lambda: read_announcement(discover, response))

    async def look_in_sitemap(self, discover: Discover, url: str, depth: int) -> list[Candidate]:
        self.sitemaps_left -= 1
        response, answer = await self.ask_discovery(discover.way, url)
        if response is None:
            self.tally.answers.append(answer)
            return []
        holder: list[Sitemap] = []

        def read() -> tuple[Candidate, ...]:
            holder.append(read_sitemap(response.body, response.url))
            return holder[0].candidates

        found = self.take_candidates(discover, answer, read, followed=depth > 0)
        if holder and holder[0].children:
            self.tally.answers[-1] = replace(self.tally.answers[-1], children=len(holder[0].children))
        children = choose_children(holder[0], seen_since(self.known, self.job.day), self.sitemaps_left) if holder and depth < 2 else ()
        for child in children:
            if self.sitemaps_left > 0 and not self.stopped:
                found += await self.look_in_sitemap(discover, child.url, depth + 1)
        return found

    async def search(self) -> list[Candidate]:
        """What the site's own search has for the titles that have their turn tonight; nothing where its file does not allow it."""
        search = self.job.site.search
        found: list[Candidate] = []
        if search is None:
            return found
        for title in choose_titles(self.job.titles, self.job.day, self.settings.getint("MAX_SEARCHES")):
            if self.stopped:
                break
            url = to_address(search, title)
            response, answer = await self.ask_discovery("search", url)
            if response is None:
                self.tally.answers.append(answer)
                if answer.problem:  # robots.txt says no, or the search is not there: the others would fare no better
                    break
                continue
            found += self.take_candidates(Discover(listing=url), answer, partial(read_results, response.body, response.url, title))
        return found

    def take_candidates(
        self, discover: Discover, answer: Answer, read: Callable[[], tuple[Candidate, ...]], *, followed: bool = False
    ) -> list[Candidate]:
        """Read an answer's candidates and note how many fit."""
        try:
            candidates = read()
        except SourceDownError as e:
            self.tally.miss("not what it should be")
            self.tally.answers.append(Answer(answer.way, answer.url, answer.status, str(e), moved_to=answer.moved_to))
            return []
        fitting = sift(self.job.site, discover, candidates)
        self.tally.answers.append(
            Answer(answer.way, answer.url, answer.status, None, len(candidates), len(fitting), None if followed else answer.moved_to)
        )
        return list(fitting)

    async def ask_discovery(self, way: FoundBy, url: str) -> tuple[Response | None, Answer]:
        """The answer of a discovery address, None when there is nothing to read in it (304 included)."""
        response, problem = await self.ask(url, Found(way), self.known.get(url))
        if response is None:
            if problem not in ("robots.txt", "stopped"):
                self.tally.miss(problem or "no answer")
            return None, Answer(way, url, 0, problem)
        moved = bare_host(response.url) if bare_host(response.url) != bare_host(url) else None
        if response.status == 200:
            return response, Answer(way, url, 200, moved_to=moved)
        if response.status != 304:
            self.tally.miss(f"HTTP {response.status}")
            return None, Answer(way, url, response.status, f"HTTP {response.status}", moved_to=moved)
        return None, Answer(way, url, 304)

    async def ask(self, url: str, found: Found, known: KnownPage | None = None) -> tuple[Response | None, str | None]:
        """A response, or the name of the problem. 4xx and 5xx are responses."""
        request = add_validators(Request(url, meta={"found": found}, dont_filter=True, priority=10), known)
        try:
            return await self.crawler.engine.download_async(request), None
        except asyncio.CancelledError:
            raise
        except RobotsRefusedError:
            if found.role != "policy":
                self.tally.skipped_by_robots += 1
            return None, "robots.txt"
        except Exception as e:  # a dead site is a finding, not an exception
            return None, name_problem(e, url)

    def note_agenda(self, agenda: Agenda, candidates: list[Candidate]) -> None:
        self.tally.announced = len({c.url for c in candidates})
        self.tally.baseline, self.tally.left, self.tally.wanted = len(agenda.baseline), agenda.left, len(agenda.errands)
        if agenda.baseline:
            self.writer.write_baseline(self.job.site.home, agenda.baseline)

    # --- articles: counted here, read by the extract step ---

    def take_page(self, response: Response) -> None:
        status = response.status
        if status == 200 and "not_kept" in response.meta:
            self.tally.not_kept += 1
        elif status == 200:
            self.tally.fetched += 1
        elif status == 304:
            self.tally.not_modified += 1
        elif status in (404, 410):
            self.tally.gone += 1
        else:
            self.tally.miss(f"HTTP {status}")

    def take_failure(self, failure: Failure) -> None:
        error = failure.value
        if isinstance(error, RobotsRefusedError):
            self.tally.skipped_by_robots += 1
            return
        if isinstance(error, StoppedError):
            self.tally.left += 1
            return
        request: Request = failure.request  # type: ignore[attr-defined]
        problem = name_problem(error or Exception(), request.url)
        self.tally.miss(problem)
        self.tally.moved += problem == "redirects to another host"
        if isinstance(error, IgnoreRequest):
            self.writer.write_failure(request.url, request.meta["found"], problem)

    # --- what the middlewares report ---

    def note_robots(self, url: str, *, reachable: bool, rules: Protego | None = None) -> None:
        """What robots.txt of one of the site's own hosts came to, as far as the night hangs on it."""
        if not self.job.site.owns(url):
            return
        if not reachable:
            self.tally.robots = "unreachable"
        elif rules is not None and not any(rules.can_fetch(d.url, ROBOT) for d in self.job.site.discover):
            self.tally.robots = "closed"

    def note_status(self, request: Request, status: int) -> None:
        """Stop when a site keeps refusing: to go on would be rude, and useless."""
        if request.meta["found"].role in ("robots", "policy"):
            return
        self.refusals_in_a_row = self.refusals_in_a_row + 1 if status in REFUSALS else 0
        if status in REFUSALS:
            self.tally.refused += 1
        # Too many requests is an answer to our pace, which the repeats slow down; each page has three tries.
        allowed = self.settings.getint("MAX_REFUSALS") * (3 if status == 429 else 1)
        if self.refusals_in_a_row >= allowed:
            self.stop("blocked", f"answered {status} {self.refusals_in_a_row} times in a row")

    def run_out(self) -> None:
        """The night's time for this site is over."""
        self.tally.out_of_time = True
        self.stop("slow", f"not done after {self.settings.getfloat('CRAWL_SECONDS'):g} s; the rest waits for tomorrow")

    def stop(self, cause: Cause, detail: str) -> None:
        """End the crawl as soon as what is under way has answered; what waits for its turn is dropped."""
        if self.stopped is not None:
            return
        self.stopped = (cause, detail)
        logger.warning("site=%s day=%s stopped cause=%s detail=%s", self.job.site.slug, self.job.day, cause, detail)
        for slot in self.crawler.engine.downloader.slots.values():
            while slot.queue:
                _, waiting = slot.queue.popleft()
                waiting.errback(Failure(StoppedError("stopped")))  # type: ignore[no-untyped-call]
        self.closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason=cause))


def read_announcement(discover: Discover, response: Response) -> tuple[Candidate, ...]:
    if discover.way == "listing":
        return read_listing(response.body, response.url, headings_only=discover.match is None)
    return read_feed(response.body, response.url) if discover.way == "feed" else read_wordpress(response.body, response.url)


def add_validators(request: Request, known: KnownPage | None) -> Request:
    if known is not None and known.etag:
        request.headers["If-None-Match"] = known.etag
    if known is not None and known.last_modified:
        request.headers["If-Modified-Since"] = known.last_modified
    return request
