"""A resolver for tests of the address guard: every name is loopback, and only some names are let through to it."""

from __future__ import annotations

from typing import Any

from scrapy.resolver import HostResolution, dnscache
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver
from zope.interface.declarations import implementer

from spiders.guard import GatedResolver, PublicResolver

LOOKUPS: dict[str, int] = {}
# What other names than these have: 127.0.0.1 alone.
ADDRESSES = {
    "six.example": ["::1"],
    "both.example": ["::1", "127.0.0.1"],
    "private-six.example": ["::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "mixed.example": ["203.0.114.9", "127.0.0.1"],  # a public address beside one that is not
    "none.example": [],
}


@implementer(IHostnameResolver)
class Names:
    """Stands for the system's resolver."""

    def resolveHostName(self, receiver: Any, name: str, port: int = 0, *more: Any, **named: Any) -> Any:  # noqa: N802 - Twisted's name
        LOOKUPS[name] = LOOKUPS.get(name, 0) + 1
        receiver.resolutionBegan(HostResolution(name))
        if name == "mute.example":  # never answers
            return receiver
        for host in ADDRESSES.get(name, ["127.0.0.1"]):
            receiver.addressResolved((IPv6Address if ":" in host else IPv4Address)("TCP", host, port))
        receiver.resolutionComplete()
        return receiver


class LoopbackResolver(PublicResolver):
    """``film.example`` and a few others stand for public hosts; ``flip.example`` is public once, then private: bound anew."""

    def __init__(self, reactor: Any, cache_size: int) -> None:
        super().__init__(reactor, cache_size)
        self.original_resolver = GatedResolver(Names(), self)

    def resolveHostName(self, *told: Any, **named: Any) -> Any:  # noqa: N802
        dnscache.clear()  # so that every connection looks its name up
        return super().resolveHostName(*told, **named)

    def allows(self, name: str, address: str) -> bool:
        stands_for_public = name in ("film.example", "six.example", "both.example") or (name == "flip.example" and LOOKUPS[name] == 1)
        return stands_for_public or super().allows(name, address)
