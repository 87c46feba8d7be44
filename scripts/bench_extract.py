"""How well and how fast pages are read, beside trafilatura in the same run: text, dates, titles, names, CPU time a page.

    nice .venv/bin/python scripts/bench_extract.py [--pages ../shared/pages] [--json out.json]

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
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.errors import BadInputError  # noqa: E402 - the script also runs where the project is not installed
from pipeline.extract import extract, extract_head  # noqa: E402
from pipeline.extraction.blocks import read_blocks  # noqa: E402
from pipeline.extraction.bylines import SOURCES, read_source  # noqa: E402
from pipeline.extraction.charset import decode_page  # noqa: E402
from pipeline.extraction.chooser import list_near_title  # noqa: E402
from pipeline.extraction.structured import PageHead  # noqa: E402
from pipeline.extraction.titles import find_title  # noqa: E402

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
    if document is None:
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


def measure(pages: Sequence[Page]) -> dict[str, dict[str, dict[str, dict[str, float | int]]]]:
    """collection -> reader -> part (tuned, held out, all) -> figure -> value."""
    for reader in READERS.values():  # what a process loads once is not a page's cost
        for page in pages[:3]:
            reader(page)
    results: dict[str, dict[str, dict[str, dict[str, float | int]]]] = {}
    for collection in dict.fromkeys(p.collection for p in pages):
        chosen = [p for p in pages if p.collection == collection]
        for name, reader in READERS.items():
            reads = [time_read(reader, p) for p in chosen]
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


def count_bylines(pages: Sequence[Page]) -> dict[str, tuple[int, int]]:
    """source of names -> pages for which it was the first to name anybody, and those of them where the names are exactly right."""
    counts = dict.fromkeys(SOURCES, (0, 0))
    for page in pages:
        tree = LexborHTMLParser(decode_page(page.payload))
        head = PageHead(tree)
        near = list_near_title(read_blocks(tree.body), find_title(head, page.url)) if tree.body is not None else []
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
    options = parser.parse_args()
    if not (options.pages / "MANIFEST.csv").exists():
        sys.exit(f"{options.pages}: no saved pages here (MANIFEST.csv is missing); name their folder with --pages")
    pages = list(load_pages(options.pages))
    results = measure(pages)
    print_table(results)
    print("\nfundus_parser_tests: which source of bylines came first, and how often it was exactly right")
    for source, (first, right) in count_bylines([p for p in pages if p.collection == "fundus_parser_tests"]).items():
        print(f"  {source:24}{first:4} pages, {right} right")
    print(f"\nhead alone (pages dropped by the prefilter): {time_head(pages):.1f} ms a page")
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
