"""Measures what a first and a weekly refresh cost, against servers on loopback that speak the live sources' formats.

    python scripts/measure_refresh.py [--shows 100]

Prints requests and entities asked for by source, seconds of CPU, and how long the pace of the real sources (0.6 s a host) makes it take.
Run it from the project's root: the servers are those of the tests.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline.models import RecordBook
from pipeline.records.live.polite_client import Manners
from pipeline.records.live.refresh import refresh_shows
from tests.records.live.conftest import BOOK, DAY, NAMES, Web, invent_shows
from tests.records.live.stand import TvmazeStand, WikidataStand, WikipediaStand


def measure_round(web: Web, book: RecordBook, days: int) -> None:
    """One round on a day, as one line."""
    web.forget()
    started = time.process_time()
    result = refresh_shows(web.root, book, DAY + timedelta(days=days), web.open())
    seconds = time.process_time() - started
    batches = [p for p in web.wikidata.log if "wbgetentities" in p]
    ids = Counter(i for p in batches for i in parse_qs(urlsplit(p).query)["ids"][0].split("|"))
    most = max([0, *Counter(web.requests()).values(), *ids.values()])
    print(
        f"day {days}: {result.asked} shows, {result.answered} answers, {result.new_statements} new statements; {result.requests} requests "
        f"(Wikidata {len(web.wikidata.log)}, of them {len(batches)} for {len(ids)} names and subjects; TVmaze {len(web.tvmaze.log)}; "
        f"Wikipedia {len(web.wikipedia.log)}), each address and entity at most {most} times; {seconds:.1f} s of CPU; "
        f"{result.requests * Manners().pace / 60:.1f} min at the pace of the real sources"
    )


def main() -> None:
    """A first round, the same day again, and a week later."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shows", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        web = Web(WikidataStand(), TvmazeStand(), WikipediaStand(), Path(root))
        web.wikidata.named(NAMES)
        web.wikidata.add(BOOK)
        book = invent_shows(web, options.shows)
        measure_round(web, book, 0)
        measure_round(web, book, 0)
        web.forget_answers()
        measure_round(web, book, 7)
        for live in web.opened:
            live.client.close()
        for stand in (web.wikidata, web.tvmaze, web.wikipedia):
            stand.stop()


if __name__ == "__main__":
    main()
