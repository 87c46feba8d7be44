"""Text from strangers made safe to print: titles, quotes, names and addresses that articles bring with them.

Markup is left to the templates' escaping. What escaping cannot mend is taken out here, before anything is frozen: control characters,
bidirectional overrides and isolates, zero-width and tag characters, and addresses that are not plain web links.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from anyascii import anyascii

TITLE_LIMIT = 220
QUOTE_LIMIT = 420

# U+200C and U+200D stay: Persian and many emoji need them, and they can't reorder anything.
_ZERO_WIDTH = dict.fromkeys(
    [0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF]
)
_BIDI = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x206A, 0x2070)])
_SPACES = re.compile(r"\s+")


def clean_text(text: str, limit: int = QUOTE_LIMIT) -> str:
    """One line without control, bidirectional and invisible characters, cut at ``limit`` characters with an ellipsis."""
    folded = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).translate(_ZERO_WIDTH).translate(_BIDI)
    kept = "".join(c for c in folded if c.isprintable() or _is_joiner(c))
    return shorten_text(_SPACES.sub(" ", kept).strip(), limit)


def clean_title(text: str, limit: int = TITLE_LIMIT) -> str:
    """``clean_text`` of a title or name, set with typographic quotes; never for quotations, which stay as they are."""
    return _set_quotes(clean_text(text, limit))


def _set_quotes(text: str) -> str:
    """ "'Boots' and The Queen's Gambit" -> "‘Boots’ and The Queen’s Gambit"."""
    for straight, opening, closing in (("'", "‘", "’"), ('"', "“", "”")):
        text = re.sub(rf"(^|[\s(\[—–/“‘]){straight}(?=\w)(?!\d\ds\b)", rf"\1{opening}", text)
        text = re.sub(rf"(?<=[\w.,!?…’)]){straight}", closing, text)
    return text


def _is_joiner(character: str) -> bool:
    return character in "\u200c\u200d"


def shorten_text(text: str, limit: int) -> str:
    """Cut at a blank near ``limit``, where there is one, and end in an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    blank = cut.rfind(" ")
    return (cut[:blank] if blank > limit * 0.6 else cut).rstrip(" ,;:–-") + "…"


def clean_optional(text: str | None, limit: int = QUOTE_LIMIT) -> str | None:
    """``clean_text``, with None for nothing left."""
    return (clean_text(text, limit) or None) if text else None


def safe_link(url: str | None) -> str | None:
    """The address when it is a plain http or https link with a host and no control characters or credentials, otherwise None."""
    if not url or len(url) > 2000 or any(ord(c) < 33 or c in "\"'<>`\\" or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None


def make_anchor(*parts: str) -> str:
    """A permanent anchor: readable ASCII words, and a short hash of all parts so that two items never share one."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(" ".join(parts[:-1])).lower()).strip("-")[:60].strip("-")
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]
    return f"{words}-{digest}" if words else f"item-{digest}"
