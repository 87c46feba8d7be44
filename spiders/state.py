"""What the warehouse has taken in of a site, one line per address: ``state/<site>.jsonl``.

Written by the load step, after the warehouse holds the article; read by the crawler. The crawl itself never writes it, so that an
answer "304 not modified" can never hide an article that was not loaded.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import BadInputError

# A known article is looked at again this many days after it was first seen, then left alone.
REVISIT_AFTER = (1, 2, 4, 8, 16, 32, 64)
# A page that did not answer is asked for again on this many following nights.
RETRY_DAYS = 7


@dataclass(frozen=True, slots=True)
class KnownPage:
    """One address that a site's crawl came across.

    ``first_seen`` and ``last_seen`` are days of a crawl (partition days), the latter the last on which the page answered 200 or 304 (the
    first, while it never did).
    ``status``: the last HTTP status, 0 where there was no answer, None for a page that was never asked for (a baseline).
    ``article_id`` and ``content_sha256`` are None unless the warehouse holds an article of it. ``baseline``: it was there, and old, when
    the site was first met; it is known, not new, and is not fetched. Feeds and sitemaps may have a line too: then they are asked for
    conditionally, so write one only when everything that they announced has been taken in.
    """

    url: str
    first_seen: date
    last_seen: date
    article_id: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    content_sha256: str | None = None
    status: int | None = None
    baseline: bool = False

    @property
    def answered(self) -> bool:
        return self.status in (200, 304)


def is_due(page: KnownPage, day: date, changed: date | None = None) -> bool:
    """Is the known page to be asked for on ``day``? ``changed``: the day of its last change as a sitemap states it.

    Decaying: 1, 2, 4, 8 ... days after first seen (missed nights are made up once). A page that failed is tried again for RETRY_DAYS after
    it last answered (or was first seen); one that is gone (404, 410) or refused is left.
    """
    if page.baseline or page.last_seen >= day:
        return False
    if page.answered:
        if changed is not None and changed > page.last_seen:
            return True
        age_then, age_now = (page.last_seen - page.first_seen).days, (day - page.first_seen).days
        return any(age_then < step <= age_now for step in REVISIT_AFTER)
    may_come_back = page.status is not None and (page.status == 0 or page.status == 429 or page.status >= 500)
    return may_come_back and (day - page.last_seen).days <= RETRY_DAYS


def read_state(path: Path) -> dict[str, KnownPage]:
    """Known pages by URL; empty when there is no such file (a site never met). Raises BadInputError naming the line."""
    pages: dict[str, KnownPage] = {}
    if not path.exists():
        return pages
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                page = parse_page(line)
            except (ValueError, TypeError, KeyError) as e:
                raise BadInputError(f"{path}: line {number} is no known page ({e}); the load step writes this file anew") from e
            pages[page.url] = page
    return pages


def parse_page(line: str) -> KnownPage:
    data = json.loads(line)
    data["first_seen"] = date.fromisoformat(data["first_seen"])
    data["last_seen"] = date.fromisoformat(data["last_seen"])
    return KnownPage(**data)


def write_state(path: Path, pages: Mapping[str, KnownPage]) -> None:
    """Replace the file by these pages, in order of URL; readers see the old file or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".jsonl.part")
    with aside.open("w", encoding="utf-8") as out:
        for url in sorted(pages):
            data = asdict(pages[url])
            data["first_seen"] = pages[url].first_seen.isoformat()
            data["last_seen"] = pages[url].last_seen.isoformat()
            out.write(json.dumps(data, ensure_ascii=False) + "\n")
        out.flush()
        os.fsync(out.fileno())
    aside.replace(path)
