"""A small web on loopback for tests: a forward proxy that answers for invented hosts, request by request."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Raw = Callable[[socket.socket], None]


@dataclass
class Reply:
    """An answer; ``headers`` are sent as given, with a Content-Length unless ``raw_length`` says otherwise."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw_length: int | None = None


@dataclass
class Asked:
    """One request as the web saw it; header names in lower case."""

    url: str
    headers: dict[str, str]


Route = Reply | Raw | Callable[[Asked], Reply]


class Web:
    """Routes by absolute address; everything else is 404. ``log`` has every request in order."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.routes: dict[str, Route | list[Route]] = {}
        self.raw: set[str] = set()
        self.log: list[Asked] = []
        self.default: Callable[[Asked], Reply] | None = None
        self._listener = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        self._open = True
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def page(self, url: str, body: str | bytes, content_type: str = "text/html; charset=utf-8", **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.routes[url] = Reply(data, headers={"Content-Type": content_type, **{k.replace("_", "-"): v for k, v in headers.items()}})

    def hostile(self, url: str, act: Raw) -> None:
        """A route that writes to the socket itself."""
        self.routes[url] = act
        self.raw.add(url)

    def asked(self, url: str) -> list[Asked]:
        return [one for one in self.log if one.url == url]

    def close(self) -> None:
        self._open = False
        self._listener.close()

    def _serve(self) -> None:
        while self._open:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer_all, args=(connection,), daemon=True).start()

    def _answer_all(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            buffer = b""
            while True:
                while b"\r\n\r\n" not in buffer:
                    data = connection.recv(65_536)
                    if not data:
                        return
                    buffer += data
                head, buffer = buffer.split(b"\r\n\r\n", 1)
                if not self._answer(connection, read_head(head)):
                    return

    def _answer(self, connection: socket.socket, asked: Asked) -> bool:
        self.log.append(asked)
        route = self.routes.get(asked.url)
        if isinstance(route, list):
            route = route.pop(0) if len(route) > 1 else route[0]
        if route is None:
            route = self.default(asked) if self.default else Reply(b"not here", 404, {"Content-Type": "text/plain"})
        if asked.url in self.raw:
            route(connection)  # type: ignore[operator,call-arg,arg-type]
            return False
        reply = route if isinstance(route, Reply) else route(asked)  # type: ignore[operator,arg-type]
        assert isinstance(reply, Reply)
        connection.sendall(to_bytes(reply))
        return True


def read_head(head: bytes) -> Asked:
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines)}
    target = first.split(" ")[1]
    url = target if target.startswith("http") else f"http://{headers['host']}{target}"
    parts = urlsplit(url)
    return Asked(url if parts.path else url + "/", headers)


def to_bytes(reply: Reply) -> bytes:
    length = len(reply.body) if reply.raw_length is None else reply.raw_length
    body = b"" if reply.status == 304 else reply.body
    lines = [f"HTTP/1.1 {reply.status} X"]
    lines += [f"{name}: {value}" for name, value in reply.headers.items()]
    if reply.status != 304:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def with_validators(body: str, etag: str) -> Callable[[Asked], Reply]:
    """A page that answers 304 to whoever has its ETag."""

    def answer(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == etag:
            return Reply(b"", 304, {"ETag": etag})
        return Reply(body.encode(), 200, {"ETag": etag, "Content-Type": "text/html"})

    return answer


@contextlib.contextmanager
def open_web(host: str = "127.0.0.1") -> Iterator[Web]:
    web = Web(host)
    try:
        yield web
    finally:
        web.close()


def rss(*items: tuple[str, str, str]) -> str:
    """A feed of (address, title, RFC 822 date) items."""
    entries = "".join(f"<item><title>{t}</title><link>{u}</link><pubDate>{d}</pubDate></item>" for u, t, d in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>{entries}</channel></rss>'


def sitemap(*pages: tuple[str, str | None]) -> str:
    """A sitemap of (address, lastmod) pages."""
    rows = "".join(f"<url><loc>{u}</loc>{f'<lastmod>{d}</lastmod>' if d else ''}</url>" for u, d in pages)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
