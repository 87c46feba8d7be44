"""When an article was published and changed: structured data before markup, markup before text, and never after it was fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache, partial
from typing import Any, Final
from urllib.parse import urlsplit

from htmldate import extractors, find_date
from htmldate.utils import HTML_PARSER
from lxml.etree import ElementDefaultClassLookup
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HtmlProcessingInstruction

from pipeline.extraction.datelines import find_dateline
from pipeline.extraction.language import find_declared
from pipeline.extraction.nesting import is_ordinary
from pipeline.extraction.structured import ARTICLE_TYPES, PageHead, list_of, types_of
from pipeline.extraction.vocabulary import list_words

EARLIEST: Final = datetime(1995, 1, 1, tzinfo=UTC)
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
_LOOSE_TIMES: Final = list_words("loose_times")
_LANGUAGES: Final = list_words("date_languages")
_SEARCHED_CHARS: Final = 1_000_000  # in so long a source the thorough search finds some date, of a script or a comment, for 150 ms
_SAME: Final = timedelta(minutes=5)
_NO_BOUND: Final = datetime(2100, 1, 1, tzinfo=UTC)
# htmldate's parser asks a Python function for the class of each element that is looked at, for the sake of forms; this says it once.
HTML_PARSER.set_element_class_lookup(
    ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity)
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time that a page states; ``has_time`` is False where it gives only the day (then midnight UTC)."""

    at: datetime
    has_time: bool


def find_published(
    head: PageHead, url: str | None, fetched_at: datetime | None, page: bytes | None = None, near: Sequence[str] = ()
) -> Moment | None:
    """The publication date: JSON-LD, meta tags, marked-up times, the address, a dateline, and at last htmldate's search.

    ``near`` are the lines around the title, ``page`` the page's source (UTF-8); without it there is no search.

    None when none of them says. A time given in UTC comes back in the zone that the page shows elsewhere, so that its day is the
    outlet's own day; where only the address tells the day, the zone is the nearest whole hour that fits.
    """
    stated = _sound(_stated_texts(head), fetched_at)  # read no further than needed: each look for markup is a walk over the page
    in_path = find_path_day(url)
    if first := next(stated, None):
        return localise(first, stated, in_path)
    if in_path is not None and is_possible(in_path, fetched_at):
        return in_path
    dateline = find_dateline(near)
    if dateline is not None and is_possible(Moment(dateline, False), fetched_at):
        return Moment(dateline, False)
    if page is not None and is_ordinary(page):
        searched = search_page(page.decode("utf-8"), url, fetched_at, find_declared(head))
        if searched is not None:
            return searched
    return next(_sound(_loose_texts(head), fetched_at), None)


def find_modified(head: PageHead, published: Moment | None, fetched_at: datetime | None) -> Moment | None:
    """The date of the last change; None when it is not stated or lies before the publication."""
    for moment in _sound(_modified_texts(head), fetched_at):
        if published is None or moment.at >= published.at or not (moment.has_time and published.has_time):
            return moment
    return None


def localise(moment: Moment, others: Iterable[Moment], in_path: Moment | None) -> Moment:
    """The same instant in the outlet's zone, as far as the page gives it away."""
    if not moment.has_time or moment.at.utcoffset():
        return moment
    for other in others:
        if other.has_time and other.at.utcoffset() and abs(other.at - moment.at) < _SAME:
            return Moment(moment.at.astimezone(other.at.tzinfo), True)
    if in_path is None:
        return moment
    hours = range(-1, -12, -1) if in_path.at < moment.at.replace(hour=0, minute=0, second=0) else range(1, 13)
    zones = (moment.at.astimezone(timezone(timedelta(hours=h))) for h in hours)
    return next((Moment(at, True) for at in zones if at.date() == in_path.at.date()), moment)


def find_path_day(url: str | None) -> Moment | None:
    """The day that a path such as /2025/10/21/ or /20251021- gives."""
    match = _IN_PATH.search(urlsplit(url or "").path)
    return parse_moment("-".join(g for g in match.groups() if g)) if match else None


def search_page(page: str, url: str | None, fetched_at: datetime | None, language: str | None = None) -> Moment | None:
    """What htmldate finds in markup and text: a day without a time. The dearest source: 3 ms, or 40 where it has to read the text.

    ``language``: as the page declares it (ISO 639-1); lines are then read in it alone, where vocabulary.toml has it.
    """
    latest = (fetched_at or _NO_BOUND).strftime("%Y-%m-%d")
    earliest = EARLIEST.strftime("%Y-%m-%d")
    for thorough in (False, True) if len(page) <= _SEARCHED_CHARS else (False,):
        try:
            with _few_languages(language):
                day = find_date(page, extensive_search=thorough, original_date=True, url=url, max_date=latest, min_date=earliest)
        except (ValueError, RecursionError):  # lxml's refusal of what is no HTML, or of a tree without an end
            return None
        if day:
            # A first of January is what the search makes of a bare year, such as a copyright notice's.
            return None if day.endswith("-01-01") else parse_moment(day)
    return None


@contextmanager
def _few_languages(language: str | None) -> Iterator[None]:
    """htmldate with dateparser reading the page's language, or all those of vocabulary.toml where it is none of them.

    All two hundred that there are take 1.4 s to load, 12 ms a line, and find no more; htmldate has no setting for it.
    """
    theirs = extractors.get_external_parser
    reader = partial(_make_date_reader, (language,) if language in _LANGUAGES else _LANGUAGES)
    setattr(extractors, "get_external_parser", reader)  # noqa: B010 - mypy lets no function be assigned to
    try:
        yield
    finally:
        setattr(extractors, "get_external_parser", theirs)  # noqa: B010


@cache
def _make_date_reader(languages: tuple[str, ...]) -> Any:
    """dateparser as htmldate sets it up, but for the languages."""
    from dateparser import DateDataParser  # type: ignore[import-untyped]  # noqa: PLC0415 - for the few pages that come here

    settings = {
        "PARSERS": ["custom-formats", "absolute-time"], "PREFER_DATES_FROM": "past", "PREFER_LOCALE_DATE_ORDER": True,
        "RETURN_AS_TIMEZONE_AWARE": False, "STRICT_PARSING": True, "NORMALIZE": True,
    }  # fmt: skip
    return DateDataParser(languages=list(languages), settings=settings)


def _stated_texts(head: PageHead) -> Iterator[str]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield from (str(v) for v in list_of(head.article.get(key)))
    yield from (value for key in _PUBLISHED for value in head.metas.get(key, ())[:1])
    yield from _time_texts(head, _TIMES)
    for thing in head.things:
        if types_of(thing) & ARTICLE_TYPES:
            yield from (str(v) for v in list_of(thing.get("datePublished")))


def _loose_texts(head: PageHead) -> Iterator[str]:
    for thing in head.things:
        yield from (str(v) for v in list_of(thing.get("datePublished")))
    yield from _time_texts(head, _LOOSE_TIMES)


def _time_texts(head: PageHead, selectors: Iterable[str]) -> Iterator[str]:
    for selector in selectors:
        for node in head.nodes(selector)[:1]:
            yield node.attributes.get("datetime") or node.attributes.get("content") or node.attributes.get("title") or node.text()


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
    """Not before the web's newspapers, and not after the page was fetched."""
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
