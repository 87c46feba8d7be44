"""The one way out to the live sources: paced per host, retried within bounds, cached, honest about who asks."""

from __future__ import annotations

import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from pipeline.errors import SourceDownError
from pipeline.records.live.endpoints import CONTACT
from pipeline.records.live.response_cache import Kept, ResponseCache

logger = logging.getLogger(__name__)

AGENT = "Reelcheck/0.1"
DAY = timedelta(hours=20)  # an answer is asked for once a night, also when a night is run again
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
_LAG = "x-database-lag"  # MediaWiki answers 200 with an error while its databases lag behind, and says when to come back
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Manners:
    """Bounds of asking. Seconds between two requests to one host; the longest single wait that is honoured; what counts as down."""

    pace: float = 0.6  # TVmaze allows 20 calls in 10 s; the Wikimedia sites ask for one request at a time
    timeout: float = 20.0
    attempts: int = 4
    back_off: float = 1.0  # doubled with each attempt
    longest_wait: float = 120.0
    failures_until_down: int = 3  # in a row on one host; after that it is not asked again by this client
    most_bytes: int = 32_000_000


class _PassingError(Exception):
    """Worth another attempt; ``wait`` is what the source asked for, in seconds."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass(slots=True)
class _Host:
    next_at: float = 0.0
    failures: int = 0
    down: str | None = None


@dataclass(slots=True)
class PoliteClient:
    """Fetches addresses, one at a time. ``requests`` counts what went over the wire, by host.

    Raises SourceDownError from every get, with a sentence that names the host. Close it, or use it as a context.
    """

    cache: ResponseCache
    contact: str | None = None
    manners: Manners = field(default_factory=Manners)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep
    requests: Counter[str] = field(default_factory=Counter)
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _http: httpx.Client | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if self._http is not None:
            self._http.close()
            self._http = None

    def get_json(self, url: str, params: Mapping[str, str] | None = None, max_age: timedelta = DAY) -> tuple[Any, datetime] | None:
        """The parsed answer and when it was retrieved; None for 404 and 410. What is no JSON is a source that is down."""
        kept = self.get(url, params, max_age)
        if kept is None:
            return None
        try:
            return json.loads(kept.body), kept.checked_at
        except ValueError as e:
            raise SourceDownError(f"{_host_of(url)} answered something that is no JSON ({url})") from e

    def get(self, url: str, params: Mapping[str, str] | None = None, max_age: timedelta = DAY) -> Kept | None:
        """The answer, from the cache while it is younger than ``max_age``, else asked again (conditionally where that can be)."""
        full = str(httpx.URL(url, params=params)) if params else url
        kept = self.cache.read(full)
        if kept and self.now() - kept.checked_at < max_age:
            return kept
        host = self._hosts.setdefault(urlsplit(full).netloc, _Host())
        if host.down:
            raise SourceDownError(host.down)
        try:
            fetched = self._fetch_with_retries(full, kept)
        except SourceDownError as e:
            host.failures += 1
            if host.failures >= self.manners.failures_until_down:
                host.down = f"{e} (not asked again after {host.failures} failures in a row)"
            raise
        host.failures = 0
        if fetched is not None:
            self.cache.write(fetched)
        return fetched

    def _fetch_with_retries(self, url: str, kept: Kept | None) -> Kept | None:
        retrying = Retrying(
            retry=retry_if_exception_type(_PassingError),
            stop=stop_after_attempt(self.manners.attempts),
            wait=self._wait_before_next,
            sleep=self.sleep,
            reraise=True,
        )
        try:
            return retrying(self._fetch, url, kept)
        except _PassingError as e:
            raise SourceDownError(f"{_host_of(url)} {e}, {self.manners.attempts} attempts") from e

    def _wait_before_next(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, _PassingError) else None
        return asked if asked is not None else self.manners.back_off * 2.0 ** (state.attempt_number - 1)

    def _fetch(self, url: str, kept: Kept | None) -> Kept | None:
        status, headers, body = self._follow(url, _conditions(kept))
        now = self.now()
        if status == httpx.codes.NOT_MODIFIED and kept:
            return Kept(url, kept.body, kept.retrieved_at, now, kept.etag, kept.last_modified)
        if status in {httpx.codes.NOT_FOUND, httpx.codes.GONE}:
            return None
        if status in _PASSING or _LAG in headers:
            self._say_passing(url, status, headers)
        if status != httpx.codes.OK:
            raise SourceDownError(f"{_host_of(url)} answered {status} ({url})")
        return Kept(url, body, now, now, headers.get("etag"), headers.get("last-modified"))

    def _say_passing(self, url: str, status: int, headers: httpx.Headers) -> None:
        wait = read_retry_after(headers.get("retry-after"), self.now())
        if wait is not None and wait > self.manners.longest_wait:
            raise SourceDownError(f"{_host_of(url)} answered {status} and asks to wait {wait:.0f} s: asked again next time")
        raise _PassingError(f"answered {status}", wait)

    def _follow(self, url: str, conditions: Mapping[str, str]) -> tuple[int, httpx.Headers, bytes]:
        """Redirects are followed within the host only: a source does not send us to other people."""
        here = url
        for _ in range(_MOST_REDIRECTS):
            status, headers, body = self._request(here, conditions)
            if status not in {301, 302, 303, 307, 308} or "location" not in headers:
                return status, headers, body
            target = urljoin(here, headers["location"])
            if urlsplit(target).netloc != urlsplit(here).netloc:
                raise SourceDownError(f"{_host_of(url)} sends us to another host, {_host_of(target)} ({url})")
            here = target
        raise SourceDownError(f"{_host_of(url)} redirects in circles ({url})")

    def _request(self, url: str, conditions: Mapping[str, str]) -> tuple[int, httpx.Headers, bytes]:
        agent = self._agent(url)
        self._take_turn(urlsplit(url).netloc)
        self.requests[urlsplit(url).netloc] += 1
        if self._http is None:
            self._http = httpx.Client(timeout=self.manners.timeout)
        try:
            with self._http.stream("GET", url, headers={"User-Agent": agent, **conditions}) as answer:
                return answer.status_code, answer.headers, self._read_body(answer, url)
        except httpx.TimeoutException as e:
            raise _PassingError(f"did not answer within {self.manners.timeout:g} s") from e
        except httpx.TransportError as e:
            raise _PassingError(f"cannot be reached ({type(e).__name__})") from e
        except (httpx.DecodingError, httpx.InvalidURL) as e:
            raise SourceDownError(f"{_host_of(url)} answered something unreadable ({url})") from e

    def _read_body(self, answer: httpx.Response, url: str) -> bytes:
        """The whole body, within the bounds of size and of time: a source that drips is a source that is down."""
        until = time.monotonic() + self.manners.timeout * 3
        parts: list[bytes] = []
        size = 0
        for part in answer.iter_bytes():
            size += len(part)
            if size > self.manners.most_bytes:
                raise SourceDownError(f"{_host_of(url)} answered more than {self.manners.most_bytes} bytes ({url})")
            if time.monotonic() > until:
                raise _PassingError("answers too slowly")
            parts.append(part)
        return b"".join(parts)

    def _take_turn(self, netloc: str) -> None:
        host = self._hosts.setdefault(netloc, _Host())
        wait = host.next_at - time.monotonic()
        if wait > 0:
            self.sleep(wait)
        host.next_at = time.monotonic() + self.manners.pace

    def _agent(self, url: str) -> str:
        """Who asks and how to reach them. On the open web an operator must be reachable."""
        if not self.contact and urlsplit(url).hostname not in _LOOPBACK:
            raise SourceDownError(f"set {CONTACT} to a page or mail address where the live sources reach you before they are asked")
        return f"{AGENT} (+{self.contact or 'loopback'})"


def read_retry_after(text: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, as a number or a date; None where it says nothing readable."""
    if not text:
        return None
    if text.strip().isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds())
    except (ValueError, TypeError):
        return None


def _conditions(kept: Kept | None) -> dict[str, str]:
    if kept is None:
        return {}
    told = {"If-None-Match": kept.etag, "If-Modified-Since": kept.last_modified}
    return {name: value for name, value in told.items() if value}


def _host_of(url: str) -> str:
    return urlsplit(url).hostname or url
