"""RSS and Atom: a feed's items, whatever size and shape the feed has.

feedparser reads dates and links of every dialect, but it is Python and takes minutes over what is made to be slow. So libxml2 goes over the
feed first, in one bounded pass, and feedparser sees no more than the first items with the few elements that are read of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import name2codepoint
from io import BytesIO
from typing import Any

import feedparser
from lxml import etree

from pipeline.errors import SourceDownError

MAX_FEED_ITEMS = 500  # a feed shows its newest first; what is longer is an archive or an attack
MAX_FEED_BYTES = 5_000_000  # what comes after is not looked at
MAX_ELEMENTS = 200_000  # looked at; 500 items have a tenth of it
MAX_CHILDREN = 60  # of an item, of those that are read
MAX_TEXT = 2_000  # characters of one of them

_AMPERSAND = re.compile(rb"&(?:([A-Za-z][A-Za-z0-9]{1,30});|(?!#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};))")
_XML_ENTITIES = {"amp", "lt", "gt", "quot", "apos"}
_READ = {"title", "link", "guid", "id", "pubdate", "published", "updated", "issued", "modified", "created", "date"}
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ATTRIBUTES = ("href", "rel", "isPermaLink")
_SHELLS = {
    "rss": (b"<rss version='2.0'><channel>", b"</channel></rss>"),
    "feed": (b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"</feed>"),
    "rdf": (b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>", b"</rdf:RDF>"),
}


def parse_feed(body: bytes, url: str) -> list[Any]:
    """feedparser's entries of the first MAX_FEED_ITEMS items. Raises SourceDownError when the body is no feed."""
    before, after = b"", b""
    items: list[bytes] = []
    for name, item in list_items(to_utf8(body)):
        if name in _SHELLS:
            before, after = _SHELLS[name]
        else:
            items.append(item)
    if not before:
        raise SourceDownError(f"{url} is no feed that can be read")
    parsed = feedparser.parse(BytesIO(before + b"".join(items) + after), resolve_relative_uris=False, sanitize_html=False)
    return list(parsed.entries)


def to_utf8(body: bytes) -> bytes:
    """The body without what stands before its markup; as UTF-8 where it says so and is not; its ampersands such that XML can be read."""
    body = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:MAX_FEED_BYTES]
    declared = re.match(rb"<\?xml[^>]{0,200}?encoding=[\"']([\w-]{1,40})", body)
    if declared is None or declared.group(1).lower() in (b"utf-8", b"utf8"):
        try:
            body.decode()
        except UnicodeDecodeError as e:
            if e.start < len(body) - 3:  # not merely a character that the cut went through
                body = body.decode("cp1252", "replace").encode()
    return b"".join(tidy_ampersands(body))


def tidy_ampersands(body: bytes) -> Iterator[bytes]:
    """The body in pieces: HTML's entities as numbers, bare ampersands escaped, CDATA sections as they are."""
    at = 0
    while (start := body.find(b"<![CDATA[", at)) >= 0:
        end = body.find(b"]]>", start)
        yield _AMPERSAND.sub(tidy_ampersand, body[at:start])
        yield body[start : end if end >= 0 else None]
        if end < 0:
            return
        at = end
    yield _AMPERSAND.sub(tidy_ampersand, body[at:])


def tidy_ampersand(found: re.Match[bytes]) -> bytes:
    name = (found.group(1) or b"").decode()
    if name in _XML_ENTITIES:
        return found.group()
    point = name2codepoint.get(name)
    return f"&#{point};".encode() if point is not None else b"&amp;" + found.group()[1:]


def list_items(body: bytes) -> Iterator[tuple[str, bytes]]:
    """First ("rss", "feed" or "rdf", b"") where the root is that of a feed; then ("item", itself) for each, cut down to what is read."""
    # recover: a stray ampersand must not cost the whole feed. Entities are never expanded, nothing external is loaded.
    events = etree.iterparse(
        BytesIO(body), events=("start", "end"), recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    depth, found, seen = 0, 0, 0  # depth: of items within items, which some feeds have
    try:
        for event, element in events:
            name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
            if event == "start":
                if seen == 0:
                    if name not in _SHELLS:
                        return
                    yield name, b""
                seen += 1
                depth += name in ("item", "entry")
                continue
            if name in ("item", "entry"):
                depth -= 1
                if depth == 0:
                    found += 1
                    yield "item", cut_item(element)
            if depth == 0:
                free(element)
            if found == MAX_FEED_ITEMS or seen > MAX_ELEMENTS:
                return
    except etree.XMLSyntaxError:
        return  # what came before the break has been read


def cut_item(item: Any) -> bytes:
    """An item with those of its children that are read, their texts cut short."""
    cut = etree.Element(item.tag, {_BASE: item.base[:MAX_TEXT]} if item.base else None)
    for child in item:
        if isinstance(child.tag, str) and etree.QName(child).localname.lower() in _READ:
            kept = {name: value[:MAX_TEXT] for name in _ATTRIBUTES if (value := child.get(name)) is not None}
            etree.SubElement(cut, child.tag, kept).text = "".join(child.itertext())[:MAX_TEXT]
            if len(cut) == MAX_CHILDREN:
                break
    return bytes(etree.tostring(cut))


def free(element: Any) -> None:
    """Let go of an element and of what stands before it, so that memory stays flat."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
