"""When an article was published and changed: structured data before markup, markup before text, and never after it was fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from urllib.parse import urlsplit

from pipeline.extraction.structured import PageHead, list_of
from pipeline.extraction.vocabulary import list_words

EARLIEST: Final = datetime(1995, 1, 1, tzinfo=UTC)
_SKEW: Final = timedelta(hours=14)  # a page dated by a clock in the easternmost zone is not from the future
_ISO: Final = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?",
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$")
_SLASHED: Final = re.compile(r"^(\d{4})/(\d{1,2})/(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_EPOCH: Final = re.compile(r"^(\d{10})(\d{3})?$")
_IN_PATH: Final = re.compile(
    r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/\-_.]|$)|[/\-_]((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)"
)
_PUBLISHED: Final = list_words("published_metas")
_MODIFIED: Final = list_words("modified_metas")
_TIMES: Final = list_words("published_times")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time that a page states; ``has_time`` is False where it gives only the day (then midnight UTC)."""

    at: datetime
    has_time: bool


def find_published(head: PageHead, url: str | None, fetched_at: datetime | None) -> Moment | None:
    """The publication date by structured data, meta tags, time elements and the address, in this order; None when none of them says."""
    return next(_sound(_published_texts(head, url), fetched_at), None)


def find_modified(head: PageHead, published: Moment | None, fetched_at: datetime | None) -> Moment | None:
    """The date of the last change; None when it is not stated or lies before the publication."""
    for moment in _sound(_modified_texts(head), fetched_at):
        if published is None or moment.at >= published.at or not (moment.has_time and published.has_time):
            return moment
    return None


def _published_texts(head: PageHead, url: str | None) -> Iterator[str]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from (str(v) for v in list_of(head.article.get(key)))
    yield from (value for key in _PUBLISHED for value in head.metas.get(key, ())[:1])
    for thing in head.things:
        yield from (str(v) for v in list_of(thing.get("datePublished")))
    for selector in _TIMES:
        for node in head.nodes(selector)[:1]:
            yield node.attributes.get("datetime") or node.attributes.get("content") or node.attributes.get("title") or node.text()
    if match := _IN_PATH.search(urlsplit(url or "").path):
        yield "-".join(g for g in match.groups() if g)


def _modified_texts(head: PageHead) -> Iterator[str]:
    yield from (str(v) for v in list_of(head.article.get("dateModified")))
    yield from (value for key in _MODIFIED for value in head.metas.get(key, ())[:1])
    for node in head.nodes('[itemprop~="dateModified"], time.updated')[:1]:
        yield node.attributes.get("datetime") or node.attributes.get("content") or node.text()


def _sound(texts: Iterable[str], fetched_at: datetime | None) -> Iterator[Moment]:
    for text in texts:
        moment = parse_moment(text)
        if moment is not None and is_possible(moment, fetched_at):
            yield moment


def is_possible(moment: Moment, fetched_at: datetime | None) -> bool:
    """Not before the web's newspapers, and not after the page was fetched (a day without a time may run ahead by its zone)."""
    if moment.at < EARLIEST:
        return False
    if fetched_at is None:
        return True
    return moment.at <= fetched_at


def parse_moment(text: str) -> Moment | None:
    """An ISO 8601 date or near to it, a compact one, or seconds since 1970; None for anything else. No zone given means UTC."""
    text = text.strip()
    if match := _ISO.search(text) or _COMPACT.match(text) or _SLASHED.match(text):
        return _build(*(match.groups() + (None,) * (7 - len(match.groups()))))
    if match := _EPOCH.match(text):
        return Moment(datetime.fromtimestamp(int(match.group(1)), UTC), True)
    return None


def _build(year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, zone: str | None) -> Moment | None:
    try:
        at = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=_zone(zone))
    except ValueError:
        return None
    return Moment(at, hour is not None)


def _zone(text: str | None) -> timezone:
    if not text or text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    return timezone(-offset if text[0] == "-" else offset)
