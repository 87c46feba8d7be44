"""Which pages may not be kept: what a page or its server says about archiving and about text and data mining.

noarchive, noindex and none are read from the robots meta elements and X-Robots-Tag, for everybody and for Reelcheck by name. The TDM
reservation follows the W3C community group's TDMRep: header, meta element, or /.well-known/tdmrep.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

ROBOT = "reelcheck"
_REFUSING = ("noarchive", "noindex", "none")
_HEAD = 1_000_000  # bytes in which a page's meta elements are looked for, up to where its head ends
_META = re.compile(rb"<meta\b[^<>]{0,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


@dataclass(frozen=True, slots=True)
class Reservation:
    """One rule of a tdmrep.json: the path pattern, as in robots.txt, and whether rights are reserved there."""

    location: str
    reserved: bool

    def covers(self, path: str) -> bool:
        """Does the pattern fit the path from its start? Piece by piece, so that no pattern is dear to match."""
        pattern, anchored = (self.location[:-1], True) if self.location.endswith("$") else (self.location, False)
        first, *others = pattern.split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for piece in others[:-1]:
            at = path.find(piece, at) + len(piece) if piece in path[at:] else -1
            if at < 0:
                return False
        if not others:
            return at == len(path) or not anchored
        return path.endswith(others[-1]) and len(path) - len(others[-1]) >= at if anchored else others[-1] in path[at:]


def read_reservations(body: bytes) -> tuple[Reservation, ...]:
    """The rules of a tdmrep.json; empty when it is none."""
    try:
        rules = json.loads(body)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(rules, list):
        return ()
    return tuple(
        Reservation(str(rule.get("location", "")), str(rule.get("tdm-reservation", 0)) == "1")
        for rule in rules[:200]
        if isinstance(rule, dict)
    )


def refusal_to_keep(headers: Mapping[str, str], body: bytes, path: str, reservations: tuple[Reservation, ...] = ()) -> str | None:
    """Why the page may not be kept, or None. ``headers`` in lower case, ``body`` decoded, ``path`` with query."""
    if refusing := refusing_word(headers.get("x-robots-tag", "")):
        return f"{refusing} in X-Robots-Tag"
    if headers.get("tdm-reservation", "").strip() == "1":
        return "rights reserved by the tdm-reservation header"
    first = next((rule for rule in reservations if rule.covers(path)), None)
    declared = headers.get("tdm-reservation") is None and first is not None and first.reserved
    return refusal_in_page(body) or ("rights reserved in tdmrep.json" if declared else None)


def refusal_in_page(body: bytes) -> str | None:
    for element in _META.findall(body, 0, _find_end_of_head(body)):
        told = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(element.decode("utf-8", "replace"))}
        name, content = told.get("name", "").lower(), told.get("content", "").lower()
        if name in ("robots", ROBOT):
            words = {word.strip() for word in content.split(",")}
            if refusing := next((word for word in _REFUSING if word in words), None):
                return f"{refusing} in the page's {name} meta"
        if name == "tdm-reservation" and content.strip() == "1":
            return "rights reserved in the page's tdm-reservation meta"
    return None


def _find_end_of_head(body: bytes) -> int:
    """Where the head ends, or as far as it is read. In capitals it is looked for no further than needed: to find none is dear."""
    end = body.find(b"</head", 0, _HEAD)
    end = end if end >= 0 else _HEAD
    capital = body.find(b"</HEAD", 0, end)
    return capital if capital >= 0 else end


def refusing_word(tag: str) -> str | None:
    """The first refusing word of an X-Robots-Tag that is meant for everybody or for us ("bot: noindex" is meant for that bot)."""
    meant = True
    for part in tag.lower().split(","):
        agent, colon, rest = part.partition(":")
        word = part.strip()
        if colon and agent.strip() not in ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"):
            meant, word = agent.strip() == ROBOT, rest.strip()
        if meant and word in _REFUSING:
            return word
    return None
