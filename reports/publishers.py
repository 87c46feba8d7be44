"""Which of several sources is named in print: the independent and best known one, and by a short name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# Publisher -> number of shows whose records cite it.
Standing = Mapping[str, int]

# Words in a publisher's name by which the record says that the page passes on somebody else's text.
_SECOND_HAND = re.compile(r"(?i)\b(mirror|cop(?:y|ies)|respun|spun|rewritten|carries|via|text|press notes|release|syndicated|from)\b")
_ASIDE = re.compile(r"(?:, [a-z][^,]*$)|(?: \((?:[a-z]|[^()]*\b(?:with|of|the|from)\b)[^()]*\).*$)")


def is_second_hand(source: Mapping[str, Any]) -> bool:
    """Does the page repeat another one, as far as the record knows?"""
    return bool(source.get("after")) or bool(_SECOND_HAND.search(str(source.get("publisher") or "")))


def rank_source(source: Mapping[str, Any], standing: Standing) -> tuple[bool, bool, int, int]:
    """Sort key: tiers 1 and 2 before 3, first-hand before second-hand, the most cited publisher first; then by tier."""
    tier, name = int(source.get("tier") or 4), str(source.get("publisher") or "")
    return (tier > 2, is_second_hand(source), -standing.get(name, 0), tier)


def shorten_publisher(name: str) -> str:
    """ "Cape Times, interview with the creator" -> "Cape Times"; a place in brackets stays: "El Comercio (Peru)"."""
    return _ASIDE.sub("", name) or name
