"""What becomes of old archives: after KEEP_DAYS only the pages that an issue names are left of them.

This is the one way in which a whole archive changes, and it only ever loses records: those that stay are copied byte for byte.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pipeline.settings import World
from spiders.archive import read_records

KEEP_DAYS = 730


@dataclass(frozen=True, slots=True)
class Expiry:
    """What was done: archives removed, archives cut down to named pages, and bytes freed."""

    removed: int
    reduced: int
    freed: int


def expire_archives(world: World, today: date, named: Collection[str], *, days: int = KEEP_DAYS) -> Expiry:
    """Drop archives of more than ``days`` ago, but for the records of the ``named`` addresses. Results (JSON) stay: they are history.

    Doing it twice does nothing more. ``today`` comes from the run.
    """
    removed = reduced = freed = 0
    for path in list_expired(world, today - timedelta(days=days)):
        before = path.stat().st_size
        kept = cut_archive(path, named)
        removed, reduced = removed + (kept == 0), reduced + (0 < kept < before)
        freed += before - kept
    return Expiry(removed, reduced, freed)


def list_expired(world: World, last: date) -> Iterator[Path]:
    """Archives of days before ``last``, oldest first."""
    for folder in sorted((world.root / "archive").glob("????-??-??")):
        if date.fromisoformat(folder.name) < last:
            yield from sorted(folder.glob("*.warc.gz"))


def cut_archive(path: Path, named: Collection[str]) -> int:
    """Leave the warcinfo and the records of the named addresses; no such record, no file. Returns the size that is left, in bytes."""
    spans = list(list_spans(path, named))
    if not any(about_page for _, _, about_page in spans):
        path.unlink()
        return 0
    aside = path.with_name(path.name + ".part")
    with path.open("rb") as source, aside.open("wb") as out:
        for start, end, _ in spans:
            source.seek(start)
            out.write(source.read(end - start))
    aside.replace(path)
    return path.stat().st_size


def list_spans(path: Path, named: Collection[str]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is it about a named page) of each record that stays; each is a gzip member of its own."""
    wanted: tuple[int, bool] | None = None
    for offset, record in read_records(path, None):
        if wanted is not None:
            yield wanted[0], offset, wanted[1]
        about_page = record.rec_headers.get_header("WARC-Target-URI") in named
        wanted = (offset, about_page) if about_page or record.rec_type == "warcinfo" else None
    if wanted is not None:
        yield wanted[0], path.stat().st_size, wanted[1]
