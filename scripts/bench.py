"""Speed beside the peers: CPU time an article for the crawl, for reading, and for the whole night, on real pages served on loopback.

    nice .venv/bin/python scripts/bench.py [--pages ../shared/pages] [--count 400] [--no-peers] [--json out.json]

Every system crawls the same pages of one site, robots.txt obeyed, each in processes of its own whose CPU time (user and system, children
included) the kernel tells when they end. Each runs twice, over few and over many pages: the difference by page is what a page costs, the
rest is the start. Of two rounds, each with all systems, the least counts. The peers live in environments of their own under build/bench/,
made here from requirements/bench*.txt; where that fails they are left out, and the table says so. What any night but the first finds made
is made before: the byte code of all systems and of the packages that they use, and our copies of records and places. Text F1 is on those
pages that have a ground truth (scrapinghub's own definition).

Skips (exit 0), saying so, where the pages are not there.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

SCRIPTS = ROOT / "scripts"
BUILD = ROOT / "build" / "bench"
HOST = "http://pages.example"
FEW = 40  # pages of the run that the start is told apart by
STAGES = ("crawl", "extract", "load", "detect", "score", "check", "publish")
# peer -> the lock of its environment, and the aim: how many times dearer it is at least
PEERS: dict[str, tuple[str, float | None]] = {
    "bare": ("bench", None),
    "trafilatura": ("bench", 2.5),
    "mediacloud": ("bench-mediacloud", 4.0),
    "news-please": ("bench", 12.0),
}
NAMES = {
    "bare": "Scrapy, bare spider",
    "trafilatura": "Scrapy + trafilatura with metadata + Arrow",
    "mediacloud": "Scrapy + mediacloud-metadata",
    "news-please": "news-please (without its readability)",
}


@dataclass(frozen=True)
class Page:
    """A saved page under the path that it is served at; ``truth`` is its article's text, None where nobody wrote it down."""

    path: str
    file: Path
    truth: str | None

    @property
    def url(self) -> str:
        return HOST + self.path


@dataclass
class Measured:
    """What one system took. ``page``: CPU ms a page beyond the start; ``start``: CPU s; ``parts``: the same by stage."""

    page: float
    start: float
    pages: int
    f1: float | None = None
    parts: dict[str, float] = field(default_factory=dict)


# --- pages ------------------------------------------------------------------------------------------------------------


def choose_pages(folder: Path, count: int) -> list[Page]:
    """All pages with a ground truth of scrapinghub's, then others of the manifest, evenly; ``count`` of them at most.

    Pages that say that they may not be kept (noarchive, noindex) are no articles for us and are left out for everybody.
    """
    import csv
    import gzip

    from spiders.keeping import refusal_in_page

    truths = {
        f"scrapinghub/html/{key}.html.gz": item["articleBody"]
        for key, item in json.loads((folder / "scrapinghub/ground-truth.json").read_text("utf-8")).items()
    }
    with (folder / "MANIFEST.csv").open(encoding="utf-8", newline="") as rows:
        known = [row for row in csv.DictReader(rows) if (folder / row["file"]).exists()]
    known = [row for row in known if not refusal_in_page(gzip.decompress((folder / row["file"]).read_bytes()))]
    judged = [row for row in known if row["file"] in truths][:count]
    others = [row for row in known if row["file"] not in truths]
    step = max(len(others) / max(count - len(judged), 1), 1.0)
    chosen = judged + [others[int(i * step)] for i in range(min(count - len(judged), len(others)))]
    return [to_page(folder, number, row, truths.get(row["file"])) for number, row in enumerate(mix(chosen))]


def mix(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """In an order that has nothing to do with where a page is from, the same each time."""
    import hashlib

    return sorted(rows, key=lambda row: hashlib.sha256(row["file"].encode()).hexdigest())


def to_page(folder: Path, number: int, row: Mapping[str, str], truth: str | None) -> Page:
    """The page under its own host and path as folders of one host: one robots.txt answers for all, as on a site."""
    parts = urlsplit(row["url"])
    name = quote(f"{parts.netloc}{parts.path}".rstrip("/").replace("%", "-")[:180] or "page", safe="/-._~")
    return Page(f"/{number}/{name}.html", folder / row["file"], truth)


def list_unwatched(pages: Sequence[Page]) -> list[Page]:
    """Those that the night's prefilter drops: they name no watched work and speak of no true story."""
    import gzip

    from pipeline.extraction.prefilter import build_watch, may_concern
    from pipeline.records.loader import load_records

    watch = build_watch(sorted({title for show in load_records().shows.values() for title in show.titles}))
    return [page for page in pages if not may_concern(gzip.decompress(page.file.read_bytes()), watch)]


def write_sitemap(pages: Sequence[Page]) -> str:
    rows = "".join(f"<url><loc>{page.url}</loc><lastmod>2026-11-20</lastmod></url>" for page in pages)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'


@contextmanager
def serve(pages: Sequence[Page], lists: Mapping[str, Sequence[Page]]) -> Iterator[str]:
    """The pages behind a proxy in a process of its own; gives its address. ``lists``: a sitemap a name."""
    order = {"pages": {p.path: str(p.file) for p in pages}, "texts": {f"/{name}.xml": write_sitemap(some) for name, some in lists.items()}}
    command = [sys.executable, str(SCRIPTS / "bench_pages.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None and server.stdout is not None
        server.stdin.write(json.dumps(order) + "\n")
        server.stdin.flush()
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.stdin.close()


# --- running ----------------------------------------------------------------------------------------------------------


def compile_sources(python: Path, *folders: Path) -> None:
    """Byte code for all modules in the folders, also where PYTHONDONTWRITEBYTECODE would have each process compile them for itself."""
    subprocess.run([str(python), "-m", "compileall", "-q", *map(str, folders)], capture_output=True, check=False)  # some are templates


def keep_copies(root: Path) -> dict[str, str]:
    """The environment in which our own processes keep their copies under ``root``; those of places and records are made at once."""
    environment = {"REELCHECK_DATA": str(root)}
    load = "from pipeline.records import gazetteer, loader; loader.load_records(); gazetteer.look_up('paris')"
    run_child([sys.executable, "-c", load], environment)
    return environment


def run_child(command: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[float, str]:
    """(CPU seconds of the child and of its children, what it printed); raises RuntimeError when it fails."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        child = subprocess.Popen(command, stdout=out, stderr=errors, env={**os.environ, **(environment or {})}, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if child.returncode != 0:
            raise RuntimeError(f"{command[1]} ended with {child.returncode}: {errors.read().strip()[-600:]}")
        return usage.ru_utime + usage.ru_stime, out.read()


def run_night(
    folder: Path, proxy: str, copies: Mapping[str, str], name: str, *, read_all: bool = True, stages: Sequence[str] = STAGES
) -> dict[str, Any]:
    """``copies``: the environment of keep_copies."""
    order = {"proxy": proxy, "folder": str(folder / name), "sitemap": f"/{name}.xml", "read_all": read_all, "stages": list(stages)}
    cpu, told = run_child([sys.executable, str(SCRIPTS / "bench_night.py"), json.dumps(order)], copies)
    return {"total": cpu, "stages": json.loads(told)}


def measure_night(folder: Path, proxy: str, copies: Mapping[str, str], few: Sequence[Page], many: Sequence[Page]) -> Measured:
    """The whole night, every page read."""
    small, large = run_night(folder, proxy, copies, "few"), run_night(folder, proxy, copies, "many")
    for run, pages in ((small, few), (large, many)):
        counts = run["stages"]["crawl"]["counts"]
        if counts["fetched"] < 0.97 * len(pages):
            raise RuntimeError(f"the crawl fetched {counts['fetched']} of {len(pages)} pages: {counts}")
    more = large["stages"]["crawl"]["counts"]["fetched"] - small["stages"]["crawl"]["counts"]["fetched"]
    parts = {s: 1000 * (large["stages"][s]["cpu"] - small["stages"][s]["cpu"]) / more for s in STAGES}
    page = 1000 * (large["total"] - small["total"]) / more
    start = small["total"] - page * small["stages"]["crawl"]["counts"]["fetched"] / 1000
    return Measured(page, start, large["stages"]["extract"]["counts"]["articles"], score(read_ours(folder / "many"), many), parts)


def measure_dropped(folder: Path, proxy: str, copies: Mapping[str, str], few: Sequence[Page], many: Sequence[Page]) -> Measured:
    """Crawl, extract and load of pages that the prefilter drops."""
    stages = STAGES[:3]
    small, large = (run_night(folder, proxy, copies, name, read_all=False, stages=stages) for name in ("unwatched-few", "unwatched"))
    more = len(many) - len(few)
    parts = {s: 1000 * (large["stages"][s]["cpu"] - small["stages"][s]["cpu"]) / more for s in stages}
    page = 1000 * (large["total"] - small["total"]) / more
    return Measured(page, small["total"] - page * len(few) / 1000, large["stages"]["extract"]["counts"]["dropped"], None, parts)


def measure_peer(peer: str, folder: Path, proxy: str, few: Sequence[Page], many: Sequence[Page]) -> Measured:
    python = str(make_environment(PEERS[peer][0]))
    proxies = {"http_proxy": proxy, "https_proxy": proxy, "no_proxy": "", "HOME": str(folder)}
    spent, read = [], []
    for name, pages in (("few", few), ("many", many)):
        out = folder / f"{peer}-{name}"
        out.mkdir()
        (out / "urls.json").write_text(json.dumps([page.url for page in pages]))
        command = [python, str(SCRIPTS / "bench_peers.py")]
        spent.append(run_child([*command, peer, str(out / "urls.json"), str(out)], proxies)[0])
        if peer == "news-please":
            run_child([*command, "gather", str(out / "urls.json"), str(out)])
        lines = (json.loads(line) for line in (out / "texts.jsonl").read_text("utf-8").splitlines())
        read.append({line["url"]: line["text"] or "" for line in lines})
    if len(read[1]) < 0.9 * len(many):
        raise RuntimeError(f"{peer} brought {len(read[1])} of {len(many)} pages")
    page = 1000 * (spent[1] - spent[0]) / (len(read[1]) - len(read[0]))
    return Measured(page, spent[0] - page * len(read[0]) / 1000, len(read[1]), score(read[1], many) if peer != "bare" else None)


def pick_least(before: Measured | str | None, now: Measured) -> Measured:
    return min((m for m in (before, now) if isinstance(m, Measured)), key=lambda m: m.page)


@cache
def make_environment(lock: str) -> Path:
    """The Python of the environment that a lock describes, made (again) where it is missing or older than the lock."""
    folder, text = BUILD / lock, ROOT / "requirements" / f"{lock}.txt"
    python, mark = folder / "bin" / "python", folder / "made"
    if not mark.exists() or mark.read_text() != text.read_text():
        print(f"making {folder.relative_to(ROOT)} from {text.relative_to(ROOT)}", file=sys.stderr)
        uv = str(ROOT / ".venv" / "bin" / "uv")
        for command in (
            [uv, "venv", "-q", "--clear", "--python", sys.executable, str(folder)],
            [uv, "pip", "install", "-q", "--python", str(python), "--require-hashes", "-r", str(text)],
        ):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise RuntimeError(f"the peers' environment cannot be made: {done.stderr.strip()[-300:]}")
        mark.write_text(text.read_text())
    compile_sources(python, folder / "lib")
    return python


# --- figures ----------------------------------------------------------------------------------------------------------


def read_ours(folder: Path) -> dict[str, str]:
    """Text by address as the extract stage wrote it."""
    import duckdb

    files = str(folder / "world" / "articles" / "*" / "*.parquet")
    with duckdb.connect() as db:
        rows = db.execute("SELECT url, list_transform(paragraphs, lambda p: p.text) FROM read_parquet(?)", [files]).fetchall()
    return {url: "\n".join(paragraphs or ()) for url, paragraphs in rows}


def score(texts: Mapping[str, str], pages: Sequence[Page]) -> float | None:
    from bench_extract import score_text

    judged = [(page.truth, texts.get(page.url, "")) for page in pages if page.truth is not None]
    return score_text(judged) if judged else None


def write_table(ours: Measured, dropped: Measured, peers: Mapping[str, Measured | str]) -> str:
    """The figures as a Markdown table; ratios against Reelcheck's crawl to snapshot, which does more than any peer."""
    keep = sum(ours.parts[s] for s in STAGES[:3])
    rows = ["| system | CPU ms a page | start, CPU s | times ours | aim | pages read | text F1 |", "|---|---|---|---|---|---|---|"]
    rows.append(
        f"| Reelcheck, crawl to snapshot (whole night) | {ours.page:.1f} | {ours.start:.1f} | 1 | 9 ms | {ours.pages} | {ours.f1:.3f} |"
    )
    rows.append(f"| Reelcheck, crawl, extract, load (what the peers do) | {keep:.1f} | | | | {ours.pages} | {ours.f1:.3f} |")
    rows.append(f"| Reelcheck, a page dropped by the prefilter | {dropped.page:.1f} | {dropped.start:.1f} | | 2.5 ms | | |")
    for peer, took in peers.items():
        if isinstance(took, str):
            rows.append(f"| {NAMES[peer]} | not measured: {took} | | | | | |")
            continue
        aim = PEERS[peer][1]
        f1 = f"{took.f1:.3f}" if took.f1 is not None else ""
        times = f"{took.page / ours.page:.1f} ({took.page / keep:.1f} against crawl, extract, load)"
        rows.append(f"| {NAMES[peer]} | {took.page:.1f} | {took.start:.1f} | {times} | {aim or ''} | {took.pages} | {f1} |")
    rows += ["", "By stage, CPU ms a page: " + ", ".join(f"{s} {ms:.2f}" for s, ms in ours.parts.items())]
    rows += ["Of a dropped page: " + ", ".join(f"{s} {ms:.2f}" for s, ms in dropped.parts.items())]
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, default=ROOT.parent / "shared" / "pages", help="the saved pages")
    parser.add_argument("--count", type=int, default=400, help="how many of them")
    parser.add_argument("--rounds", type=int, default=2, help="how often each system is measured; the least by page counts")
    parser.add_argument("--no-peers", action="store_true", help="Reelcheck alone")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args()
    if not (options.pages / "MANIFEST.csv").exists():
        print(f"bench skipped: no saved pages at {options.pages} (MANIFEST.csv is missing); name their folder with --pages")
        return 0
    many = choose_pages(options.pages, options.count)
    unwatched = list_unwatched(many)
    few = many[:FEW]
    lists = {"few": few, "many": many, "unwatched-few": unwatched[:FEW], "unwatched": unwatched}
    peers: dict[str, Measured | str] = {}
    ours: list[Measured] = []
    dropped: list[Measured] = []
    ours_alone = (ROOT / name for name in ("pipeline", "spiders", "reports", "scripts"))
    compile_sources(Path(sys.executable), *ours_alone, Path(sysconfig.get_path("purelib")))
    with tempfile.TemporaryDirectory(prefix="reelcheck-bench-") as temporary, serve(many, lists) as proxy:
        copies = keep_copies(Path(temporary) / "data")
        for number in range(options.rounds):  # all systems in each round, so that whatever else the machine does meets them alike
            folder = Path(temporary) / str(number)
            folder.mkdir()
            ours.append(measure_night(folder, proxy, copies, few, many))
            dropped.append(measure_dropped(folder, proxy, copies, unwatched[:FEW], unwatched))
            for peer in () if options.no_peers else PEERS:
                try:
                    peers[peer] = pick_least(peers.get(peer), measure_peer(peer, folder, proxy, few, many))
                except (RuntimeError, OSError) as e:
                    peers[peer] = str(e)
    print(f"{len(many)} pages, {len(unwatched)} of which the prefilter drops; Python {sys.version.split()[0]}, {os.cpu_count()} cores\n")
    best, best_dropped = min(ours, key=lambda m: m.page), min(dropped, key=lambda m: m.page)
    print(write_table(best, best_dropped, peers))
    if options.json:
        told = {"reelcheck": vars(best), "dropped": vars(best_dropped)} | {
            p: t if isinstance(t, str) else vars(t) for p, t in peers.items()
        }
        options.json.write_text(json.dumps(told, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
