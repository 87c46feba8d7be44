"""The archive: what is written is read back, by us and by warcio; what is broken is passed over."""

from __future__ import annotations

import gzip
import random
import zlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from spiders.archive import ArchiveWriter, Exchange, Found, read_archive, read_baseline, unpack_gzip, unpack_members

SHARED = Path(__file__).parents[3] / "shared" / "pages" / "warc_samples" / "warcio"
URL = "http://film.example/a?b=1"
FOUND = Found("article", way="feed", via="http://film.example/feed", title="„Ünï“ 真", published="2026-11-18T08:00:00+00:00")
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("ETag", 'W/"1"')]


def exchange(number: int = 0, body: bytes = b"<p>text</p>", status: int = 200, encoding: str | None = None) -> Exchange:
    headers = [*HEADERS, ("Content-Encoding", encoding)] if encoding else HEADERS
    return Exchange(f"{URL}{number}", [("Host", "film.example"), ("User-Agent", "Reelcheck")], status, headers, body, FOUND, "192.0.2.1")


def opened(path: Path) -> ArchiveWriter:
    ticks = iter(range(10_000))
    return ArchiveWriter(
        path, "film", date(2026, 11, 18), 1, "Reelcheck", lambda: datetime(2026, 11, 18, 5, tzinfo=UTC) + timedelta(seconds=next(ticks))
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2026-11-18" / "film-1.warc.gz"


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [(None, bytes), ("gzip", gzip.compress), ("deflate", zlib.compress), ("gzip", lambda body: body)],
    ids=["plain", "gzip", "deflate", "lying"],
)
def test_a_response_comes_back(path: Path, encoding: str | None, pack: object) -> None:
    body = "<p>Ähnlich</p>".encode() * 500
    with opened(path) as writer:
        writer.write_exchange(exchange(body=pack(body), encoding=encoding))  # type: ignore[operator]
    (answer,) = read_archive(path)
    assert (answer.url, answer.status, answer.payload, answer.found) == (f"{URL}0", 200, body, FOUND)
    assert (answer.headers["etag"], answer.headers["set-cookie"]) == ('W/"1"', "a=1, b=2")
    assert answer.fetched_at == datetime(2026, 11, 18, 5, 0, 1, tzinfo=UTC)
    assert answer.kept and answer.is_page


def test_the_file_appears_only_when_whole(path: Path) -> None:
    with opened(path) as writer:
        writer.write_exchange(exchange())
        assert not path.exists() and writer.aside.exists()
    assert path.exists() and not writer.aside.exists()
    with pytest.raises(RuntimeError), opened(path.with_name("film-2.warc.gz")) as writer:
        raise RuntimeError
    assert not path.with_name("film-2.warc.gz").exists()


def test_records_are_those_of_the_standard(path: Path) -> None:
    with opened(path) as writer:
        writer.write_exchange(exchange())
        writer.write_exchange(exchange(1, b"", 304))
        writer.write_failure(URL, FOUND, "timeout")
    with path.open("rb") as source:
        records = []
        for record in ArchiveIterator(source, check_digests="raise"):
            record.raw_stream.read()
            records.append(record)
    assert [r.rec_type for r in records] == ["warcinfo", "response", "request", "revisit", "request", "metadata"]
    assert {r.rec_headers.protocol for r in records} == {"WARC/1.1"}
    response, request, revisit = records[1:4]
    assert request.rec_headers.get_header("WARC-Concurrent-To") == response.rec_headers.get_header("WARC-Record-ID")
    assert request.http_headers.statusline == "/a?b=10 HTTP/1.1"
    assert response.rec_headers.get_header("WARC-Payload-Digest") and response.rec_headers.get_header("WARC-Block-Digest")
    assert response.rec_headers.get_header("WARC-IP-Address") == "192.0.2.1"
    assert revisit.rec_headers.get_header("WARC-Profile").endswith("/server-not-modified")
    assert revisit.rec_headers.get_header("WARC-Refers-To-Target-URI") == f"{URL}1"


def test_notes_say_what_was_not_kept_or_not_had(path: Path) -> None:
    with opened(path) as writer:
        writer.write_not_kept(exchange(body=b"the secret"), "noarchive in X-Robots-Tag")
        writer.write_failure(URL, FOUND, "timeout")
        writer.write_baseline("http://film.example/", ["http://film.example/é", "http://film.example/b"])
    told: list[str] = []
    refused, failed = read_archive(path, on_baseline=told.append)
    assert (refused.status, refused.kept, refused.problem, refused.headers["etag"]) == (200, False, "noarchive in X-Robots-Tag", 'W/"1"')
    assert (failed.status, failed.kept, failed.problem, failed.is_page) == (0, False, "timeout", False)
    assert list(read_baseline(path)) == told == ["http://film.example/é", "http://film.example/b"]
    assert b"the secret" not in gzip.decompress(path.read_bytes())


def test_a_header_cannot_forge_a_record(path: Path) -> None:
    forged = Exchange(URL, [], 200, [("X-A", "1\r\nContent-Length: 0\r\n\r\nWARC/1.1")], b"<p>", Found("article"))
    with opened(path) as writer:
        writer.write_exchange(forged)
    (answer,) = read_archive(path)
    assert answer.payload == b"<p>"
    assert "content-length" not in answer.headers


@pytest.mark.parametrize("spot", ["head", "body", "end"])
def test_a_corrupt_record_is_skipped_with_its_offset(path: Path, spot: str) -> None:
    with opened(path) as writer:
        for number in range(4):
            writer.write_exchange(exchange(number, b"<p>" + bytes(range(256)) * 40))
    offsets = {a.url: a.offset for a in read_archive(path)}
    raw = bytearray(path.read_bytes())
    start, end = offsets[f"{URL}1"], offsets[f"{URL}2"]
    at = {"head": start + 1, "body": start + 200, "end": end - 700}[spot]
    raw[at] ^= 0xFF
    path.write_bytes(raw)
    told: list[tuple[int, str]] = []
    read = [a.url for a in read_archive(path, lambda offset, reason: told.append((offset, reason)))]
    assert set(read) >= {f"{URL}0", f"{URL}2", f"{URL}3"}
    assert told and all(start <= offset < end for offset, _ in told)
    assert all(reason for _, reason in told)


@pytest.mark.parametrize(("lost", "noticed"), [(1, False), (60, True), (300, True), (600, True)])
def test_a_file_that_was_cut_gives_what_is_whole(path: Path, lost: int, noticed: bool) -> None:
    """Without its last byte, a part of gzip's checksum, all content is there and the record's own digests hold."""
    with opened(path) as writer:
        for number in range(3):
            writer.write_exchange(exchange(number, b"<p>" + bytes(range(256)) * 40))
    path.write_bytes(path.read_bytes()[:-lost])
    told: list[int] = []
    read = [a.url for a in read_archive(path, lambda offset, reason: told.append(offset))]
    assert read[:2] == [f"{URL}0", f"{URL}1"]
    assert bool(told) is noticed


def test_what_grows_without_bound_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spiders.archive.MAX_PAYLOAD", 100_000)
    with opened(path) as writer:
        writer.write_exchange(exchange(0, gzip.compress(b"0" * 1_000_000), encoding="gzip"))
        writer.write_exchange(exchange(1))
    told: list[str] = []
    assert [a.url for a in read_archive(path, lambda offset, reason: told.append(reason))] == [f"{URL}1"]
    assert "grows beyond" in told[0]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="../shared/pages is not beside the project")
def test_files_of_other_crawlers_are_read_and_broken_ones_end_nothing() -> None:
    counts = {path.name: len(list(read_archive(path, lambda offset, reason: None))) for path in SHARED.iterdir()}
    assert counts["example.warc.gz"] == counts["example.warc"] == 2
    assert counts["post-test.warc.gz"] == 3
    assert counts["example-iana.org-chunked.warc"] == 1
    assert counts["example.arc.gz"] == 0


PLAIN = random.Random(7).randbytes(5_000) + b"boat" * 10_000
PACKED = gzip.compress(PLAIN)
NOTHING = gzip.compress(b"")


@pytest.mark.parametrize(
    ("body", "plain", "whole"),
    [
        (PACKED, PLAIN, True),
        (PACKED[:-1], PLAIN, False),
        (PACKED[:-8], PLAIN, False),
        (PACKED[:3_000], None, False),
        (PACKED + b"\0" * 20, PLAIN, True),
        (PACKED + PACKED, PLAIN + PLAIN, True),
        (NOTHING + PACKED, PLAIN, True),
        (PACKED + NOTHING, PLAIN, True),
        (NOTHING, b"", True),
        (gzip.compress(b"\0" * 3_000_000), b"\0" * 1_000_001, False),
    ],
    ids=["whole", "byte-short", "no-trailer", "cut", "padded", "two", "nothing-first", "nothing-last", "nothing", "too-large"],
)
def test_gzip_is_unpacked_as_far_as_it_goes(body: bytes, plain: bytes | None, whole: bool) -> None:
    unpacked = unpack_gzip(body, 1_000_000)
    assert unpacked == unpack_members(body, 1_000_000)
    assert unpacked[1] is whole
    assert plain is None or unpacked[0] == plain


@pytest.mark.parametrize("body", [b"<html>", PACKED[:2_000] + b"\xff" * 8 + PACKED[2_008:], PACKED[:-8] + b"\1\2\3\4" + PACKED[-4:]])
def test_what_is_no_sound_gzip_is_refused(body: bytes) -> None:
    with pytest.raises(zlib.error):
        unpack_gzip(body, 1_000_000)
