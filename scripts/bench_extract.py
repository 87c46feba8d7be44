"""How well and how fast pages are read, beside trafilatura and news-please in the same run: text, dates, titles, names, CPU time a page.

    nice .venv/bin/python scripts/bench_extract.py [--pages ../shared/pages] [--json out.json] [--news-please PYTHON]

news-please lives in an environment that bench.py makes; where there is none it is left out.

Pages whose host's SHA-1 (hex) ends in 0 to 7 were tuned on; the others ("held out") were only counted.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.errors import BadInputError  # noqa: E402 - the script also runs where the project is not installed
from pipeline.extract import extract, extract_head, parse_page  # noqa: E402
from pipeline.extraction.blocks import read_blocks  # noqa: E402
from pipeline.extraction.bylines import SOURCES, read_source  # noqa: E402
from pipeline.extraction.chooser import list_near_title  # noqa: E402
from pipeline.extraction.prefilter import build_watch, may_concern  # noqa: E402
from pipeline.extraction.structured import PageHead, unescape  # noqa: E402
from pipeline.extraction.titles import find_titles, fold_names, site_names, strip_site_name  # noqa: E402
from pipeline.records.loader import load_records  # noqa: E402

FETCHED = datetime(2026, 11, 22, tzinfo=UTC)  # no saved page is younger
NOWHERE = "https://page.example/article"  # for the few saved pages that came without an address
SHINGLE = 4


@dataclass(frozen=True)
class Page:
    """A saved page with what is known of it; a key that is missing from ``truth`` is not judged."""

    collection: str
    payload: bytes
    url: str
    tuned: bool
    truth: Mapping[str, Any]


@dataclass
class Read:
    """What a reader made of a page, with the seconds of CPU it took."""

    text: str = ""
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    day: str | None = None
    site_name: str | None = None
    seconds: float = 0.0


# --- pages ------------------------------------------------------------------------------------------------------------


def load_pages(folder: Path) -> Iterator[Page]:
    """Every saved page with ground truth."""
    hosts = {row["file"]: row for row in csv.DictReader((folder / "MANIFEST.csv").open(encoding="utf-8"))}
    for name, url, truth in [*_scrapinghub(folder), *_evaluation(folder), *_parser_tests(folder), *_dates(folder)]:
        path = folder / name
        if path.exists():
            row = hosts.get(name, {})
            address = row.get("url") or url or NOWHERE
            host = row.get("host") or urlsplit(url or "").hostname or path.name.split("_")[0]
            yield Page(name.split("/")[0], gzip.decompress(path.read_bytes()), address, is_tuned(host), truth)


def is_tuned(host: str) -> bool:
    return hashlib.sha1(host.encode(), usedforsecurity=False).hexdigest()[-1] in "01234567"


def _scrapinghub(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for key, item in json.loads((folder / "scrapinghub/ground-truth.json").read_text("utf-8")).items():
        yield f"scrapinghub/html/{key}.html.gz", item["url"], {"text": item["articleBody"]}


def _evaluation(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, item in json.loads((folder / "fundus_evaluation/ground_truth.json").read_text("utf-8")).items():
        yield f"fundus_evaluation/html/{name}", "", {"text": "\n".join(item["body"])}


def _parser_tests(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A publisher's pages by date stand beside its parser's versions in order."""
    for path in sorted(folder.glob("fundus_parser_tests/*/*.json")):
        pages = sorted(path.parent.glob(f"{path.stem}_2*.html.gz"))
        for item, page in zip(json.loads(path.read_text("utf-8")).values(), pages, strict=True):
            body = item.get("body") or {}
            parts = [*body.get("summary", []), *(t for s in body.get("sections", []) for t in [*s["headline"], *s["paragraphs"]])]
            truth = {"text": "\n".join(parts), "title": item.get("title"), "authors": item.get("authors") or []}
            truth["day"] = (item.get("publishing_date") or "")[:10]
            yield str(page.relative_to(folder)), "", truth


def _dates(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in sorted(folder.glob("htmldate/eval_*.json")):
        for url, item in json.loads(path.read_text("utf-8")).items():
            yield f"htmldate/html/{item['file']}.gz", url, {"day": item["date"] if isinstance(item["date"], str) else None}


# --- readers ----------------------------------------------------------------------------------------------------------


def read_ours(page: Page) -> Read:
    try:
        article = extract(page.payload, page.url, fetched_at=FETCHED)
    except BadInputError:
        return Read()
    day = article.published.date().isoformat() if article.published else None
    return Read(article.text, article.title, list(article.authors), day, article.site_name)


def read_trafilatura(page: Page) -> Read:
    """trafilatura as it comes, with metadata."""
    document = trafilatura.bare_extraction(page.payload, url=page.url, with_metadata=True, include_comments=False)
    if not isinstance(document, Document):  # None: nothing found
        return Read()
    return Read(
        document.text or "", document.title, [a for a in (document.author or "").split("; ") if a], document.date, document.sitename
    )


def read_trafilatura_fast(page: Page) -> Read:
    """trafilatura's fast mode, text alone."""
    return Read(trafilatura.extract(page.payload, url=page.url, fast=True, include_comments=False) or "")


READERS: dict[str, Callable[[Page], Read]] = {
    "reelcheck": read_ours,
    "trafilatura": read_trafilatura,
    "trafilatura fast": read_trafilatura_fast,
}


def read_with_news_please(python: Path, pages: Sequence[Page]) -> list[Read]:
    """news-please's readings of all pages, made by bench_extract_peer.py in one process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for i, page in enumerate(pages):
            Path(folder, f"{i}.html").write_bytes(page.payload)
        Path(folder, "pages.json").write_text(json.dumps([(f"{i}.html", p.url) for i, p in enumerate(pages)]), "utf-8")
        script = ROOT / "scripts" / "bench_extract_peer.py"
        subprocess.run([python, script, folder], check=True, stderr=subprocess.DEVNULL)
        reads = json.loads(Path(folder, "reads.json").read_text("utf-8"))
    return [Read(**read) if read else Read() for read in reads]


def time_read(reader: Callable[[Page], Read], page: Page) -> Read:
    start = time.process_time()
    read = reader(page)
    read.seconds = time.process_time() - start
    return read


# --- figures ----------------------------------------------------------------------------------------------------------


def count_shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four word tokens, as the scorer of the article-extraction-benchmark counts them."""
    tokens = re.findall(r"\w+", text)
    runs = (tuple(tokens[i : i + SHINGLE]) for i in range(max(1, len(tokens) - SHINGLE + 1)))
    return Counter(run for run in runs if run)


def score_text(pairs: Sequence[tuple[str, str]]) -> float:
    """F1 of the mean precision and the mean recall over pages (truth, reading), by that scorer's definition."""
    precisions, recalls = [], []
    for truth, reading in pairs:
        want, got = count_shingles(truth), count_shingles(reading)
        hits = (want & got).total()
        if got:
            precisions.append(hits / got.total())
        if want:
            recalls.append(hits / want.total())
    precision, recall = statistics.mean(precisions or [0.0]), statistics.mean(recalls or [0.0])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def plain(text: str | None) -> str:
    """White space folded and typographic quotes made straight."""
    return " ".join((text or "").translate(str.maketrans("‘’“”„«»", '\'\'"""""')).split())


def without_outlet(names: Sequence[str], site_name: str | None, url: str) -> list[str]:
    """Names but the outlet's own, which the extractor leaves out on purpose and some ground truth counts."""
    outlets = {
        re.sub(r"\W", "", n.lower())
        for n in (site_name or "", urlsplit(url).hostname or "", (urlsplit(url).hostname or "").removeprefix("www."))
    }
    return [n for n in names if re.sub(r"\W", "", n.lower()) not in outlets]


def figure(pages: Sequence[Page], reads: Sequence[Read]) -> dict[str, float | int]:
    """The figures of one reader over some pages of one collection."""
    both = list(zip(pages, reads, strict=True))
    figures: dict[str, float | int] = {"pages": len(both)}
    if any("text" in p.truth for p in pages):
        figures["text F1"] = score_text([(p.truth["text"], r.text) for p, r in both])
    if not any(r.title or r.day for r in reads):  # a reader of text alone
        return figures | {"CPU ms a page": 1000 * statistics.mean(r.seconds for r in reads)}
    if any("day" in p.truth for p in pages):
        figures["day"] = statistics.mean((r.day or None) == (p.truth["day"] or None) for p, r in both)
    if any("title" in p.truth for p in pages):
        figures["title"] = statistics.mean(" ".join((p.truth["title"] or "").split()) == (r.title or "") for p, r in both)
        figures["title, quotes folded"] = statistics.mean(plain(p.truth["title"]) == plain(r.title) for p, r in both)
        figures["authors"] = statistics.mean(p.truth["authors"] == r.authors for p, r in both)
        figures["authors but the outlet"] = statistics.mean(
            without_outlet(p.truth["authors"], r.site_name, p.url) == without_outlet(r.authors, r.site_name, p.url) for p, r in both
        )
    figures["CPU ms a page"] = 1000 * statistics.mean(r.seconds for r in reads)
    return figures


def measure(pages: Sequence[Page], news_please: Path) -> dict[str, dict[str, dict[str, dict[str, float | int]]]]:
    """collection -> reader -> part (tuned, held out, all) -> figure -> value."""
    for reader in READERS.values():  # what a process loads once is not a page's cost
        for page in pages[:3]:
            reader(page)
    results: dict[str, dict[str, dict[str, dict[str, float | int]]]] = {}
    for collection in dict.fromkeys(p.collection for p in pages):
        chosen = [p for p in pages if p.collection == collection]
        both = {name: [time_read(reader, p) for p in chosen] for name, reader in READERS.items()}
        if news_please.exists():
            both["news-please"] = read_with_news_please(news_please, chosen)
        for name, reads in both.items():
            parts = {"tuned": [i for i, p in enumerate(chosen) if p.tuned], "held out": [i for i, p in enumerate(chosen) if not p.tuned]}
            parts["all"] = list(range(len(chosen)))
            results.setdefault(collection, {})[name] = {
                part: figure([chosen[i] for i in indices], [reads[i] for i in indices]) for part, indices in parts.items()
            }
    return results


def time_head(pages: Sequence[Page]) -> float:
    """CPU ms a page of the reading that dropped pages get."""
    start = time.process_time()
    for page in pages:
        try:
            extract_head(page.payload, page.url)
        except BadInputError:
            continue
    return 1000 * (time.process_time() - start) / len(pages)


def time_prefilter(pages: Sequence[Page]) -> float:
    """CPU ms a page of the look at its bytes for the titles on record."""
    watch = build_watch({title for show in load_records().shows.values() for title in show.titles})
    may_concern(pages[0].payload, watch)
    start = time.process_time()
    for page in pages:
        may_concern(page.payload, watch)
    return 1000 * (time.process_time() - start) / len(pages)


def count_titles(pages: Sequence[Page]) -> dict[str, tuple[int, int]]:
    """source of titles -> pages that have it, and those of them where it is exactly right but for the site's name."""
    counts: dict[str, tuple[int, int]] = {}
    for page in pages:
        head = PageHead(parse_page(page.payload)[1])
        names, want = fold_names(site_names(head, page.url)), " ".join((page.truth["title"] or "").split())
        titles = {
            "JSON-LD headline": unescape(head.article.get("headline")),
            "og:title": unescape(head.meta("og:title") or ""),
            "twitter:title": unescape(head.meta("twitter:title") or ""),
            "first h1": next(iter(head.texts("h1")), ""),
            "title element": next(iter(head.texts("title")), ""),
        }
        rights = {source: strip_site_name(title, names) == want for source, title in titles.items() if title}
        rights["any of them"] = any(rights.values())
        for source, right in rights.items():
            first, sum_right = counts.get(source, (0, 0))
            counts[source] = (first + 1, sum_right + right)
    return counts


def count_bylines(pages: Sequence[Page]) -> dict[str, tuple[int, int]]:
    """source of names -> pages for which it was the first to name anybody, and those of them where the names are exactly right."""
    counts = dict.fromkeys(SOURCES, (0, 0))
    for page in pages:
        _, tree = parse_page(page.payload)
        head = PageHead(tree)
        near = list_near_title(read_blocks(tree.body), find_titles(head, page.url).heading) if tree.body is not None else []
        for source in SOURCES:
            if names := list(read_source(source, head, near)):
                first, right = counts[source]
                counts[source] = (first + 1, right + (names == page.truth["authors"]))
                break
    return counts


def print_table(results: Mapping[str, Mapping[str, Mapping[str, Mapping[str, float | int]]]]) -> None:
    for collection, readers in results.items():
        print(f"\n{collection}")
        for part in ("tuned", "held out", "all"):
            for name, parts in readers.items():
                cells = [
                    f"{k} {v:.3f}"
                    if isinstance(v, float) and k != "CPU ms a page"
                    else f"{k} {v:.1f}"
                    if isinstance(v, float)
                    else f"{v} {k}"
                    for k, v in parts[part].items()
                ]
                print(f"  {part:9}{name:17}" + " · ".join(cells))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, default=ROOT.parent / "shared" / "pages", help="the saved pages with their ground truth")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    python = ROOT / "build" / "bench" / "bench" / "bin" / "python"
    parser.add_argument("--news-please", type=Path, default=python, help="the Python of the environment that has it")
    options = parser.parse_args()
    if not (options.pages / "MANIFEST.csv").exists():
        sys.exit(f"{options.pages}: no saved pages here (MANIFEST.csv is missing); name their folder with --pages")
    pages = list(load_pages(options.pages))
    results = measure(pages, options.news_please)
    print_table(results)
    parser_tests = [p for p in pages if p.collection == "fundus_parser_tests"]
    for part, chosen in (("tuned", [p for p in parser_tests if p.tuned]), ("held out", [p for p in parser_tests if not p.tuned])):
        print(f"\nfundus_parser_tests, {part}: which source of titles is exactly right by itself")
        for source, (there, right) in count_titles(chosen).items():
            print(f"  {source:24}{there:4} pages, {right} right")
    print("\nfundus_parser_tests: which source of bylines came first, and how often it was exactly right")
    for source, (first, right) in count_bylines(parser_tests).items():
        print(f"  {source:24}{first:4} pages, {right} right")
    print(f"\nprefilter: {time_prefilter(pages):.2f} ms a page; head alone: {time_head(pages):.2f} ms a page")
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
