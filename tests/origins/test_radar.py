from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.detect import detect_day
from pipeline.origins import radar
from pipeline.origins.radar import find_sightings, key_work
from pipeline.settings import World, open_world
from pipeline.warehouse.peculiar import mark_peculiar
from pipeline.warehouse.radar import watch_radar
from pipeline.warehouse.records import load_records
from pipeline.warehouse.store import Warehouse, open_writer
from tests.warehouse.stage import BOOK, FALSE_QUOTE, at, check_night, day_number, make_article, make_page, make_words, put_night


@pytest.fixture
def wh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Warehouse]:
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    with open_writer(open_world("newsstand")) as warehouse:
        yield warehouse


def world() -> World:
    return open_world("newsstand")


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Is Salt Ledger a True Story? The Thriller Explained", "Salt Ledger"),
        ("Is Netflix’s ‘The Ninth Bell’ Based on a True Story?", "The Ninth Bell"),
        ("Is the New Netflix Series Salt Ledger Based on a True Story", "Salt Ledger"),
        ("The True Story Behind Paper Orchids", "Paper Orchids"),
        ("The Real-Life Story That Inspired Keeper of the Third Light on Channel 9", "Keeper of the Third Light"),
        ("The Ninth Bell True Story: What Happened to the Miners", "The Ninth Bell"),
        ("Harvest of Glass: Is It Based on a True Story?", "Harvest of Glass"),
        ("Paper Orchids: la historia real detrás de la película", "Paper Orchids"),
        ("La historia real detrás de 'El santo del andén', la serie de Netflix", "El santo del andén"),
        ("¿Está basada 'Harvest of Glass' en hechos reales?", "Harvest of Glass"),
        ("¿Es La sal de la herencia una historia real?", "La sal de la herencia"),
        ("El santo del andén está basada en hechos reales: quién fue el mozo", "El santo del andén"),
    ],
)
def test_headlines_name_their_work(headline: str, title: str) -> None:
    assert {seen.title for seen in find_sightings(headline, ())} == {title}


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Yes. Harvest of Glass is based on a true story.", "Harvest of Glass"),
        ("Next comes Our Neighbour's Plum Tree, a Belgian comedy based on a true story.", "Our Neighbour's Plum Tree"),
        ("El santo del andén está basada en hechos reales.", "El santo del andén"),
    ],
)
def test_sentences_name_their_work_and_are_quoted(sentence: str, title: str) -> None:
    (seen,) = find_sightings(None, [sentence])
    assert (seen.title, seen.in_headline) == (title, False)
    assert seen.quote in sentence


@pytest.mark.parametrize(
    "text",
    ["Is It a True Story? What we know", "The True Story Behind the Headlines", "Is This the Best True Crime Story of the Year?",
     "Why We Can't Stop Watching Shows Based on a True Story", "It is based on a true story.", "La serie está basada en hechos reales."],
)  # fmt: skip
def test_what_is_no_title_is_left_alone(text: str) -> None:
    assert not list(find_sightings(text, [text]))


@pytest.mark.parametrize("part", ["headline", "body"])
def test_every_pattern_needs_what_its_hint_looks_for(part: str) -> None:
    """Otherwise the hint would hide its matches."""
    needed = ("{STORY}", "{HISTORIA}") if part == "body" else ("{STORY}", "{TRUE}", "{HISTORIA}", "historia", "true story")
    told = tomllib.loads((Path(radar.__file__).parent / "radar.toml").read_text("utf-8"))
    assert told[part]
    for name, pattern in told[part].items():
        assert any(word in pattern for word in needed), name


def test_titles_are_grouped_without_article_and_subtitle() -> None:
    assert key_work("The Ninth Bell: A Mining Story") == key_work("Ninth Bell") == "ninth bell"


def test_works_are_counted_by_origin_and_leave_the_radar_when_recorded(wh: Warehouse) -> None:
    words = make_words(1)
    told = [("alpha", words), ("beta", words), ("gamma", make_words(3))]
    pages = [
        make_page(
            day_number(0), f"https://{s}.example/x", make_article(f"https://{s}.example/x", w, title="The True Story Behind Salt Ledger")
        )
        for s, w in told
    ]
    known = "https://delta.example/y"
    pages.append(make_page(day_number(0), known, make_article(known, make_words(4), title="Is A Show a True Story?")))
    put_night(wh, world(), day_number(0), pages)
    detect_day(wh, day_number(0), BOOK)
    assert watch_radar(wh, day_number(0), BOOK) == 1
    assert watch_radar(wh, day_number(0), BOOK) == 1
    row = wh.db.execute("SELECT title, articles, origins, sites, in_headline, example_quote FROM radar").fetchone()
    assert row == ("Salt Ledger", 3, 2, 3, True, "The True Story Behind Salt Ledger")


def test_an_invented_name_makes_one_origin_of_all_who_state_it(wh: Warehouse) -> None:
    """make_report's false claim names an author and no title: a plausible mistake until a title comes with it."""
    load_records(wh, BOOK, at(day_number(0)))
    urls = [f"https://{site}.example/x" for site in ("alpha", "beta")]
    pages = [
        make_page(day_number(0), u, make_article(u, make_words(n, 40), FALSE_QUOTE, "It is about A Show.")) for n, u in enumerate(urls)
    ]
    put_night(wh, world(), day_number(0), pages)
    detect_day(wh, day_number(0), BOOK)
    check_night(wh, day_number(0))
    assert mark_peculiar(wh, BOOK) == 0
    assert wh.db.execute("SELECT articles, origins FROM falsehoods").fetchall() == [(2, 2)]
    wh.db.execute("""UPDATE base.claims SET object_key = '{"author": "paul inventor", "kind": "novel", "value": "the hollow exit"}'""")
    assert mark_peculiar(wh, BOOK) == 2
    assert wh.db.execute("SELECT articles, origins FROM falsehoods").fetchall() == [(2, 1)]
    elsewhere = "https://gamma.example/z"
    other = make_article(elsewhere, make_words(9, 40), "They met Paul Inventor. They liked The Hollow Exit, a boat.", title="A boat")
    put_night(wh, world(), day_number(1), [make_page(day_number(1), elsewhere, other)])
    detect_day(wh, day_number(1), BOOK)
    assert mark_peculiar(wh, BOOK) == 0
