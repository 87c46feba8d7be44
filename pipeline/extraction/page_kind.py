"""What sort of page it is, and what its publisher lets be done with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal
from urllib.parse import urljoin, urlsplit

from pipeline.extraction.blocks import Block
from pipeline.extraction.structured import ARTICLE_TYPES, PageHead, list_of, types_of

PageType = Literal["article", "video", "gallery", "listing", "stub", "other"]

_STUB_CHARS: Final = 250
_SHORT_CHARS: Final = 900  # a video's or gallery's own text seldom is longer
_TEASERS: Final = 12  # so many linked headings beside so little text make a listing
_VIDEO_PATH: Final = re.compile(r"/(?:videos?|watch|tv-clips?|vidéos?)(?:/|$|-)", re.IGNORECASE)
_GALLERY_PATH: Final = re.compile(
    r"/(?:photo-?galler(?:y|ies)|galler(?:y|ies)|photos|pictures|slideshows?|fotos|fotostrecken?|galerias?|bilder)(?:/|$|-)", re.IGNORECASE
)
_LISTING_PATH: Final = re.compile(
    r"/(?:tags?|topics?|categor(?:y|ies)|author|authors|search|archive(?!/\d{5})|page/\d+)(?:/|$)", re.IGNORECASE
)
_FREE: Final = {"false", "no", "0"}
_PAYWALL_MARKS: Final = (
    '[class*="paywall-prompt" i], [class*="paywall-banner" i], [class*="regwall" i], [id="paywall"], [data-paywall="true"]'
)


def find_page_type(head: PageHead, url: str, blocks: Sequence[Block], chars: int) -> PageType:
    """By length of the text (``chars``), declared types, address and the number of links to other articles, in this order."""
    types = {t.lower() for t in head.types}
    path = urlsplit(url).path
    kind = (head.meta("og:type") or "").lower()
    if chars < _SHORT_CHARS:
        if ("videoobject" in types and not types & ARTICLE_TYPES) or kind.startswith("video") or _VIDEO_PATH.search(path):
            return "video"
        if types & {"imagegallery", "mediagallery"} or _GALLERY_PATH.search(path):
            return "gallery"
    teasers = sum(1 for b in blocks if b.kind == "heading" and b.linked >= len(b.text))
    mostly_teasers = teasers >= _TEASERS and chars < _SHORT_CHARS and kind != "article"  # content systems call a tag's page an article too
    if not types & ARTICLE_TYPES and (path in {"", "/"} or _LISTING_PATH.search(path) or mostly_teasers):
        return "listing"
    return "stub" if chars < _STUB_CHARS else "article"


def is_paywalled(head: PageHead) -> bool:
    """The page says that its text is not free, or carries a paywall's marks."""
    for thing in head.things:
        if types_of(thing) & (ARTICLE_TYPES | {"webpage", "webpageelement", "creativework"}):
            stated = list_of(thing.get("isAccessibleForFree"))
            if any(str(v).rsplit("/", 1)[-1].strip().lower() in _FREE for v in stated):
                return True
    if (head.meta("article:content_tier") or "").lower() == "locked":
        return True
    return bool(head.nodes(_PAYWALL_MARKS))


def forbids_keeping(head: PageHead) -> bool:
    """A robots meta tag for all robots says noarchive, noindex or none."""
    words = {w for value in head.metas.get("robots", ()) for w in re.split(r"[\s,]+", value.lower())}
    return bool(words & {"noarchive", "noindex", "none"})


def find_canonical(head: PageHead, url: str) -> str | None:
    """The address that the page declares for itself, absolute and without a fragment: what AMP and print variants share.

    A declaration that points every page at the front page is a slip, and None.
    """
    declared = head.link("canonical") or head.meta("og:url")
    if not declared:
        return None
    try:
        absolute = urljoin(url, declared).partition("#")[0]
        parts = urlsplit(absolute)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    return None if parts.path in {"", "/"} and not parts.query and urlsplit(url).path not in {"", "/"} else absolute
