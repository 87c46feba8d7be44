"""Every answer on its way in: decoded with a bound, judged whether it may be kept, and written to the archive as it came."""

from __future__ import annotations

import zlib
from typing import cast
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response

from spiders.archive import Exchange, Headers, join_headers, unpack_gzip
from spiders.guard import NOT_PUBLIC, PublicResolver
from spiders.keeping import refusal_to_keep
from spiders.politeness import spider_of

ENCODINGS = b"gzip, deflate"  # those that every reader of WARC files decodes; warcio takes brotli only from one of three libraries


class EvidenceMiddleware(HttpCompressionMiddleware):
    """The middleware nearest to the network: it sees what went over the wire, robots, redirects and repeats included."""

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self.crawler = crawler

    def process_request(self, request: Request) -> None:  # type: ignore[override]
        request.headers["Accept-Encoding"] = ENCODINGS
        spider_of(self.crawler).tally.requests += 1

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        spider = spider_of(self.crawler)
        exchange = Exchange(
            request.url,
            [("Host", urlsplit(request.url).netloc), *to_pairs(request)],
            response.status,
            to_pairs(response),
            response.body,
            request.meta["found"],
            str(response.ip_address) if response.ip_address and not request.meta.get("proxy") else None,
        )
        try:
            decoded = cast("Response", super().process_response(request, to_plain(response)))
        except IgnoreRequest:
            spider.writer.write_failure(request.url, exchange.found, "too large when unpacked")
            raise
        except Exception as e:
            spider.writer.write_failure(request.url, exchange.found, "broken content encoding")
            raise IgnoreRequest("broken content encoding") from e
        refusal = self.refusal(exchange, decoded)
        if refusal:
            request.meta["not_kept"] = refusal
            spider.writer.write_not_kept(exchange, refusal)
        else:
            spider.writer.write_exchange(exchange)
        return decoded

    def process_exception(self, request: Request, exception: Exception) -> None:
        if not isinstance(exception, IgnoreRequest):
            spider_of(self.crawler).writer.write_failure(request.url, request.meta["found"], name_problem(exception, request.url))

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        """Scrapy's own (its name is that of the pinned 2.19.0), but that gzip which ends early is broken, not short."""
        if encoding in (b"gzip", b"x-gzip"):
            plain, whole = unpack_gzip(body, max_size)
            if len(plain) > max_size:
                raise IgnoreRequest("too large when unpacked")
            if not whole:
                raise zlib.error("ends early")
            return plain
        return bytes(HttpCompressionMiddleware._decode(body, encoding, max_size))

    def refusal(self, exchange: Exchange, decoded: Response) -> str | None:
        """Why the answer may not be kept; only successful answers are asked, and robots.txt is always kept."""
        if exchange.found.role in ("robots", "policy") or exchange.status != 200:
            return None
        parts = urlsplit(exchange.url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        reservations = spider_of(self.crawler).reservations if spider_of(self.crawler).job.site.owns(exchange.url) else ()
        return refusal_to_keep(join_headers(exchange.headers), decoded.body, path, reservations)


def to_plain(response: Response) -> Response:
    """The answer as one without a text encoding, which Scrapy would otherwise guess from the packed body (a millisecond a page)."""
    return Response(**{name: getattr(response, name) for name in Response.attributes}) if type(response) is not Response else response


def to_pairs(message: Request | Response) -> Headers:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in (message.headers or {}).items()
        for value in (values if isinstance(values, list) else [values])
    ]


def name_problem(exception: BaseException, url: str) -> str:
    """One of a few plain names for why an address gave no usable answer."""
    if isinstance(exception, IgnoreRequest):
        text = str(exception)
        named = {"max redirections reached": "redirect loop"}
        return "too large when unpacked" if "decompression" in text else named.get(text, text or type(exception).__name__)
    if isinstance(exception, CannotResolveHostError):
        return NOT_PUBLIC if (urlsplit(url).hostname or "") in PublicResolver.refused else "no such host"
    names = {
        DownloadTimeoutError: "timeout",
        DownloadConnectionRefusedError: "connection refused",
        DownloadCancelledError: "too large",
        ResponseDataLossError: "cut short",
    }
    return next((name for kind, name in names.items() if isinstance(exception, kind)), f"connection failed ({type(exception).__name__})")
