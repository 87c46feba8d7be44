"""Which pages are let through to be read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.extraction.prefilter import build_watch, may_concern

TITLES = ["The Harbour Ledger", "El último faro", "Marlowe", "Who's There, Ida?", "The Act"]
WATCH = build_watch(TITLES)
LARGE = build_watch([*TITLES, *(f"Work {n} of Nobody" for n in range(1500)), *(f"Qz{n}" for n in range(1500))])


@pytest.mark.parametrize(
    "source",
    [
        "<p>We saw The Harbour Ledger last night</p>",
        "<p>THE HARBOUR LEDGER returns</p>",
        '<link rel="canonical" href="https://x.example/the-harbour-ledger-ending">',
        "<p>The Harbour\nLedger</p>",
        "<h1>El último faro: quién es quién</h1>",
        "<h1>El &uacute;ltimo faro</h1>",
        "<h1>El &#250;ltimo faro</h1>",
        "<p>Who&rsquo;s There, Ida?</p>",
        "<p>Who’s There, Ida?</p>",
        "<p>the who-s-there-ida page</p>",
        "<p>Is it based on a true story?</p>",
        "<p>Está inspirada en hechos reales</p>",
        "<p>Marlowe is a series on Netflix</p>",
    ],
)
def test_let_through(source: str) -> None:
    assert may_concern(source.encode(), WATCH)
    assert may_concern(source.encode(), LARGE), "among very many titles, too"


@pytest.mark.parametrize(
    "source",
    [
        "<p>The harbour keeps its ledger in a drawer</p>",
        "<p>Marlowe wrote plays in the reign of Elizabeth</p>",
        "<p>a marlowe series on netflix</p>",
        "<p>the act of a film is long</p>",
        "",
    ],
)
def test_dropped(source: str) -> None:
    assert not may_concern(source.encode(), WATCH)
    assert not may_concern(source.encode(), LARGE)


def test_other_charsets() -> None:
    assert may_concern("<h1>El último faro</h1>".encode("cp1252"), WATCH)
    assert may_concern("<h1>El último faro</h1>".encode("cp1252"), LARGE)


def test_titles_are_no_patterns() -> None:
    watch = build_watch(["What (If) Anything? [1+1]", "***", "C"])
    assert may_concern(b"<p>What (If) Anything? [1+1]</p>", watch)
    assert not may_concern(b"<p>Whatever</p>", watch)


def test_a_large_page_costs_little() -> None:
    watch = build_watch(f"The {word} Ledger of {word}s" for word in ("Harbour", "Castle", "River", "Mill") for _ in range(50))
    payload = b"<p>Nothing of note happened on the quay tonight, said the clerk.</p>" * 4000
    started = time.process_time()
    for _ in range(20):
        may_concern(payload, watch)
    assert (time.process_time() - started) / 20 < 0.01


def test_the_cost_does_not_grow_with_the_titles() -> None:
    payload = b"<p>Nothing of note happened on the quay tonight, said the clerk.</p>" * 2000
    watches = [build_watch(f"Work {n:x} of Nobody {n * 7919:x}" for n in range(many)) for many in (2_000, 20_000)]
    spent = []
    for watch in watches:
        started = time.process_time()
        for _ in range(20):
            may_concern(payload, watch)
        spent.append(time.process_time() - started)
    assert spent[1] < 3 * spent[0] + 0.05


@pytest.mark.parametrize("before", [" ", "x", ">", " the series "])
@pytest.mark.parametrize(
    "shape", [str, str.upper, str.lower, lambda t: t.replace(" ", "\n"), lambda t: t.replace(" ", "-"), lambda t: t.replace(" ", "  ")]
)
def test_the_first_look_hides_nothing_that_the_second_would_find(before: str, shape: Callable[[str], str]) -> None:
    titles = ["The Long Quiet Harbour", "Élan & Co: \\ the Night's End", "Salt", "Año cero"]
    watch = build_watch(titles)
    alone = replace(watch, either=None)
    assert watch.either is not None
    for text in (*titles, "a true story", "nothing of the kind"):
        page = f"{before}{shape(text)} on television".encode()
        assert may_concern(page, watch) == may_concern(page, alone), page
