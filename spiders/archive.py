"""The evidence: every answer of a crawl in one WARC/1.1 file per site, day and attempt.

A file is written aside (``.part``), renamed when whole, and never changed. Records: warcinfo; for each answer a response (or, for 304, a
revisit with the server-not-modified profile) and its request; metadata for what has no answer to keep. How an address was found stands in
the extension field ``WARC-Reelcheck-Found`` (JSON, ASCII), which replay tools ignore as the standard asks them to.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from http.client import responses as reasons
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Literal

from fastwarc.stream_io import GzipReader
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

logger = logging.getLogger(__name__)

Role = Literal["robots", "policy", "feed", "sitemap", "listing", "wordpress", "search", "article"]
Headers = Sequence[tuple[str, str]]
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
FOUND = "WARC-Reelcheck-Found"
BASELINE = "application/x-ndjson"
# Level 9, warcio's own, costs four times the processor time of level 4 and saves 4 % of the space.
LEVEL = 4
PACKED_LEVEL = 0  # stored: a body that came packed gets no smaller
MAX_PAYLOAD = 64 * 1024 * 1024  # bytes, decoded; nothing of ours is larger, so what is larger is refused


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of an address apart from its answer.

    ``asked``: the address first asked for, where redirects led to this one. ``via``: the feed, sitemap or page that announced it, by
    ``way``; both None for what a crawl asks for anyway, "revisit" for a known article's turn. ``title``, ``published`` and ``changed`` are
    as announced (ISO 8601, UTC).
    """

    role: Role
    asked: str | None = None
    way: str | None = None
    via: str | None = None
    title: str | None = None
    published: str | None = None
    changed: str | None = None

    def to_json(self) -> str:
        return json.dumps({k: v for k in self.__slots__ if (v := getattr(self, k)) is not None}, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer as they went over the wire (after transfer coding); ``body`` is still content-encoded."""

    url: str
    request_headers: Headers
    status: int
    headers: Headers
    body: bytes
    found: Found
    ip: str | None = None


@dataclass(frozen=True, slots=True)
class ArchivedResponse:
    """One answer as it is read back.

    ``payload`` is decoded of transfer and content encoding; header names are in lower case, repeated ones joined by ", ".
    ``status`` 0: there was no answer, ``problem`` says why. 304: nothing new, ``payload`` is empty. ``kept`` False: the answer came but
    the page may not be kept (``problem`` says which rule) or there was none. ``offset`` is the record's in the file, in bytes.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    payload: bytes
    fetched_at: datetime
    offset: int
    record_id: str
    found: Found
    kept: bool = True
    problem: str | None = None

    @property
    def is_page(self) -> bool:
        """Is this an article page that can be extracted?"""
        kind = self.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        return self.kept and self.found.role == "article" and self.status == 200 and kind in ("text/html", "application/xhtml+xml", "")


@dataclass(slots=True)
class ArchiveWriter:
    """Writes one archive file; use as a context manager. An exception inside leaves no file, but the ``.part`` of it for whoever looks.

    ``clock`` gives the time of observation (WARC-Date); it is never asked for the day.
    """

    path: Path
    site: str
    day: date
    attempt: int
    software: str
    clock: Callable[[], datetime]
    size: int = field(default=0, init=False)
    _out: BinaryIO | None = field(default=None, init=False)

    @property
    def aside(self) -> Path:
        return self.path.with_name(self.path.name + ".part")

    def __enter__(self) -> ArchiveWriter:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._out = self.aside.open("wb")
        self.write_info()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._out is None:
            return
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()
        self._out = None
        if kind is None:
            self.aside.replace(self.path)

    def write_info(self) -> None:
        writer = new_writer(BytesIO())
        lines = {
            "software": self.software,
            "format": "WARC file version 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
            "isPartOf": f"reelcheck {self.site} {self.day.isoformat()} attempt {self.attempt}",
        }
        record = writer.create_warcinfo_record(self.path.name, lines)
        record.rec_headers.replace_header("WARC-Date", self.stamp())
        self.append(record)

    def write_exchange(self, exchange: Exchange) -> None:
        """A response and its request; a 304 as a revisit of the same address."""
        writer, stamp = new_writer(BytesIO()), self.stamp()
        unchanged = exchange.status == 304
        line = f"{exchange.status} {reasons.get(exchange.status, 'Unknown')}"
        named = {"WARC-Date": stamp, FOUND: exchange.found.to_json()}
        if exchange.ip:
            named["WARC-IP-Address"] = exchange.ip
        if unchanged:
            named |= {"WARC-Profile": NOT_MODIFIED, "WARC-Refers-To-Target-URI": exchange.url}
        answer = writer.create_warc_record(
            exchange.url,
            "revisit" if unchanged else "response",
            payload=BytesIO(b"" if unchanged else exchange.body),
            length=0 if unchanged else len(exchange.body),
            http_headers=StatusAndHeaders(line, clean_headers(exchange.headers), protocol="HTTP/1.1"),
            warc_headers_dict=named,
        )
        asked = writer.create_warc_record(
            exchange.url,
            "request",
            http_headers=StatusAndHeaders(request_line(exchange.url), clean_headers(exchange.request_headers), is_http_request=True),
            warc_headers_dict={"WARC-Date": stamp, "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID")},
        )
        packed = any(name.lower() == "content-encoding" for name, _ in exchange.headers)
        self.append(answer, PACKED_LEVEL if packed else LEVEL)
        self.append(asked)

    def write_not_kept(self, exchange: Exchange, reason: str) -> None:
        """Only that the page was there and why it may not be kept; of the answer the status and its validators, no word of the page."""
        told = dict(exchange.headers)
        lines = {"notKept": reason, "status": str(exchange.status)}
        lines.update((name, told[name]) for name in ("ETag", "Last-Modified") if name in told)
        self.write_note(exchange.url, exchange.found, lines)

    def write_failure(self, url: str, found: Found, problem: str) -> None:
        """An address that gave no answer, or none that could be read."""
        self.write_note(url, found, {"problem": problem})

    def write_note(self, url: str, found: Found, lines: Mapping[str, str]) -> None:
        block = "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in lines.items()).encode()
        named = {"WARC-Date": self.stamp(), FOUND: found.to_json()}
        record = new_writer(BytesIO()).create_warc_record(url, "metadata", BytesIO(block), len(block), warc_headers_dict=named)
        self.append(record)

    def write_baseline(self, home: str, urls: Sequence[str]) -> None:
        """The pages that were there, and old, when the site was first met: known, not fetched. One JSON object per line."""
        block = "".join(json.dumps({"url": url}) + "\n" for url in urls).encode()
        named = {"WARC-Date": self.stamp()}
        writer = new_writer(BytesIO())
        self.append(writer.create_warc_record(home, "metadata", BytesIO(block), len(block), BASELINE, named))

    def stamp(self) -> str:
        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def append(self, record: Any, level: int = LEVEL) -> None:
        if self._out is None:
            raise ValueError(f"{self.path} is not open")
        plain = BytesIO()
        new_writer(plain).write_record(record)
        member = gzip.compress(plain.getvalue(), level, mtime=0)
        self._out.write(member)
        self.size += len(member)


def new_writer(out: BytesIO) -> Any:
    return WARCWriter(out, gzip=False, warc_version="WARC/1.1")


def clean_headers(headers: Headers) -> list[tuple[str, str]]:
    """Header lines without line breaks: what a hostile server smuggles into one must not forge a record."""
    return [(" ".join(name.split()), " ".join(value.splitlines())) for name, value in headers]


def request_line(url: str) -> str:
    rest = url.split("://", 1)[1]
    path = rest[rest.find("/") :] if "/" in rest else "/"
    return f"GET {path} HTTP/1.1"


# --- reading --------------------------------------------------------------------------------------------------------

OnCorrupt = Callable[[int, str], None]


def read_archive(
    path: Path, on_corrupt: OnCorrupt | None = None, on_baseline: Callable[[str], None] | None = None
) -> Iterator[ArchivedResponse]:
    """Every answer of an archive file in its order; also plain ``.warc`` files, and those of other crawlers (role "article" there).

    A corrupt record is skipped: its offset in bytes and the reason go to ``on_corrupt`` or, without one, to the log as a warning.
    ``on_baseline`` is told the addresses of read_baseline on the way: a second reading of the file costs as much as the first.
    """
    for offset, record in read_records(path, on_corrupt):
        kind = record.rec_type if record.format == "warc" else "other"
        if kind in ("response", "revisit") or (kind == "metadata" and record.rec_headers.get_header(FOUND)):
            try:
                yield to_response(offset, record)
            except (ValueError, OSError, zlib.error, AttributeError) as e:  # AttributeError: warcio with some brotli libraries
                tell_corrupt(path, offset, str(e), on_corrupt)
        elif on_baseline is not None:
            for url in list_baseline(record):
                on_baseline(url)


def read_baseline(path: Path) -> Iterator[str]:
    """The addresses that this crawl recorded as known but not new."""
    for _, record in read_records(path, None):
        yield from list_baseline(record)


def list_baseline(record: Any) -> Iterator[str]:
    """The addresses of a record of known but not new ones; none of any other record."""
    if record.rec_type == "metadata" and record.content_type == BASELINE:
        for line in record.content_stream().read().splitlines():
            yield json.loads(line)["url"]


def read_records(path: Path, on_corrupt: OnCorrupt | None) -> Iterator[tuple[int, Any]]:
    """(offset, warcio record with its content in memory); a corrupt one is passed over and reading goes on at the next that is whole."""
    with path.open("rb") as source:
        following: int | None = 0
        while following is not None:
            start = offset = following
            following = None
            source.seek(start)
            records = ArchiveIterator(source, check_digests=True)
            try:
                for record in records:
                    offset = records.offset
                    raw = read_whole(record)
                    length = records.get_record_length()
                    record.raw_stream = BytesIO(raw)
                    if record.digest_checker.passed is False:
                        tell_corrupt(path, offset, "; ".join(record.digest_checker.problems), on_corrupt)
                    else:
                        yield offset, record
                    offset += max(length, 0)
                check_end(source, offset)
            except (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError) as e:
                following = next_record(source, offset + 1)
                if following is not None or offset < source.seek(0, os.SEEK_END):
                    lines = str(e).strip().splitlines() or [type(e).__name__]
                    tell_corrupt(path, offset, lines[0], on_corrupt)


def read_whole(record: Any) -> bytes:
    """The record's raw content; raises ValueError when it, or its header, ends before it should."""
    if record.format == "warc" and record.rec_headers.get_header("Content-Length") is None:
        raise ValueError("the record's header is not whole")
    raw: bytes = record.raw_stream.read()
    missing = getattr(record.raw_stream, "limit", 0)
    if missing:
        raise ValueError(f"ends {missing} bytes before its stated length")
    return raw


def next_record(source: BinaryIO, start: int) -> int | None:
    """Offset of the next gzip member, or plain line, that begins a WARC record; None when there is none."""
    source.seek(0)
    zipped = source.read(2) == b"\x1f\x8b"
    mark = b"\x1f\x8b\x08" if zipped else b"WARC/1."
    source.seek(start)
    kept, base = b"", start
    while block := source.read(1 << 20):
        kept += block
        at = kept.find(mark)
        while at >= 0:
            if not zipped or begins_record(kept[at : at + 4_096]):
                return base + at
            at = kept.find(mark, at + 1)
        base += max(len(kept) - 4_096, 0)
        kept = kept[-4_096:]
    return None


def begins_record(member: bytes) -> bool:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(member, 16).startswith(b"WARC/1.")
    except zlib.error:
        return False


def check_end(source: BinaryIO, offset: int) -> None:
    """Raise EOFError when a gzip member begins where reading ended: it was cut so short that it looked like the end."""
    source.seek(offset)
    if source.read(2) == b"\x1f\x8b":
        raise EOFError("the file ends within this record")


def tell_corrupt(path: Path, offset: int, reason: str, on_corrupt: OnCorrupt | None) -> None:
    if on_corrupt:
        on_corrupt(offset, reason)
    else:
        logger.warning("corrupt archive record skipped file=%s offset=%d reason=%s", path, offset, reason)


def to_response(offset: int, record: Any) -> ArchivedResponse:
    """A record as an answer. Raises ValueError where its content cannot be decoded."""
    told = record.rec_headers.get_header
    found = read_found(told(FOUND))
    stamp = datetime.fromisoformat(told("WARC-Date") or "").astimezone(UTC)
    base = ArchivedResponse(told("WARC-Target-URI") or "", 0, {}, b"", stamp, offset, told("WARC-Record-ID") or "", found, kept=False)
    if record.rec_type == "metadata":
        return to_note(base, record.raw_stream.read())
    if record.http_headers is None:
        raise ValueError("a response record without HTTP headers")
    status = int(record.http_headers.get_statuscode())
    headers = join_headers(record.http_headers.headers)
    payload = b"" if record.rec_type == "revisit" else decode_payload(record)
    return ArchivedResponse(base.url, status, headers, payload, stamp, offset, base.record_id, found)


def to_note(base: ArchivedResponse, block: bytes) -> ArchivedResponse:
    lines = dict(line.split(": ", 1) for line in block.decode("utf-8", "replace").split("\r\n") if ": " in line)
    headers = {k.lower(): v for k, v in lines.items() if k in ("ETag", "Last-Modified")}
    problem = lines.get("notKept") or lines.get("problem")
    return ArchivedResponse(
        base.url, int(lines.get("status", 0)), headers, b"", base.fetched_at, base.offset, base.record_id, base.found, False, problem
    )


def unpack_gzip(body: bytes, most: int) -> tuple[bytes, bool]:
    """All members of a gzip body, no further than one byte beyond ``most``, and whether they were whole. Raises zlib.error for no gzip.

    The plain case, one whole member and nothing behind it, is FastWARC's: it takes half of zlib's time and checks the member's sum.
    """
    stated = int.from_bytes(body[-4:], "little")  # the length of the last member
    try:
        plain = GzipReader(BytesIO(body)).read(min(stated, most) + 1)
    except OSError:
        plain = b""
    if plain and (len(plain) == stated or len(plain) > most):
        return plain, len(plain) <= most
    return unpack_members(body, most)


def unpack_members(body: bytes, most: int) -> tuple[bytes, bool]:
    """What unpack_gzip promises, for every body."""
    plain = b""
    while True:
        member = zlib.decompressobj(zlib.MAX_WBITS + 16)
        plain += member.decompress(body, most + 1 - len(plain))
        if not member.eof or len(plain) > most:
            return plain, False
        body = member.unused_data
        if not body.startswith(b"\x1f\x8b"):  # padding after the last member is none of the body's
            return plain, True


def decode_payload(record: Any) -> bytes:
    payload: bytes
    if is_plain_gzip(record.http_headers, record.raw_stream.getvalue()):  # warcio reads the first member alone
        payload, _ = unpack_gzip(record.raw_stream.getvalue(), MAX_PAYLOAD)
        if len(payload) > MAX_PAYLOAD:
            raise ValueError(f"grows beyond {MAX_PAYLOAD} bytes when decoded")
        return payload
    payload = record.content_stream().read(MAX_PAYLOAD + 1)
    while len(payload) <= MAX_PAYLOAD and (more := record.content_stream().read(MAX_PAYLOAD + 1 - len(payload))):
        payload += more
    if len(payload) > MAX_PAYLOAD:
        raise ValueError(f"grows beyond {MAX_PAYLOAD} bytes when decoded")
    return payload


def is_plain_gzip(headers: StatusAndHeaders, body: bytes) -> bool:
    """Is the body gzip, as its header says, and nothing else?"""
    encoding = (headers.get_header("Content-Encoding") or "").strip().lower()
    return encoding in ("gzip", "x-gzip") and not headers.get_header("Transfer-Encoding") and body.startswith(b"\x1f\x8b")


def join_headers(pairs: Headers) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in pairs:
        key = name.lower()
        joined[key] = f"{joined[key]}, {value}" if key in joined else value
    return joined


def read_found(text: str | None) -> Found:
    """How the address was found; "article" with nothing else for files of other crawlers."""
    if not text:
        return Found("article")
    try:
        return Found(**json.loads(text))
    except (ValueError, TypeError):
        return Found("article")
