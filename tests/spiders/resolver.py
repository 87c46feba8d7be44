"""A resolver for tests of the address guard: every name is loopback, and only some names are let through to it."""

from __future__ import annotations

from typing import Any

from twisted.internet.defer import Deferred, succeed

from spiders.guard import PublicResolver

LOOKUPS: dict[str, int] = {}


class LoopbackResolver(PublicResolver):
    """``film.example`` stands for a public host. ``flip.example`` is public once, then private: a name that is bound anew."""

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        LOOKUPS[name] = LOOKUPS.get(name, 0) + 1
        return succeed("127.0.0.1").addCallback(self.check, name)

    def check(self, address: str, name: str) -> str:
        stands_for_public = name == "film.example" or (name == "flip.example" and LOOKUPS[name] == 1)
        return address if stands_for_public else super().check(address, name)
