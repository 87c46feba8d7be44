"""From a saved page to an Article: a pure function, no clock and no network."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from pipeline.errors import BadInputError
from pipeline.extraction.blocks import read_blocks
from pipeline.extraction.bylines import find_authors
from pipeline.extraction.charset import decode_page
from pipeline.extraction.chooser import choose_blocks
from pipeline.extraction.dates import Moment, find_modified, find_published, parse_moment
from pipeline.extraction.structured import PageHead, fold, unescape
from pipeline.extraction.titles import find_title
from pipeline.models import Article, Link, Paragraph

_TITLE_CHARS: Final = 150  # a first line longer than this is a paragraph


def extract(payload: bytes, url: str, *, content_type: str | None = None, fetched_at: datetime | None = None) -> Article:
    """The article on a page as fetched from ``url``. ``fetched_at`` (aware): no date after it is believed; None: no such bound.

    Raises BadInputError naming the field when the page has no title and no text.
    """
    page = decode_page(payload, content_type)
    tree = LexborHTMLParser(page)
    head = PageHead(tree)
    title = find_title(head, url)
    body = tree.body
    description = unescape(head.meta("og:description", "description")) or None
    blocks = choose_blocks(read_blocks(body), title, description) if body is not None else []
    paragraphs = tuple(Paragraph(b.text, b.kind) for b in blocks)
    if not paragraphs and not title:
        raise BadInputError(f"{url}: no title and no text on this page")
    published = find_published(head, url, fetched_at, page)
    modified = find_modified(head, published, fetched_at)
    canonical = head.link("canonical") or head.meta("og:url")
    links = tuple(Link(urljoin(url, href), text) for b in blocks for href, text in b.links)
    return Article(
        url=url, title=title, paragraphs=paragraphs, canonical_url=urljoin(url, canonical) if canonical else None,
        site=urlsplit(url).hostname, site_name=head.site_name, authors=find_authors(head),
        published=published.at if published else None, published_has_time=published.has_time if published else False,
        modified=modified.at if modified else None, language=(head.html_language or "")[:2].lower() or None,
        description=description, links=links,
        structured_types=head.types,
    )  # fmt: skip


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
    return Article(url=None, title=title, paragraphs=tuple(Paragraph(line) for line in lines if line))


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
