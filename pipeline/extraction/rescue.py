"""Where the page's blocks hold next to no text: the publisher's own copy of it, then trafilatura's reading."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.nesting import is_ordinary
from pipeline.extraction.structured import PageHead, fold, unescape
from pipeline.models import Paragraph

_LINES: Final = re.compile(r"(?:\r?\n|<br\s*/?>|</p>)+", re.IGNORECASE)
ENOUGH: Final = 250  # characters of text from which on nothing needs rescue
_GAIN: Final = 2  # a rescue must bring twice the text


def rescue_text(head: PageHead, page: bytes, found: int, title: str | None) -> list[Paragraph]:
    """Paragraphs worth more than the ``found`` characters that were read from the page (UTF-8); empty when there are none."""
    stated = head.article.get("articleBody")
    if isinstance(stated, str):
        lines = [t for line in _LINES.split(stated) if (t := unescape(line))]
        if sum(map(len, lines)) > max(ENOUGH, _GAIN * found):
            return [Paragraph(line) for line in lines]
    if not is_ordinary(page):
        return []
    return [p for p in read_with_trafilatura(page.decode("utf-8"), found) if p.text != title]


def read_with_trafilatura(page: str, found: int) -> list[Paragraph]:
    """What trafilatura's fast, precise reading adds; one paragraph a line."""
    from trafilatura import extract  # noqa: PLC0415 - a quarter of a second to load, for the few pages that come here

    text = extract(page, fast=True, favor_precision=True, include_comments=False, include_tables=False) or ""
    lines = [line for raw in text.splitlines() if (line := fold(raw).removeprefix("- "))]
    return [Paragraph(line) for line in lines] if sum(map(len, lines)) > max(ENOUGH, _GAIN * found) else []
