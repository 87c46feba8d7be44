"""From one archive file to extracted pages: what the extract step runs in parallel over a day, and what replays any day again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from pipeline.collector import collect_rarely
from pipeline.errors import BadInputError
from pipeline.extract import extract
from pipeline.extraction.prefilter import Watch, build_watch, may_concern
from pipeline.models import Article
from pipeline.origins.traits import PAGES_A_SITE, read_traits
from pipeline.warehouse.pages import FetchedPage, write_articles
from spiders.archive import ArchivedResponse, read_archive


@dataclass(frozen=True, slots=True)
class ArchiveTask:
    """One archive file of one site's attempt, and the Parquet file that its pages go to.

    ``titles``: of the watched works; a page that names none of them and speaks of no true story is not read any further.
    """

    warc: Path
    site: str
    day: date
    attempt: int
    target: Path
    titles: tuple[str, ...] = ()


@dataclass(slots=True)
class ArchiveCounts:
    """What came of one archive file. ``corrupt``: (offset in bytes, reason) of each record that was skipped."""

    site: str
    responses: int = 0
    articles: int = 0
    dropped: int = 0
    unreadable: int = 0
    corrupt: list[tuple[int, str]] = field(default_factory=list)

    def note_corrupt(self, offset: int, reason: str) -> None:
        self.corrupt.append((offset, reason))


@collect_rarely()
def extract_archive(task: ArchiveTask) -> ArchiveCounts:
    """Reads an archive file whole and writes its pages; nothing is written when the process dies on the way."""
    counts = ArchiveCounts(task.site)
    write_articles(task.target, _read_pages(task, counts))
    return counts


def _read_pages(task: ArchiveTask, counts: ArchiveCounts) -> Iterator[FetchedPage]:
    opened, looked = None, 0
    known: list[str] = []
    for response in read_archive(task.warc, on_corrupt=counts.note_corrupt, on_baseline=known.append):
        opened = opened or response.fetched_at
        counts.responses += 1
        page = to_page(task, response)
        counts.articles += page.article is not None
        counts.dropped += page.dropped_by_prefilter
        counts.unreadable += page.error is not None and response.is_page
        if looked < PAGES_A_SITE and page.kept and (page.article or page.dropped_by_prefilter):
            looked += 1
            page = replace(page, traits=read_traits(response.payload))
        yield page
    if opened is not None:
        for url in known:
            yield FetchedPage(task.site, task.day, task.attempt, url, None, opened, found_by="baseline", warc_file=task.warc.name)


def to_page(task: ArchiveTask, response: ArchivedResponse) -> FetchedPage:
    """One archived answer as a page, with its article where it is one that can be read."""
    dropped = response.is_page and bool(task.titles) and not may_concern(response.payload, _watch(task.titles))
    article, error = _extract(response) if response.is_page and not dropped else (None, response.problem)
    asked = response.found.asked or response.url
    return FetchedPage(
        site=task.site,
        day=task.day,
        attempt=task.attempt,
        url=asked,
        status=response.status,
        fetched_at=response.fetched_at,
        final_url=response.url if response.url != asked else None,
        role=response.found.role,
        etag=response.headers.get("etag"),
        last_modified=response.headers.get("last-modified"),
        warc_file=task.warc.name,
        warc_offset=response.offset,
        found_by=response.found.way,
        article=article,
        error=error,
        kept=response.kept or response.status == 0,
        dropped_by_prefilter=dropped,
    )


@lru_cache(maxsize=2)
def _watch(titles: tuple[str, ...]) -> Watch:
    return build_watch(titles)


def _extract(response: ArchivedResponse) -> tuple[Article | None, str | None]:
    try:
        kind = response.headers.get("content-type")
        return extract(response.payload, response.url, content_type=kind, fetched_at=response.fetched_at), None
    except BadInputError as e:
        return None, str(e)
