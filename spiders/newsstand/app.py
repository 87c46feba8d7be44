"""The newsstand as an ASGI application: finds the site and the instant of a request, and keeps what little state there is."""

from __future__ import annotations

import ipaddress
from collections import Counter, deque
from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from spiders.newsstand.answers import Answer, Query, answer, slow_down
from spiders.newsstand.pages import render_directory
from spiders.newsstand.stand import Stand

CONTROL_HOST = "newsstand.example"
CLOCK_HEADER = "x-newsstand-clock"
LOG_LENGTH = 20_000
UNLIMITED = ("/robots.txt", "/.well-known/")  # never answered with 429, so that the refusal meets a feed or page


class Newsstand:
    """All sites behind one address, as a forward proxy or by Host header.

    State: the clock, how often each page was asked for (adverts change with it), which site has already refused its first request of
    which day, and a log of the last requests.
    """

    def __init__(self, stands: Sequence[Stand], clock: datetime) -> None:
        self.clock = clock
        self._stands = {stand.host: stand for stand in stands}
        self._turns: Counter[tuple[str, str, datetime]] = Counter()
        self._refused: set[tuple[str, date]] = set()
        self._log: deque[dict[str, object]] = deque(maxlen=LOG_LENGTH)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise RuntimeError(f"the newsstand speaks plain HTTP only, not {scope['type']}")
        request = Request(scope, receive)
        host, path = _find_target(request)
        response = await self._respond(request, host, path)
        await response(scope, receive, send)

    async def _respond(self, request: Request, host: str, path: str) -> Response:
        if host == CONTROL_HOST or _is_loopback(host):
            return await self._control(request, path)
        stand = self._stands.get(host)
        if stand is None:
            return PlainTextResponse(f"no site {host} at this newsstand\n", 502)
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("only GET and HEAD\n", 405, headers={"allow": "GET, HEAD"})
        try:
            clock = parse_clock(request.headers.get(CLOCK_HEADER)) or self.clock
        except ValueError as e:
            return PlainTextResponse(f"{CLOCK_HEADER}: {e}\n", 400)
        given = self._serve(stand, Query(path, clock, self._count(host, path, clock), dict(request.headers)))
        self._note(request, host, path, clock, given.status)
        # no Content-Type of Starlette's own: a site that declares no charset must not get one
        response = Response(given.body, given.status)
        response.raw_headers = [(k.encode(), v.encode("latin-1")) for k, v in _finish(given, clock).items()]
        return response

    def _serve(self, stand: Stand, query: Query) -> Answer:
        today = (stand.slug, query.clock.astimezone(UTC).date())
        if stand.retry_after is not None and not query.path.startswith(UNLIMITED) and today not in self._refused:
            self._refused.add(today)
            return slow_down(stand, query)
        return answer(stand, query)

    def _count(self, host: str, path: str, clock: datetime) -> int:
        turn = self._turns[host, path, clock]
        self._turns[host, path, clock] += 1
        return turn

    def _note(self, request: Request, host: str, path: str, clock: datetime, status: int) -> None:
        agent = request.headers.get("user-agent", "")
        self._log.append({"host": host, "path": path, "status": status, "clock": clock.isoformat(), "agent": agent})

    async def _control(self, request: Request, path: str) -> Response:
        client = request.client.host if request.client else ""
        if not _is_loopback(client):
            return PlainTextResponse("only from this machine\n", 403)
        if path == "/clock" and request.method == "POST":
            try:
                self.clock = parse_clock((await request.body()).decode("ascii", "replace").strip()) or self.clock
            except ValueError as e:
                return PlainTextResponse(f"{e}\n", 400)
        if path == "/clock":
            return PlainTextResponse(self.clock.isoformat())
        if path == "/log":
            return JSONResponse(list(self._log))
        if path == "/":
            return HTMLResponse(render_directory(list(self._stands.values()), self.clock))
        return PlainTextResponse("here are /, /clock and /log\n", 404)


def parse_clock(text: str | None) -> datetime | None:
    """An instant such as 2026-11-16T05:00:00Z; None for None or "". Raises ValueError that says what was expected."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError(f"{text!r} is no instant with a zone: write for example 2026-11-16T05:00:00Z")
    return moment.astimezone(UTC)


def _find_target(request: Request) -> tuple[str, str]:
    """Host and path, from an absolute-form target where the server passes one on, else from the Host header."""
    raw = request.scope["path"]
    target = urlsplit(raw) if "://" in raw else None
    host = target.netloc if target else request.headers.get("host", "")
    return host.rsplit(":", 1)[0].lower(), (target.path or "/") if target else raw


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _finish(given: Answer, clock: datetime) -> dict[str, str]:
    headers = {**given.headers, "date": format_datetime(clock, usegmt=True)}
    if given.status != 304:
        headers["content-length"] = str(len(given.body))
    return headers
