"""Measures how long it takes to look every title up in an article, with more and more titles on record.

    python scripts/measure_titles.py [--titles 50 500 5000 50000] [--articles 200]

Titles and articles are invented; each article names five works. Prints CPU milliseconds an article for the look-up in its text, and a page
for the look at its bytes that decides whether it is read at all, and once how long the finder takes to build.
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import date

from pipeline.claims.text import fold_text
from pipeline.claims.titles import TitleFinder
from pipeline.extraction.prefilter import build_watch, may_concern
from pipeline.models import RecordBook, Show

_SYLLABLES = "ba be bi co da de el fa go ha in ka la le ma mi na no or pa ra re ri sa se ta to un va ve".split()  # noqa: SIM905
_WORDS = 1200  # of an article


def invent_word(chance: random.Random) -> str:
    """Two to four syllables."""
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))


def invent_book(titles: int, chance: random.Random) -> RecordBook:
    """That many works of one title of two to four words each."""
    names: dict[str, str] = {}
    while len(names) < titles:
        words = [invent_word(chance).capitalize() for _ in range(chance.randint(2, 4))]
        names["-".join(words).lower()] = " ".join(words)
    shows = {slug: Show(slug, title, "series", date(2026, 11, 1), (), {}, {}, year=2024) for slug, title in names.items()}
    return RecordBook(shows, "measured")


def write_article(book: RecordBook, chance: random.Random) -> str:
    """A text of plain words that names five works of the first fifty."""
    words = [invent_word(chance) for _ in range(_WORDS)]
    known = [show.title for show in list(book.shows.values())[:50]]
    for title in chance.sample(known, 5):
        words.insert(chance.randrange(len(words)), f"the series {title} ,")
    return " ".join(words)


def main() -> None:
    """One line for each number of titles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--titles", type=int, nargs="+", default=[50, 500, 5000, 50000])
    parser.add_argument("--articles", type=int, default=200)
    options = parser.parse_args()
    for titles in options.titles:
        chance = random.Random(4)
        book = invent_book(titles, chance)
        chance = random.Random(5)
        articles = [write_article(book, chance) for _ in range(options.articles)]
        started = time.process_time()
        finder = TitleFinder(book)
        built = time.process_time()
        folded = [fold_text(text).text for text in articles]
        looked = time.process_time()
        hits = sum(len(finder.find(text)) for text in folded)
        found = time.process_time()
        watch = build_watch(show.title for show in book.shows.values())
        pages = [text.encode() for text in articles]
        sum(may_concern(page, watch) for page in pages[:20])  # re2 compiles as it goes
        warm = time.process_time()
        sum(may_concern(page, watch) for page in pages)
        read = time.process_time()
        per = 1000 / options.articles
        print(
            f"{titles:6} titles: {(found - looked) * per:.3f} ms an article ({hits} hits), {(read - warm) * per:.3f} ms a page; "
            f"built in {built - started:.2f} s"
        )


if __name__ == "__main__":
    main()
