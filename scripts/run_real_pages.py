"""The saved real pages beside the project, through the whole night.

They are served on loopback under their own host names, crawled, archived, extracted, loaded, detected, scored and checked. None of them is
about a recorded show in a way that could be contradicted, so nothing may be accused.

Prints counts per stage as JSON; exits 1 when a page is accused or a step fails. Skips (exit 0), saying so, where the pages are not there.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from spiders.site import bare_host

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT.parent / "shared" / "pages"
DAY = date(2026, 11, 20)
SITES = 4  # the hosts are dealt out to so many crawls, side by side
INDEX = "index.pages.example"


def read_manifest() -> dict[str, Path]:
    """Address (http, since it is served on loopback) -> file, one page an address."""
    pages: dict[str, Path] = {}
    with (PAGES / "MANIFEST.csv").open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            path = PAGES / row["file"]
            if not path.exists():
                continue
            parts = urlsplit(row["url"]) if row["url"] else urlsplit(f"http://unnamed-{number}.example/{path.stem}")
            address = f"http://{(parts.hostname or '').lower()}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")
            pages[address] = path
    return pages


class Served:
    """The pages as a plain HTTP proxy answers for them, with one sitemap a site that names its pages."""

    def __init__(self, pages: dict[str, Path]) -> None:
        self.pages = pages
        self.sitemaps: dict[str, list[str]] = defaultdict(list)
        hosts = sorted({bare_host(url) for url in pages})
        self.site_of = {host: f"pages-{number % SITES}" for number, host in enumerate(hosts)}
        for url in pages:
            self.sitemaps[self.site_of[bare_host(url)]].append(url)

    async def answer(self, request: Request) -> Response:
        host = request.url.hostname or ""
        url = f"http://{host}{request.url.path}" + (f"?{request.url.query}" if request.url.query else "")
        if host.endswith(INDEX) and request.url.path == "/sitemap.xml":
            return Response(self.sitemap(host.split(".")[0]), media_type="application/xml")
        path = self.pages.get(url)
        if path is None:
            return Response(status_code=404)
        return Response(gzip.decompress(path.read_bytes()), headers={"content-type": "text/html"})

    def sitemap(self, site: str) -> str:
        rows = "".join(f"<url><loc>{escape(u)}</loc><lastmod>{DAY}</lastmod></url>" for u in self.sitemaps[site])
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'

    def write_sites(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        for site, urls in self.sitemaps.items():
            hosts = sorted({bare_host(u) for u in urls})
            home = f"http://{site}.{INDEX}/"
            (folder / f"{site}.toml").write_text(
                f'name = "{site}"\nhome = "{home}"\nwhy = "Saved real pages."\nkind = "newspaper"\nlanguage = "en"\n'
                f'hosts = {json.dumps(hosts)}\n\n[[discover]]\nsitemap = "{home}sitemap.xml"\n\n'
                "[healthy]\narticles = { min = 0, max = 2000 }\n"
            )


@contextmanager
def serve(served: Served) -> Iterator[str]:
    """Runs the proxy in a thread on a free port."""
    app = Starlette()
    app.add_route("/{path:path}", served.answer, methods=["GET", "HEAD"])
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


def run(folder: Path) -> dict[str, Any]:
    """The night over all pages in a world of its own under ``folder``; counts per stage."""
    from pipeline import steps
    from pipeline.settings import World
    from pipeline.warehouse.store import open_reader

    served = Served(read_manifest())
    served.write_sites(folder / "sites")
    world = World("pages", folder / "world", folder / "sites")
    told: dict[str, Any] = {"pages": len(served.pages)}
    with serve(served) as proxy:
        os.environ[steps.NEWSSTAND] = proxy
        told["crawl"] = [steps.crawl(world, DAY, slug) for slug in steps.list_sites(world)]
        del os.environ[steps.NEWSSTAND]
    for step in (steps.extract, steps.load, steps.detect, steps.score, steps.check, steps.publish):
        started = time.monotonic()
        told[step.__name__] = {**step(world, DAY), "seconds": round(time.monotonic() - started, 1)}
    with open_reader(world.snapshot) as wh:
        query = "SELECT site, url, relation, quote, explanation FROM claims WHERE verdict = 'contradicted' AND own_word"
        told["contradicted"] = [list(map(str, row)) for row in wh.db.execute(query).fetchall()]
        labels = "SELECT label, count(*) FROM scores WHERE show_slug IS NULL GROUP BY label ORDER BY label"
        told["labels"] = dict(wh.db.execute(labels).fetchall())
        told["about a recorded show"] = wh.db.execute("SELECT count(DISTINCT article_id) FROM claims WHERE is_on_record").fetchone()[0]
    return told


def main() -> int:
    """Runs it in a temporary folder, or in the one named on the command line."""
    if not (PAGES / "MANIFEST.csv").exists():
        print("skipped: no ../shared/pages beside the project")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        told = run(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary))
    print(json.dumps(told, indent=1, ensure_ascii=False))
    return 1 if told["contradicted"] else 0


if __name__ == "__main__":
    sys.exit(main())
