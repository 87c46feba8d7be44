"""Memory of one site's crawl over many pages: a loopback site of small pages, crawled as any night is, its resident memory watched.

    nice .venv/bin/python scripts/bench_memory.py [--count 50000]

The pages are announced by one sitemap, the largest that the protocol allows, and differ from one another. Prints resident memory by how
far the archive had got; exits 1 when the peak is not under 300 MB. The crawl's caps on pages are lifted for it, the others stand.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

HOME = "http://pages.example/"
AIM = 300.0  # MB (10^6 bytes), of resident memory
WORDS = ("night", "river", "house", "record", "maker", "series", "letter", "winter", "doctor", "island", "memory", "witness", "paper")


def write_page(number: int) -> bytes:
    text = " ".join(WORDS[(number * step) % len(WORDS)] for step in range(1, 200))
    title = f"Page {number}"
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>".encode()


async def serve(count: int) -> None:
    """Answers as a plain proxy until standard input ends; prints its port."""
    rows = "".join(f"<url><loc>{HOME}{n}</loc><lastmod>2026-11-20</lastmod></url>" for n in range(count))
    listed = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode()

    def answer(path: str) -> bytes:
        name = path.rsplit("/", 1)[1]
        if name == "sitemap.xml":
            body, kind = listed, "application/xml"
        elif name.isdigit():
            body, kind = write_page(int(name)), "text/html"
        else:
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(answer(head.split(b" ", 2)[1].decode()))
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


def write_order(count: int, folder: Path, proxy: str) -> tuple[str, Path]:
    """The crawl's order as its child takes it, and where its archive grows."""
    from datetime import UTC, date, datetime

    from pipeline.settings import World
    from spiders.crawl import Order
    from spiders.site import Site

    site = Site.model_validate(
        {"slug": "pages", "name": "Pages", "home": HOME, "why": "Memory.", "kind": "newspaper", "language": "en", "pace": 0}
        | {"discover": [{"sitemap": f"{HOME}sitemap.xml"}], "healthy": {"articles": {"min": 0, "max": 90_000}}}
    )
    day = date(2026, 11, 20)
    settings: dict[str, object] = {"MAX_PAGES": count, "CRAWL_SECONDS": 7_200.0, "CONCURRENT_REQUESTS_PER_DOMAIN": 8}
    order = Order(site, day, World("pages", folder), 1, datetime(2026, 11, 20, 23, tzinfo=UTC), proxy, settings)
    return order.to_json(), order.warc


def watch(child: subprocess.Popen[str], archive: Path) -> list[tuple[int, float]]:
    """(bytes of the archive so far, resident MB) every quarter of a second."""
    seen = []
    part = archive.with_name(archive.name + ".part")
    page = os.sysconf("SC_PAGE_SIZE")
    while child.poll() is None:
        with suppress(OSError, IndexError):
            resident = int(Path(f"/proc/{child.pid}/statm").read_text().split()[1]) * page / 1e6
            seen.append((part.stat().st_size if part.exists() else 0, resident))
        time.sleep(0.25)
    return seen


def measure(count: int) -> int:
    with (
        tempfile.TemporaryDirectory(prefix="reelcheck-memory-") as temporary,
        subprocess.Popen(
            [sys.executable, __file__, "--serve", str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as server,
    ):
        assert server.stdin is not None and server.stdout is not None
        proxy = f"http://127.0.0.1:{int(server.stdout.readline())}"
        order, archive = write_order(count, Path(temporary), proxy)
        started = time.monotonic()
        child = subprocess.Popen([sys.executable, "-m", "spiders.crawl"], stdin=subprocess.PIPE, text=True, cwd=ROOT)
        assert child.stdin is not None
        child.stdin.write(order)
        child.stdin.close()
        seen = watch(child, archive)
        server.stdin.close()
        counts = json.loads(archive.with_name("pages-1.json").read_text())["counts"]
        size = archive.stat().st_size
    for share in (0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99):
        now = next((mb for done, mb in seen if done >= share * size), seen[-1][1])
        print(f"after about {share * count:6.0f} pages  {now:6.1f} MB")
    peak = max(mb for _, mb in seen)
    seconds = time.monotonic() - started
    print(f"peak {peak:.1f} MB (aim: under {AIM:.0f}); {counts['fetched']} pages fetched in {seconds:.0f} s, archive {size / 1e6:.0f} MB")
    return 0 if peak < AIM and counts["fetched"] == count else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve is not None:
        asyncio.run(serve(options.serve))
    else:
        sys.exit(measure(options.count))
