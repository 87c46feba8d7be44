"""What keeps a crawl from being led anywhere but to public web addresses, and from being flooded.

The address that a name resolves to is checked where Twisted gets it for the connection, so that nothing can change between the check and
the connection (rebinding), after redirects too. Behind a proxy of our own (the newsstand, served pages) names are not resolved here.
"""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler, _LenientHTTP11ClientFactory, _LenientHTTP11ClientProtocol
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingHostnameResolver
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface.declarations import implementer, provider  # type: ignore[import-untyped]

from spiders.addresses import MAX_URL, is_public

NOT_PUBLIC = "address not public"


class ForbiddenAddressError(IgnoreRequest):
    """A request that the crawler does not make, whoever asks for it."""


class StoppedError(IgnoreRequest):
    """The crawl has ended; what was still waiting is not asked for."""


@provider(IResolutionReceiver)
class Gate:
    """Stands before whoever asked for a name's addresses: passes all of them on, or none when one of them is not allowed."""

    def __init__(self, receiver: IResolutionReceiver, name: str, resolver: PublicResolver) -> None:
        self.receiver, self.name, self.resolver = receiver, name, resolver
        self.addresses: list[IPv4Address | IPv6Address] = []

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802 - Twisted's name
        self.receiver.resolutionBegan(resolution)  # type: ignore[call-arg,misc]

    def addressResolved(self, address: IPv4Address | IPv6Address) -> None:  # noqa: N802
        self.addresses.append(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        if all(self.resolver.allows(self.name, address.host) for address in self.addresses):
            for address in self.addresses:
                self.receiver.addressResolved(address)  # type: ignore[call-arg,misc]
        else:
            self.resolver.refused.add(self.name)
        self.receiver.resolutionComplete()  # type: ignore[misc]


@implementer(IHostnameResolver)
class GatedResolver:
    """A resolver each of whose answers goes through a Gate."""

    def __init__(self, inner: Any, resolver: PublicResolver) -> None:
        self.inner, self.resolver = inner, resolver

    def resolveHostName(self, receiver: Any, name: str, *more: Any, **named: Any) -> Any:  # noqa: N802
        return self.inner.resolveHostName(Gate(receiver, name, self.resolver), name, *more, **named)


class PublicResolver(CachingHostnameResolver):
    """Resolves names for connections, over IPv4 and IPv6, and refuses a name that has any address which is not public.

    Twisted connects to the very addresses that passed, IPv6 first where both work. Refused names are kept in ``refused``. A resolution
    has no time limit of its own; DOWNLOAD_TIMEOUT bounds it.
    """

    refused: set[str] = set()  # noqa: RUF012 - one crawl per process; the middleware that names errors reads it

    def __init__(self, reactor: Any, cache_size: int) -> None:
        super().__init__(reactor, cache_size)
        self.original_resolver: Any = GatedResolver(self.original_resolver, self)

    def allows(self, name: str, address: str) -> bool:  # noqa: ARG002 - tests stand some names in for public ones
        """May the crawl connect to this address of that name?"""
        return is_public(address)


class GuardMiddleware:
    """Refuses addresses that are not http or https, are too long, name a user or a non-public IP; sets the proxy, or none at all.

    Once the spider has stopped it refuses everything.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.proxy: str | None = crawler.settings.get("CRAWL_PROXY")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> GuardMiddleware:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        if getattr(self.crawler.spider, "stopped", None) is not None:
            raise StoppedError("stopped")
        parts = urlsplit(request.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
            raise ForbiddenAddressError(f"{request.url[:200]} is no plain web address")
        if len(request.url) > MAX_URL:
            raise ForbiddenAddressError(f"address longer than {MAX_URL} characters")
        if self.proxy is None and is_literal(parts.hostname) and not is_public(parts.hostname):
            raise ForbiddenAddressError(NOT_PUBLIC)
        # An explicit None keeps a proxy of the environment out, behind which the resolver's check would see nothing.
        request.meta["proxy"] = self.proxy


def is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    return True


class CappedProtocol(_LenientHTTP11ClientProtocol):
    """Drops a connection whose answer's header grows beyond ``max_header`` bytes: Twisted bounds a line, not their number."""

    max_header = 65_536
    _header = 0

    def request(self, request: Any) -> Any:
        self._header = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        parser = self._parser
        if parser is not None and parser.state in ("STATUS", "HEADER"):
            self._header += len(data) if self._header or b"\r\n\r\n" not in data else data.find(b"\r\n\r\n")
            if self._header > self.max_header:
                self.transport.abortConnection()  # type: ignore[union-attr]
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]


class CappedFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> CappedProtocol:  # noqa: N802, ARG002 - Twisted's signature
        return CappedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class CappedHandler(HTTP11DownloadHandler):
    """Scrapy's own handler with the header cap. Its private names are those of the pinned Scrapy 2.19.0."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        CappedProtocol.max_header = crawler.settings.getint("MAX_HEADER_BYTES")
        self._pool._factory = CappedFactory
