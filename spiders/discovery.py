"""Where new articles are announced: feeds, sitemaps, listing pages and WordPress lists, each a pure function on bytes.

Every candidate keeps how it was found. What cannot be read raises SourceDownError with one line; nothing here asks the network.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from time import struct_time
from typing import Any

from lxml import etree

from pipeline.errors import SourceDownError
from spiders.addresses import normalise_url
from spiders.feeds import MAX_FEED_ITEMS, free, parse_feed
from spiders.site import FoundBy

MAX_SITEMAP_URLS = 50_000  # the protocol's own limit for one file
MAX_SITEMAP_BYTES = 52_428_800  # the protocol's own limit, uncompressed
MAX_SITEMAP_ELEMENTS = 1_000_000  # looked at in one file
MAX_LISTING_LINKS = 2_000
MAX_LISTING_BYTES = 5_000_000  # of a listing page; what comes after is not looked at
MAX_TITLE = 300

_ROOT = re.compile(rb"<(?!\?|!)((?:\w+:)?\w+)")
_HTML = re.compile(rb"\A\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--(?>.*?-->)\s*)*)<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_HEADINGS = " or ".join(f"self::h{n}" for n in range(1, 5))
_HEADING_LINKS = f"//a[@href][ancestor::*[{_HEADINGS}] or descendant::*[{_HEADINGS}]]"
_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_/]?(0[1-9]|1[0-2])(?!\d)|(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be an article, and how it was found.

    ``found_at``: the feed, sitemap or page that announced it. ``published`` and ``changed`` are as announced there (UTC; a bare day is its
    midnight), None where nothing is said.
    """

    url: str
    found_by: FoundBy
    found_at: str
    title: str | None = None
    published: datetime | None = None
    changed: datetime | None = None

    @property
    def dated(self) -> date | None:
        """The newest day that the announcement gives."""
        stamps = [s for s in (self.published, self.changed) if s]
        return max(stamps).date() if stamps else None


@dataclass(frozen=True, slots=True)
class ChildSitemap:
    url: str
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """One sitemap file: its pages, and the further sitemaps that an index names."""

    candidates: tuple[Candidate, ...]
    children: tuple[ChildSitemap, ...] = ()


def read_feed(body: bytes, url: str) -> tuple[Candidate, ...]:
    """The items of an RSS or Atom feed, at most MAX_FEED_ITEMS, in its order. Raises SourceDownError when it is no feed."""
    body = gunzip(body, url)
    refuse_entities(body, url)
    if _HTML.match(body[:4_000]):
        raise SourceDownError(f"{url} answers with an HTML page, not with a feed")
    found = (read_entry(entry, url) for entry in parse_feed(body, url))
    return unique(c for c in found if c)


def read_entry(entry: Any, url: str) -> Candidate | None:
    link = entry.get("link") or next((e.get("href") for e in entry.get("links", ()) if e.get("href")), None)
    address = normalise_url(link, url) if link else None
    if address is None:
        return None
    return Candidate(
        address,
        "feed",
        url,
        tidy_title(entry.get("title")),
        from_struct(entry.get("published_parsed")),
        # dict.get: feedparser's own get passes the publication date off as an update
        from_struct(dict.get(entry, "updated_parsed")),
    )


def read_sitemap(body: bytes, url: str) -> Sitemap:
    """A sitemap, sitemap index, news sitemap or text sitemap, gzipped or not; at most MAX_SITEMAP_URLS entries.

    News sitemaps give title and publication date. A feed under a sitemap's address is read as a feed. Raises SourceDownError.
    """
    body = gunzip(body, url)
    refuse_entities(body, url)
    if _HTML.match(body[:4_000]):
        raise SourceDownError(f"{url} answers with an HTML page, not with a sitemap")
    start = body[:4_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"http"):
        return Sitemap(unique(read_lines(body, url)))
    root = _ROOT.search(start)
    if root and root.group(1).lower().split(b":")[-1] in (b"rss", b"feed", b"rdf"):
        return Sitemap(read_feed(body, url))
    return read_sitemap_xml(body, url)


def read_sitemap_xml(body: bytes, url: str) -> Sitemap:
    candidates: list[Candidate] = []
    children: list[ChildSitemap] = []
    seen_root = False
    try:
        # recover: a stray ampersand must not cost the whole file. Entities are never expanded, nothing external is loaded.
        events = etree.iterparse(
            BytesIO(body.lstrip()), events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        for number, (_, element) in enumerate(events):
            if number == MAX_SITEMAP_ELEMENTS:
                break
            name = local_name(element)
            seen_root = seen_root or name in ("urlset", "sitemapindex", "url", "sitemap")
            if name not in ("url", "sitemap"):
                continue
            if len(candidates) + len(children) >= MAX_SITEMAP_URLS:
                break
            if name == "sitemap":
                children.extend(read_child(element, url))
            else:
                candidates.extend(read_page(element, url))
            free(element)
    except etree.XMLSyntaxError as e:
        if not candidates and not children:
            raise SourceDownError(f"{url} is no sitemap that can be read ({e.msg})") from e
    if not seen_root:
        raise SourceDownError(f"{url} is no sitemap that can be read")
    return Sitemap(unique(candidates), tuple({c.url: c for c in children}.values()))


def read_page(element: Any, url: str) -> Iterator[Candidate]:
    told = {local_name(e): e.text.strip() for e in element.iter() if isinstance(e.tag, str) and e.text and e.text.strip()}
    own = {local_name(e): e.text.strip() for e in element if isinstance(e.tag, str) and e.text and e.text.strip()}
    address = normalise_url(own.get("loc", ""), url)
    if address is not None:
        news = told.get("title") if any(local_name(e) == "news" for e in element) else None
        published, changed = parse_stamp(told.get("publication_date")), parse_stamp(own.get("lastmod"))
        yield Candidate(address, "sitemap", url, tidy_title(news), published, changed)


def read_child(element: Any, url: str) -> Iterator[ChildSitemap]:
    told = {local_name(e): e.text.strip() for e in element if isinstance(e.tag, str) and e.text}
    address = normalise_url(told.get("loc", ""), url)
    if address is not None:
        yield ChildSitemap(address, parse_stamp(told.get("lastmod")))


def choose_children(sitemap: Sitemap, since: date, most: int) -> tuple[ChildSitemap, ...]:
    """The further sitemaps worth asking for: those changed since, newest first, then those that do not say, unless their name is old.

    A name such as ``posts-2019-03.xml`` dates a file that states no lastmod.
    """
    fresh = sorted((c for c in sitemap.children if c.changed and c.changed.date() >= since), key=lambda c: str(c.changed), reverse=True)
    undated = [c for c in sitemap.children if c.changed is None and not is_named_old(c.url, since)]
    return tuple((fresh + undated)[:most])


def is_named_old(url: str, since: date) -> bool:
    dates = _MONTH.findall(url)
    if not dates:
        return False
    year, month, bare_year = dates[-1]
    newest = date(int(bare_year), 12, 31) if bare_year else (date(int(year), int(month), 1) + timedelta(days=31))
    return newest < since


def read_listing(body: bytes, url: str, *, headings_only: bool = False) -> tuple[Candidate, ...]:
    """Every link of an HTML page with its text as the title, the page's own order, at most MAX_LISTING_LINKS.

    ``headings_only``: those in a heading, or around one, which is how pages show their articles.
    """
    page = parse_html(body[:MAX_LISTING_BYTES])
    if page is None:
        return ()
    base = normalise_url(page.xpath("string(//base/@href)"), url)
    links = page.xpath(_HEADING_LINKS if headings_only else "//a[@href]")[:MAX_LISTING_LINKS]
    found = ((normalise_url(a.get("href"), base or url), tidy_title("".join(a.itertext()))) for a in links)
    return unique(Candidate(address, "listing", url, title) for address, title in found if address)


def parse_html(body: bytes) -> Any:
    """The page's root element, or None when nothing can be read. libxml2 stops at 256 levels; other parsers take 20 s for 100,000."""
    try:
        body.decode()
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # as the page says, or Latin-1
    try:
        return etree.fromstring(body, etree.HTMLParser(encoding=encoding, recover=True, no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        return None


def read_wordpress(body: bytes, url: str) -> tuple[Candidate, ...]:
    """The posts of a WordPress REST answer (``/wp-json/wp/v2/posts``). Raises SourceDownError when it is something else."""
    try:
        posts = json.loads(body)
    except (ValueError, RecursionError) as e:
        raise SourceDownError(f"{url} is no WordPress list of posts (no JSON)") from e
    if not isinstance(posts, list):
        raise SourceDownError(f"{url} is no WordPress list of posts")
    return unique(c for post in posts[:MAX_FEED_ITEMS] if isinstance(post, dict) for c in read_post(post, url))


def read_post(post: dict[str, Any], url: str) -> Iterator[Candidate]:
    link = post.get("link")
    address = normalise_url(link, url) if isinstance(link, str) and link else None
    if address is None:
        return
    title = post.get("title")
    rendered = title.get("rendered") if isinstance(title, dict) else title
    page = parse_html(str(rendered).encode()) if rendered else None
    plain = "".join(page.itertext()) if page is not None else None
    published, changed = parse_stamp(post.get("date_gmt")), parse_stamp(post.get("modified_gmt"))
    yield Candidate(address, "wordpress", url, tidy_title(plain), published, changed)


def read_lines(body: bytes, url: str) -> Iterator[Candidate]:
    for line in body.decode("utf-8", "replace").splitlines()[:MAX_SITEMAP_URLS]:
        address = normalise_url(line, url)
        if address is not None:
            yield Candidate(address, "sitemap", url)


def unique(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The first candidate for each address, in order."""
    first: dict[str, Candidate] = {}
    for candidate in candidates:
        first.setdefault(candidate.url, candidate)
    return tuple(first.values())


def gunzip(body: bytes, url: str) -> bytes:
    """The body itself, or unzipped where it is gzip, refusing what grows beyond MAX_SITEMAP_BYTES."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        with gzip.GzipFile(fileobj=BytesIO(body)) as zipped:
            plain = zipped.read(MAX_SITEMAP_BYTES + 1)
    except (OSError, EOFError, zlib.error) as e:
        raise SourceDownError(f"{url} is broken gzip ({e})") from e
    if len(plain) > MAX_SITEMAP_BYTES:
        raise SourceDownError(f"{url} unzips to more than {MAX_SITEMAP_BYTES} bytes")
    return plain


def refuse_entities(body: bytes, url: str) -> None:
    """Raise SourceDownError where a document declares its own entities: no feed or sitemap has a reason to."""
    if b"<!ENTITY" in body[:65_536]:
        raise SourceDownError(f"{url} declares XML entities and is not read")


def local_name(element: Any) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def from_struct(stamp: struct_time | None) -> datetime | None:
    """A parsed feed date, which feedparser gives in UTC."""
    if stamp is None:
        return None
    try:
        return datetime(*stamp[:6], tzinfo=UTC)
    except ValueError:
        return None


def parse_stamp(text: object) -> datetime | None:
    """A W3C date or time to UTC; a bare day is its midnight; None when it is neither."""
    if not isinstance(text, str):
        return None
    text = text.strip().replace(" ", "T", 1) if len(text.strip()) > 10 else text.strip()
    try:
        stamp = datetime.fromisoformat(f"{text}-01" if re.fullmatch(r"\d{4}-\d{2}", text) else text)
    except ValueError:
        return None
    return stamp.replace(tzinfo=UTC) if stamp.tzinfo is None else stamp.astimezone(UTC)


def tidy_title(title: object) -> str | None:
    """White space folded, at most MAX_TITLE characters; None when nothing is left."""
    return " ".join(title.split())[:MAX_TITLE] or None if isinstance(title, str) else None
