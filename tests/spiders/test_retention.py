"""Old archives go; the pages that an issue names stay, byte for byte."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.settings import World
from spiders.archive import ArchiveWriter, Exchange, Found, read_archive
from spiders.retention import Expiry, expire_archives

TODAY = date(2026, 11, 18)
URL = "http://film.example/"


def archive(world: World, day: date, *names: str) -> Path:
    path = world.archive(day) / "film-1.warc.gz"
    with ArchiveWriter(path, "film", day, 1, "Reelcheck", lambda: datetime(2024, 1, 1, tzinfo=UTC)) as writer:
        for name in names:
            body = f"<p>{name}</p>".encode() * 100
            writer.write_exchange(Exchange(URL + name, [], 200, [("Content-Type", "text/html")], body, Found("article")))
    return path


def test_named_pages_outlive_their_archive(tmp_path: Path) -> None:
    world = World("live", tmp_path)
    old, emptied, fresh = (archive(world, day, "a", "b", "c") for day in (date(2024, 1, 1), date(2024, 1, 2), date(2026, 11, 1)))
    before, size = {a.url: a for a in read_archive(old)}, fresh.stat().st_size
    emptied.unlink()
    emptied = archive(world, date(2024, 1, 2), "x")
    done = expire_archives(world, TODAY, {URL + "b", URL + "c"})
    assert (done.removed, done.reduced) == (1, 1) and done.freed > 0
    left = list(read_archive(old))
    assert [(a.url, a.payload, a.record_id) for a in left] == [(u, before[u].payload, before[u].record_id) for u in (URL + "b", URL + "c")]
    assert not emptied.exists() and fresh.stat().st_size == size
    assert expire_archives(world, TODAY, {URL + "b", URL + "c"}) == Expiry(0, 0, 0)


def test_nothing_is_old_in_a_new_world(tmp_path: Path) -> None:
    assert expire_archives(World("live", tmp_path), TODAY, ()) == Expiry(0, 0, 0)
