"""Prints the figures of docs/origins.md: copies, origins, corroboration, reputation, speed.

    python scripts/measure_origins.py [--articles DIR] [--books DIR] [--pages DIR] [--known 1000000] [--only PART ...]

``--articles``: labelled articles (JSON), from which copies are made. ``--books``: a folder with the published
book-authors data. ``--pages``: saved pages ``<Publication>_<date>.html.gz``. Parts: copies, stories, newsstand, sources, books, sites,
networks, stubs, speed; one that lacks its input says so and is left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

from scipy.stats import spearmanr

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.detect import detect_day  # noqa: E402
from pipeline.models import Article, Paragraph  # noqa: E402
from pipeline.origins.corroboration import Statement, corroborate, resolve_by_crh, vote_plainly  # noqa: E402
from pipeline.origins.networks import Holder, list_tied, tie_marks, tie_templates  # noqa: E402
from pipeline.origins.traits import PageTraits, read_traits  # noqa: E402
from pipeline.records.loader import load_records  # noqa: E402
from pipeline.settings import open_world  # noqa: E402
from pipeline.warehouse.reputation import score_sites  # noqa: E402
from pipeline.warehouse.store import Warehouse, connect, create_schema, limit_memory, open_writer  # noqa: E402
from tests.origins.books import read_books  # noqa: E402
from tests.origins.generated import MAKERS, Maker  # noqa: E402
from tests.origins.simulated import DAY, copy_falsehood, flood, simulate_sites, simulate_sources, utc  # noqa: E402
from tests.origins.stories import COPIES, FRESH, STRANGERS, TELLINGS, is_copy, is_excerpt, load_stories  # noqa: E402
from tests.warehouse.stage import day_number, make_page, put_night  # noqa: E402

PARTS = ("copies", "stories", "newsstand", "sources", "books", "sites", "networks", "stubs", "speed")
APART = (("base", "own"), ("own", "base"), ("spun", "own"), ("own", "spun"))
Truth = Mapping[str, str]  # address -> address of the text that it comes from


def main() -> None:
    """Runs the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--books", type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--known", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    given = parser.parse_args()
    for part in given.only:
        print(f"== {part}")
        if part == "copies":
            measure_copies(given.articles)
        elif part == "books":
            measure_books(given.books)
        elif part == "networks":
            measure_networks(given.pages)
        elif part == "speed":
            measure_speed(given.known)
        else:
            {
                "stories": measure_stories,
                "newsstand": measure_newsstand,
                "sources": measure_sources,
                "sites": measure_sites,
                "stubs": measure_stubs,
            }[part]()


@contextmanager
def fresh_world() -> Iterator[Warehouse]:
    """An empty warehouse in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REELCHECK_DATA"] = folder
        with open_writer(open_world("newsstand")) as wh:
            yield wh


def put(wh: Warehouse, night: int, texts: Mapping[str, Sequence[str]], languages: Mapping[str, str] | None = None) -> None:
    """A night's pages, by address."""
    pages = []
    for url, blocks in texts.items():
        article = Article(url, "A headline", tuple(Paragraph(b) for b in blocks), language=(languages or {}).get(url, "en"))
        pages.append(make_page(day_number(night), url, article))
    put_night(wh, open_world("newsstand"), day_number(night), pages)
    detect_day(wh, day_number(night), load_records())


def compare_origins(wh: Warehouse, truth: Truth) -> tuple[int, int, int]:
    """(pairs rightly in one origin, pairs in one origin, pairs that belong in one)."""
    rows = wh.db.execute("SELECT a.url, o.origin_id FROM base.origins AS o JOIN base.articles AS a USING (article_id)").fetchall()
    groups: defaultdict[str, set[str]] = defaultdict(set)
    right: defaultdict[str, set[str]] = defaultdict(set)
    for url, origin in rows:
        groups[origin].add(url)
        right[truth.get(url, url)].add(url)
    found = {pair for members in groups.values() for pair in combinations(sorted(members), 2)}
    wanted = {pair for members in right.values() for pair in combinations(sorted(members), 2)}
    return len(found & wanted), len(found), len(wanted)


def report(name: str, hits: int, found: int, wanted: int) -> None:
    """One line of precision and recall."""
    precision, recall = hits / found if found else 1.0, hits / wanted if wanted else 1.0
    print(f"{name:28} precision {precision:.3f} ({hits}/{found})  recall {recall:.3f} ({hits}/{wanted})")


def measure_copies(folder: Path | None) -> None:
    """Copies of labelled articles, each kind in a world of its own: originals on one night, a copy of each on another site the next."""
    if folder is None or not folder.is_dir():
        print("no labelled articles given (--articles)")
        return
    texts = {path.stem: json.loads(path.read_text("utf-8"))["paragraphs"] for path in sorted(folder.glob("*.json"))}
    for kind, maker in MAKERS.items():
        report(kind, *_measure_kind(texts, maker))


def _measure_kind(texts: Mapping[str, Sequence[str]], maker: Maker) -> tuple[int, int, int]:
    chance = random.Random(5)
    originals = {f"https://first{n % 7}.example/{name}": blocks for n, (name, blocks) in enumerate(texts.items())}
    copies = {f"https://copier{n % 5}.example/{n}": maker(blocks, chance) for n, blocks in enumerate(originals.values())}
    truth = dict(zip(copies, originals, strict=True))
    with fresh_world() as wh:
        put(wh, 0, originals)
        put(wh, 1, copies)
        return compare_origins(wh, truth)


def measure_stories() -> None:
    """The stories written by hand: pairs compared with all four tellings known, then all through one warehouse."""
    numbers = range(len(load_stories()))
    for name, some in (("", numbers[:-FRESH]), ("fresh: ", numbers[-FRESH:])):
        for one, other in COPIES:
            found = sum(is_copy(n, one, other, TELLINGS) for n in some)
            print(f"{name + one + ' and ' + other:28} found {found} of {len(some)}")
        wrong = sum(is_copy(n, one, other, TELLINGS) for n in some for one, other in STRANGERS)
        print(f"{name + 'independent pieces':28} wrongly joined {wrong} of {len(some) * len(STRANGERS)}")
    for share in (0.67, 0.5, 0.33):
        places = (0.0, 0.5, 1.0)
        for telling in ("spun", "spanish"):
            found = sum(is_excerpt(n, "base", telling, share, place) for n in numbers for place in places)
            print(f"{share:.0%} of {telling:21} found {found} of {len(numbers) * len(places)}")
        wrong = sum(is_excerpt(n, *pair, share, place) for n in numbers for pair in APART for place in places)
        print(f"{share:.0%} of independent pieces  wrongly joined {wrong} of {len(numbers) * len(APART) * len(places)}")
    truth = {f"https://{t}.example/{n}": f"https://base.example/{n}" for n in numbers for t in ("spun", "spanish")}
    with fresh_world() as wh:
        for night, telling in enumerate(TELLINGS):
            texts = {f"https://{telling}.example/{n}": load_stories()[n][telling].split("\n\n") for n in numbers}
            put(wh, night, texts, dict.fromkeys(texts, "es" if telling == "spanish" else "en"))
        report("as origins", *compare_origins(wh, truth))


def measure_newsstand() -> None:
    """The newsstand's articles as they are written, night by night, against the sources that its files name."""
    from spiders.newsstand.stand import load_stands

    nights: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    languages, truth, named = dict[str, str](), dict[str, str](), dict[str, str]()
    for stand in load_stands():
        for article in stand.articles:
            named[f"{article.site}/{article.stem}"] = article.url
    for stand in load_stands():
        for article in stand.articles:
            night = min(max((article.first.published.date() - DAY).days, 0), 6)
            nights[night][article.url] = [block.text for block in article.first.blocks]
            languages[article.url] = article.first.language
            if article.first.copy_of:
                truth[article.url] = named[article.first.copy_of]
    with fresh_world() as wh:
        for night in sorted(nights):
            put(wh, night, nights[night], languages)
        report("all copies", *compare_origins(wh, truth))
        for kind, count in wh.db.execute("SELECT kind, count(*) FROM base.copies GROUP BY kind ORDER BY kind").fetchall():
            print(f"  {kind}: {count}")


def share_right(found: Mapping[str, str], truth: Mapping[str, str]) -> float:
    """Share of the things with a known truth that were got right."""
    return sum(found.get(thing) == value for thing, value in truth.items()) / len(truth)


def likeliest(statements: Sequence[Statement], find_copiers: bool) -> dict[str, str]:
    """The likeliest value of each thing."""
    return {thing: b[0].value for thing, b in corroborate(statements, find_copiers=find_copiers).beliefs.items()}


def print_methods(statements: Sequence[Statement], truth: Mapping[str, str]) -> None:
    """The share each method gets right."""
    print(f"  voting {share_right(vote_plainly(statements), truth):.3f}")
    print(f"  CRH {share_right(resolve_by_crh(statements), truth):.3f}")
    print(f"  accuracies alone {share_right(likeliest(statements, False), truth):.3f}")
    print(f"  accuracies and copiers (in use) {share_right(likeliest(statements, True), truth):.3f}")


def measure_sources() -> None:
    """A false value copied k times, and simulated sources with copiers."""
    for copies in (0, 1, 10, 50):
        right = corroborate(copy_falsehood(copies, as_origin=True)).beliefs["director"][0]
        print(f"k = {copies:2}: {right.value}, probability {right.probability:.4f}")
    for seed in range(3):
        print(f"20 sources, one poor one with 10 copiers, seed {seed}")
        print_methods(*simulate_sources(seed))


def measure_books(folder: Path | None) -> None:
    """The published book-authors data."""
    if folder is None or not folder.is_dir():
        print("no book-authors data given (--books)")
        return
    statements, truth = read_books(folder)
    print(f"{len(statements)} statements, {len({s.source for s in statements})} stores, {len(truth)} checked books")
    print_methods(statements, truth)


def measure_sites() -> None:
    """Reputation of 100 simulated sites with 20 to 200 articles each, by the warehouse's own SQL."""
    for seed in range(3):
        with connect(":memory:") as db:
            wh = Warehouse(db)
            create_schema(wh)
            sites = simulate_sites(wh, sites=100, least=20, most=200, seed=seed)
            score_sites(wh, DAY, utc(DAY))
            told = {row[0]: row[1:] for row in db.execute("SELECT site, score, low, high FROM base.site_scores").fetchall()}
        rank = -spearmanr([s.error for s in sites], [told[s.site][0] for s in sites]).statistic
        covered = sum(told[s.site][1] <= s.right_share <= told[s.site][2] for s in sites)
        print(f"seed {seed}: rank correlation with the true error rate {rank:.3f}; 90 % intervals cover {covered} of {len(sites)}")


def measure_networks(folder: Path | None) -> None:
    """Ties among the publications of saved pages: which pairs are called one hand (to be judged by who owns them), which are not."""
    if folder is None or not folder.is_dir():
        print("no saved pages given (--pages)")
        return
    pages: defaultdict[str, list[tuple[str, PageTraits]]] = defaultdict(list)
    started = time.process_time()
    for path in sorted(folder.rglob("*.html*")):
        payload = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        pages[path.name.partition("_")[0]].append((path.name, read_traits(payload)))
    several = {name: told for name, told in pages.items() if len(told) > 1}
    count = sum(map(len, pages.values()))
    each = 1000 * (time.process_time() - started) / count
    print(f"{count} pages, {each:.1f} ms each; {len(several)} publications with two pages and more")
    holders: defaultdict[str, list[Holder]] = defaultdict(list)
    for name, told in several.items():
        for mark, times in Counter(m for _, traits in told for m in traits.marks).items():
            holders[mark].append(Holder(name, times, len(told), told[0][0], DAY))
    skeletons = {name: [frozenset(traits.skeleton) for _, traits in told] for name, told in several.items()}
    ties = [*tie_marks(holders), *tie_templates(skeletons, {name: (told[0][0], DAY) for name, told in several.items()})]
    by_pair: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for tie in ties:
        by_pair[tie.site, tie.other_site].append(f"{tie.kind} ({tie.weight})")
    one_hand = list_tied(ties)
    for pair in sorted(by_pair, key=lambda p: (p not in one_hand, p)):
        print(f"  {'one hand' if pair in one_hand else 'not enough'}: {' and '.join(pair)}: {', '.join(by_pair[pair])}")
    print(f"{len(one_hand)} pairs of one hand, {len(by_pair) - len(one_hand)} with too little, of {len(several) * (len(several) - 1) // 2}")


def measure_stubs(count: int = 1_000_000) -> None:
    """So many addresses with one body that nobody has told from an article yet: on 500 sites, and each on a site of its own."""
    for sites in (500, count):
        with fresh_world() as wh:
            flood(wh, count, sites, words=60)
            started = time.perf_counter()
            counts = detect_day(wh, DAY)
            origins = wh.db.execute("SELECT count(DISTINCT origin_id) FROM base.origins").fetchone()
            print(
                f"{count} stubs on {sites} sites: {counts}, {origins[0] if origins else 0} origins, {time.perf_counter() - started:.1f} s"
            )


def measure_speed(known: int, new: int = 1_000) -> None:
    """Detection of a day of new articles, three in ten of them copies, against so many known ones: sketches of 64, 30 values each."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.duckdb"
        with connect(path) as db:
            db.execute("SET enable_progress_bar = false")
            create_schema(Warehouse(db))
            for statement in (ROOT / "scripts" / "measure_origins.sql").read_text("utf-8").split(";\n"):
                if statement.strip():
                    wanted = {
                        k: v
                        for k, v in {"known": known, "new": new, "day": DAY, "before": DAY - timedelta(days=1)}.items()
                        if f"${k}" in statement
                    }
                    db.execute(statement, wanted)
        # in a process of its own, so that the peak of memory is the detection's alone
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
            seconds, busy, peak, counts = pool.submit(_detect_large, path).result()
    print(f"{new} new against {known} known: {seconds:.1f} s, {busy:.1f} s of processor time, peak {peak:.0f} MB; {counts}")


def _detect_large(path: Path) -> tuple[float, float, float, dict[str, int]]:
    """Seconds by the wall and of the processors, peak of resident megabytes, and what was counted."""
    with connect(path) as db:
        limit_memory(db)
        db.execute("SET threads = 2")
        db.execute("SET enable_progress_bar = false")
        started, used = time.perf_counter(), time.process_time()
        counts = detect_day(Warehouse(db), DAY)
        seconds, busy = time.perf_counter() - started, time.process_time() - used
    return seconds, busy, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, counts


if __name__ == "__main__":
    main()
