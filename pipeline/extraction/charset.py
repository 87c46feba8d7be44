"""A page's bytes as UTF-8: what a page declares about its charset is often wrong, its bytes are not."""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEAD_BYTES = 4096
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What the WHATWG encoding standard reads these labels as: pages that declare them use the Windows supersets.
_SUPERSETS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_STATEFUL = {"iso2022_jp", "utf-16", "utf-16-le", "utf-16-be", "hz", "utf-7"}
_BROKEN_SHARE = 0.2  # bad bytes per well-formed non-ASCII character up to which a page is damaged UTF-8, not another charset
_SNIFF_BYTES = 60_000


def to_utf8(payload: bytes, content_type: str | None = None) -> bytes:
    """The page in UTF-8, never an error: by a byte order mark, else as it is if that is UTF-8, else as declared, else by a guess.

    Bytes that no reading accounts for come out as U+FFFD, or as Windows-1252 characters inside a page that is otherwise UTF-8.
    """
    for mark, codec in _MARKS:
        if payload.startswith(mark):
            return _recode(payload[len(mark) :], codec)
    declared = _declared_codecs(payload[:_HEAD_BYTES], content_type)
    for codec in declared:
        if codec in _STATEFUL and (text := _decode_strictly(payload, codec)):
            return _encode(text)
    if _is_utf8(payload):
        return payload
    return _encode(_decode_otherwise(payload, declared))


def _decode_otherwise(payload: bytes, declared: list[str]) -> str:
    """The text of a page that is not UTF-8 throughout."""
    if _is_damaged_utf8(payload):
        return _patch_utf8(payload)
    for codec in declared:
        if codec != "utf-8" and (text := _decode_strictly(payload, codec)):
            return text
    guess = _codec_of(detect_encoding(payload[:_SNIFF_BYTES]) or "") or "cp1252"
    return payload.decode("cp1252" if guess == "utf-8" else guess, "replace")


def _recode(payload: bytes, codec: str) -> bytes:
    return payload if codec == "utf-8" and _is_utf8(payload) else _encode(payload.decode(codec, "replace"))


def _is_utf8(payload: bytes) -> bool:
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "ignore")  # half characters, which some codecs let through, are none


def _declared_codecs(head: bytes, content_type: str | None) -> list[str]:
    labels = [m.group(1) for m in [_HEADER.search(content_type or "")] if m]
    labels += [m.group(1).decode("ascii") for m in (_META.search(head), _XML.search(head)) if m]
    return [codec for label in dict.fromkeys(labels) if (codec := _codec_of(label))]


def _codec_of(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
    except LookupError:
        return None
    return _SUPERSETS.get(name, name)


def _decode_strictly(payload: bytes, codec: str) -> str | None:
    try:
        return payload.decode(codec)
    except (UnicodeError, LookupError):
        # The five holes of Windows-1252 are no reason to doubt it; anything else that fails is another charset.
        return payload.decode(codec, "replace") if codec.startswith("cp125") else None


def _is_damaged_utf8(payload: bytes) -> bool:
    text = payload.decode("utf-8", "surrogateescape")
    bad = sum(1 for c in text if "\udc80" <= c <= "\udcff")
    wide = sum(1 for c in text if c > "\x7f") - bad
    return bad <= _BROKEN_SHARE * wide


def _patch_utf8(payload: bytes) -> str:
    text = payload.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]+", lambda m: bytes(ord(c) - 0xDC00 for c in m.group()).decode("cp1252", "replace"), text)
