"""From a saved page to an Article: a pure function, no clock and no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from pipeline.errors import BadInputError
from pipeline.extraction.blocks import Block, read_blocks
from pipeline.extraction.bylines import find_authors
from pipeline.extraction.charset import to_utf8
from pipeline.extraction.chooser import choose_blocks, list_near_title
from pipeline.extraction.dates import Moment, find_modified, find_published, parse_moment
from pipeline.extraction.language import find_language, settle_language
from pipeline.extraction.nesting import cut_nesting
from pipeline.extraction.page_kind import find_canonical, find_page_type, forbids_keeping, is_paywalled
from pipeline.extraction.rescue import ENOUGH, rescue_text
from pipeline.extraction.structured import PageHead, fold, unescape
from pipeline.extraction.titles import find_title, find_titles
from pipeline.models import Article, Link, Paragraph

# Without the events that copy a chosen option into its box: forms are left out anyway, and parsing is quicker.
_PARSING: Final = int(LexborDocumentOptions.WO_EVENTS)
_TITLE_CHARS: Final = 150  # a first line longer than this is a paragraph


def extract(payload: bytes, url: str, *, content_type: str | None = None, fetched_at: datetime | None = None) -> Article:
    """The article on a page as fetched from ``url``. ``fetched_at`` (aware): no date after it is believed; None: no such bound.

    An address that is not of the web (a file's, or "") makes ``Article.url`` None.
    Raises BadInputError naming the field when the page has no title and no text.
    """
    page, tree = parse_page(payload, content_type)
    head = PageHead(tree)
    title, heading = find_titles(head, url)
    blocks = read_blocks(tree.body) if tree.body is not None else []
    chosen = choose_blocks(blocks, heading, find_description(head))
    paragraphs = [Paragraph(b.text, b.kind) for b in chosen]
    found = sum(len(p.text) for p in paragraphs)
    if found < ENOUGH and (rescued := rescue_text(head, page, found, heading)):
        paragraphs, chosen = rescued, []
    if not paragraphs and not title:
        raise BadInputError(f"{url}: paragraphs: no title and no text on this page")
    article = read_head(head, url, fetched_at, title, page, list_near_title(blocks, heading))
    return replace(
        article,
        paragraphs=tuple(paragraphs),
        language=find_language(head, " ".join(p.text for p in paragraphs) or title or ""),
        links=tuple(list_links(chosen, url)),
        page_type=find_page_type(head, url, blocks, sum(len(p.text) for p in paragraphs)),
    )


def extract_head(payload: bytes, url: str, *, content_type: str | None = None, fetched_at: datetime | None = None) -> Article:
    """What a page that is dropped unread still gets: title, names, dates and declared language, no paragraphs.

    Dates come from what the page states alone. Raises BadInputError when the page has no title.
    """
    head = PageHead(parse_page(payload, content_type)[1])
    title = find_title(head, url)
    if not title:
        raise BadInputError(f"{url}: title: this page has none")
    return read_head(head, url, fetched_at, title)


def parse_page(payload: bytes, content_type: str | None = None) -> tuple[bytes, LexborHTMLParser]:
    """A page as fetched: its source in UTF-8, cut where no parser should go on, and the tree of that."""
    page = cut_nesting(to_utf8(payload, content_type))
    return page, LexborHTMLParser(page, options=_PARSING)


def read_head(
    head: PageHead, url: str, fetched_at: datetime | None, title: str | None, page: bytes | None = None, near: Sequence[str] = ()
) -> Article:
    """Everything but the text. Where the head states no date, the lines ``near`` the title and then the ``page`` are searched for one."""
    published = find_published(head, url, fetched_at, page, near)
    modified = find_modified(head, published, fetched_at)
    return Article(
        url=url if url.startswith(("http://", "https://")) else None,
        title=title,
        paragraphs=(),
        canonical_url=find_canonical(head, url),
        site=urlsplit(url).hostname,
        site_name=head.site_name,
        authors=find_authors(head, near),
        published=published.at if published else None,
        published_has_time=bool(published and published.has_time),
        modified=modified.at if modified else None,
        language=find_language(head, ""),
        description=find_description(head),
        paywalled=is_paywalled(head),
        noarchive=forbids_keeping(head),
        structured_types=head.types,
    )


def find_description(head: PageHead) -> str | None:
    """The page's own summary."""
    return unescape(head.meta("og:description", "description")) or None


def list_links(blocks: Iterable[Block], url: str) -> Iterator[Link]:
    """The blocks' links to web pages, absolute, each address once."""
    seen = set()
    for block in blocks:
        for href, text in block.links:
            try:
                absolute = urljoin(url, href.strip()).partition("#")[0]
            except ValueError:
                continue
            if absolute.startswith(("http://", "https://")) and absolute not in seen and absolute != url:
                seen.add(absolute)
                yield Link(absolute, text)


def extract_text_file(text: str) -> Article:
    """A plain text article: the first line is the title when a blank line follows it and it is short; every other line is a paragraph.

    Raises BadInputError when there is no text.
    """
    lines = [fold(line) for line in text.removeprefix("\ufeff").splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    if not lines:
        raise BadInputError("paragraphs: this text file is empty")
    title = lines.pop(0) if len(lines) > 1 and not lines[1] and len(lines[0]) <= _TITLE_CHARS else None
    body = tuple(Paragraph(line) for line in lines if line)
    return Article(url=None, title=title, paragraphs=body, language=settle_language(None, " ".join(p.text for p in body)))


def extract_labelled(data: Mapping[str, Any]) -> Article:
    """An article in the labelled format (url, site, author, published, language, title, paragraphs).

    Raises BadInputError naming the key.
    """
    title, paragraphs = data.get("title"), data.get("paragraphs")
    if not isinstance(title, str):
        raise BadInputError("title: a labelled article needs one, as text")
    if not isinstance(paragraphs, list) or not all(isinstance(p, str) for p in paragraphs):
        raise BadInputError("paragraphs: a labelled article needs a list of texts")
    published: Moment | None = parse_moment(str(data["published"])) if data.get("published") else None
    url = data.get("url") or None
    return Article(
        url=url, title=fold(title), paragraphs=tuple(Paragraph(fold(p)) for p in paragraphs if p.strip()), canonical_url=url,
        site=urlsplit(url or "").hostname, site_name=data.get("site") or None, authors=(data["author"],) if data.get("author") else (),
        published=published.at if published else None, published_has_time=bool(published and published.has_time),
        language=data.get("language") or None,
    )  # fmt: skip
