"""The one way out to the live sources: paced per host, retried within bounds, cached, honest about who asks."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import httpx
from hishel import CacheOptions, SqliteStorage
from hishel.httpx import CacheTransport
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from pipeline.errors import SourceDownError
from pipeline.records.live.endpoints import CONTACT

logger = logging.getLogger(__name__)

AGENT = "Reelcheck/0.1"
DAY = timedelta(hours=20)  # an answer is asked for once a night, also when a night is run again
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
_LAG = "x-database-lag"  # MediaWiki answers 200 with an error while its databases lag behind, and says when to come back
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_STANDING = _REDIRECTS | {httpx.codes.OK, httpx.codes.NOT_MODIFIED}
_KEPT = timedelta(days=60)  # since an answer was last asked for
_SAYS_HOW_LONG = ("age", "expires", "pragma", "vary")


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


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. ``checked_at``: when the source last said that it stands; ``url``: where it was found, after redirects."""

    url: str
    body: bytes
    checked_at: datetime
    from_cache: bool


@dataclass
class PoliteClient:
    """Fetches addresses, one at a time. ``requests`` counts what went over the wire, by host; ``folder`` keeps answers between runs.

    Raises SourceDownError from every get, with a sentence that names the host. Close it, or use it as a context. Deleting the folder costs
    requests, nothing else.
    """

    folder: Path
    contact: str | None = None
    manners: Manners = field(default_factory=Manners)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep
    requests: Counter[str] = field(default_factory=Counter)
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if "_http" in self.__dict__:
            self._http.close()
            del self._http, self._storage

    @cached_property
    def _storage(self) -> SqliteStorage:
        path = self.folder / "answers.db"
        _discard_damaged(path)
        return SqliteStorage(database_path=path, default_tti=_KEPT.total_seconds())

    @cached_property
    def _http(self) -> httpx.Client:
        wire = _Wire(self, httpx.HTTPTransport())
        return httpx.Client(transport=CacheTransport(wire, self._storage, CacheOptions(shared=False)), timeout=self.manners.timeout)

    def get_json(self, url: str, params: Mapping[str, str] | None = None, max_age: timedelta = DAY) -> tuple[Any, datetime] | None:
        """The parsed answer and when it was checked; None for 404 and 410. What is no JSON is a source that is down, and not kept."""
        reply = self.get(url, params, max_age)
        if reply is None:
            return None
        try:
            return json.loads(reply.body), reply.checked_at
        except (ValueError, RecursionError) as e:
            self.forget(reply.url)
            raise SourceDownError(f"{_host_of(url)} answered something that is no JSON ({url})") from e

    def get(self, url: str, params: Mapping[str, str] | None = None, max_age: timedelta = DAY) -> Reply | None:
        """The answer, kept for ``max_age`` and then asked for again (conditionally where that can be); None for 404 and 410."""
        full = str(httpx.URL(url, params=params)) if params else url
        host = self._hosts.setdefault(urlsplit(full).netloc, _Host())
        try:
            reply = self._fetch_with_retries(full, max_age)
        except SourceDownError as e:
            host.failures += 1
            if host.failures >= self.manners.failures_until_down and host.down is None:
                host.down = f"{e} (not asked again after {host.failures} failures in a row)"
            raise
        if reply is None or not reply.from_cache:
            host.failures = 0
        return reply

    def forget(self, url: str) -> None:
        """Keeps the answer of an address no longer."""
        for entry in self._storage.get_entries(url):
            self._storage.remove_entry(entry.id)

    def _fetch_with_retries(self, url: str, max_age: timedelta) -> Reply | None:
        retrying = Retrying(
            retry=retry_if_exception_type(_PassingError),
            stop=stop_after_attempt(self.manners.attempts),
            wait=self._wait_before_next,
            sleep=self.sleep,
            reraise=True,
        )
        try:
            return retrying(self._fetch, url, max_age)
        except _PassingError as e:
            raise SourceDownError(f"{_host_of(url)} {e}, {self.manners.attempts} attempts") from e

    def _wait_before_next(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, _PassingError) else None
        return asked if asked is not None else self.manners.back_off * 2.0 ** (state.attempt_number - 1)

    def _fetch(self, url: str, max_age: timedelta) -> Reply | None:
        """Redirects are followed within the host only: a source does not send us to other people."""
        here = url
        for _ in range(_MOST_REDIRECTS):
            answer, body = self._request(here, max_age)
            if answer.status_code not in _REDIRECTS or "location" not in answer.headers:
                return self._read_answer(url, here, answer, body)
            target = urljoin(here, answer.headers["location"])
            if urlsplit(target).netloc != urlsplit(here).netloc:
                self.forget(here)
                raise SourceDownError(f"{_host_of(url)} sends us to another host, {_host_of(target)} ({url})")
            here = target
        self.forget(url)
        raise SourceDownError(f"{_host_of(url)} redirects in circles ({url})")

    def _read_answer(self, url: str, here: str, answer: httpx.Response, body: bytes) -> Reply | None:
        status, headers = answer.status_code, answer.headers
        if status in {httpx.codes.NOT_FOUND, httpx.codes.GONE}:
            return None
        if status in _PASSING or _LAG in headers:
            self._say_passing(url, status, headers)
        if status != httpx.codes.OK:
            raise SourceDownError(f"{_host_of(url)} answered {status} ({url})")
        from_cache = answer.extensions["caching"]["from_cache"] and not answer.extensions["caching"]["revalidated"]
        return Reply(here, body, parsedate_to_datetime(headers["date"]), from_cache)

    def _say_passing(self, url: str, status: int, headers: httpx.Headers) -> None:
        wait = read_retry_after(headers.get("retry-after"), self.now())
        if wait is not None and wait > self.manners.longest_wait:
            raise SourceDownError(f"{_host_of(url)} answered {status} and asks to wait {wait:.0f} s: asked again next time")
        raise _PassingError(f"answered {status}", wait)

    def _request(self, url: str, max_age: timedelta) -> tuple[httpx.Response, bytes]:
        told = {"stands": max_age, "caching": {"key": url}}
        try:
            with self._http.stream("GET", url, headers={"User-Agent": self._agent(url)}, extensions=told) as answer:
                return answer, self._read_body(answer, url)
        except httpx.TimeoutException as e:
            raise _PassingError(f"did not answer within {self.manners.timeout:g} s") from e
        except httpx.TransportError as e:
            raise _PassingError(f"cannot be reached ({type(e).__name__})") from e
        except (httpx.DecodingError, httpx.InvalidURL) as e:
            raise SourceDownError(f"{_host_of(url)} answered something unreadable ({url})") from e
        except RuntimeError as e:  # a database of another hishel, which it leaves alone
            raise SourceDownError(f"the answers kept in {self.folder} are of no use, delete that folder: {e}") from e

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

    def take_turn(self, netloc: str) -> None:
        """Waits until a host may be asked again, and counts the request. Raises SourceDownError for a host that is left alone."""
        host = self._hosts.setdefault(netloc, _Host())
        if host.down:
            raise SourceDownError(host.down)
        wait = host.next_at - time.monotonic()
        if wait > 0:
            self.sleep(wait)
        host.next_at = time.monotonic() + self.manners.pace
        self.requests[netloc] += 1

    def _agent(self, url: str) -> str:
        """Who asks and how to reach them. On the open web an operator must be reachable."""
        if not self.contact and urlsplit(url).hostname not in _LOOPBACK:
            raise SourceDownError(f"set {CONTACT} to a page or mail address where the live sources reach you before they are asked")
        return f"{AGENT} (+{self.contact or 'loopback'})"


class _Wire(httpx.BaseTransport):
    """What lies beneath the cache: every request in its turn. How long an answer stands is ours to say (``stands``), not the source's.

    Errors, also those that come with a status of 200, are not kept.
    """

    def __init__(self, client: PoliteClient, way: httpx.BaseTransport) -> None:
        self._client, self._way = client, way

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._client.take_turn(request.url.netloc.decode())
        answer = self._way.handle_request(request)
        for name in _SAYS_HOW_LONG:
            answer.headers.pop(name, None)
        stands = answer.status_code in _STANDING and _LAG not in answer.headers
        answer.headers["cache-control"] = f"max-age={request.extensions['stands'].total_seconds():.0f}" if stands else "no-store"
        answer.headers["date"] = format_datetime(self._client.now(), usegmt=True)
        return answer

    def close(self) -> None:
        self._way.close()


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


def _discard_damaged(path: Path) -> None:
    """Removes a file that is no database any more: answers are asked for again, and kept again."""
    if path.is_file():
        try:
            with closing(sqlite3.connect(path)) as db:
                db.execute("PRAGMA quick_check(1)")
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)


def _host_of(url: str) -> str:
    return urlsplit(url).hostname or url
