"""Which sites one hand seems to run: what ties them, and what has an innocent explanation and does not."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import pyarrow.parquet as pq
import pytest

from pipeline.detect import detect_day
from pipeline.origins.networks import (
    MOST_HOLDERS,
    Coincidences,
    Holder,
    Tie,
    find_opaque_tail,
    is_personal,
    list_tied,
    tie_authors,
    tie_marks,
    tie_minutes,
    tie_templates,
)
from pipeline.origins.traits import PageTraits
from pipeline.settings import World
from pipeline.warehouse.load import load_day
from pipeline.warehouse.pages import FetchedPage, write_articles
from pipeline.warehouse.store import Warehouse, open_writer
from tests.warehouse.stage import MONDAY, at, day_number, dump, make_article, make_page, make_words, put_night

ADSENSE, CONTAINER = "adsense:1234567890123456", "tag-manager:GTM-AB12CD3"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World("newsstand", tmp_path / "data")


@pytest.fixture
def wh(world: World) -> Iterator[Warehouse]:
    with open_writer(world) as warehouse:
        yield warehouse


def hold(site: str, count: int = 6, total: int = 6) -> Holder:
    return Holder(site, count, total, f"https://{site}.example/a", MONDAY)


def tie(kind: str, weight: str = "weak", value: str = "v") -> Tie:
    return Tie("alpha", "beta", kind, value, weight, "e", MONDAY)  # type: ignore[arg-type]


def shapes(seed: int, count: int = 60) -> frozenset[int]:
    chance = random.Random(seed)
    return frozenset(chance.randrange(1 << 63) for _ in range(count))


@pytest.mark.parametrize(
    ("ties", "tied"),
    [
        ([tie("adsense", "strong")], True),
        ([tie("tag-manager")], False),
        ([tie("tag-manager"), tie("facebook-app"), tie("comscore")], False),  # one agency's kit
        ([tie("template")], False),  # one theme
        ([tie("authors")], False),  # one free-lance
        ([tie("same minute")], False),  # one embargo
        ([tie("template"), tie("tag-manager")], True),
        ([tie("authors"), tie("same minute")], True),
        ([tie("template"), tie("opaque addresses", "aside"), tie("other topics", "aside")], False),
    ],
)
def test_a_strong_tie_or_two_weak_ones_of_different_families(ties: Sequence[Tie], tied: bool) -> None:
    assert bool(list_tied(ties)) is tied


def test_an_account_on_every_page_ties_and_one_that_a_single_page_quotes_does_not() -> None:
    assert [(t.site, t.other_site, t.weight) for t in tie_marks({ADSENSE: [hold("beta"), hold("alpha")]})] == [("alpha", "beta", "strong")]
    assert list(tie_marks({ADSENSE: [hold("alpha"), hold("beta", 1, 6)]})) == []
    assert list(tie_marks({ADSENSE: [hold("alpha"), hold("beta", 2, 6)]})) == []
    assert list(tie_marks({"unknown:1": [hold("alpha"), hold("beta")]})) == []


def test_an_account_that_very_many_carry_is_a_service_s() -> None:
    assert list(tie_marks({ADSENSE: [hold(f"s{n}") for n in range(MOST_HOLDERS + 1)]})) == []


def test_a_template_ties_where_hardly_anybody_else_has_it() -> None:
    theme, rare = shapes(1), shapes(2)
    pages = {f"s{n}": [theme | shapes(10 + n, 30)] * 3 for n in range(8)}
    assert list(tie_templates(pages, dict.fromkeys(pages, ("u", MONDAY)))) == []
    pages |= {"alpha": [theme | rare] * 3, "beta": [theme | rare] * 3}
    ties = tie_templates(pages, dict.fromkeys(pages, ("u", MONDAY)))
    assert [(t.site, t.other_site) for t in ties] == [("alpha", "beta")]


def test_one_page_tells_no_template() -> None:
    pages = {"alpha": [shapes(1)], "beta": [shapes(1)] * 2}
    assert list(tie_templates(pages, dict.fromkeys(pages, ("u", MONDAY)))) == []


@pytest.mark.parametrize(
    ("name", "personal"),
    [("Marnie Oddie", True), ("Alpha Team", False), ("Staff Writer", False), ("Agencia EFE", False), ("Pip", False), ("Beta News", False),
     ("Nuria Pallarés", True), ("The Alpha Desk", False), ("By the people of this paper here", False)],
)  # fmt: skip
def test_a_desk_an_agency_and_a_site_sign_for_nobody(name: str, personal: bool) -> None:
    assert is_personal(name, ["alpha", "beta"]) is personal


def test_who_signs_at_many_sites_is_syndicated_and_one_guest_piece_is_no_author() -> None:
    assert len(list(tie_authors({"Ann Example": [hold("alpha", 3), hold("beta", 2)]}))) == 1
    assert list(tie_authors({"Ann Example": [hold("alpha", 3), hold("beta", 1)]})) == []
    assert list(tie_authors({"Ann Example": [hold(f"s{n}") for n in range(4)]})) == []


def test_minutes_tie_only_against_chance_and_on_several_days() -> None:
    def met(count: int, days: int, expected: float) -> list[Tie]:
        return list(tie_minutes([Coincidences("alpha", "beta", count, days, expected, MONDAY, "u", "v")]))

    assert len(met(4, 3, 0.1)) == 1
    assert met(4, 1, 0.1) == []
    assert met(4, 3, 2.0) == []
    assert met(2, 2, 0.001) == []


def test_opaque_tails_are_of_one_length_and_no_words_or_numbers() -> None:
    opaque = [f"https://a.example/is-it-a-true-story-{t}/" for t in ("vzn", "uua", "prd", "fyx", "jju", "kqo")]
    assert find_opaque_tail(opaque) == (3, "vzn")
    words = [f"https://a.example/is-it-a-true-{t}" for t in ("story", "tale", "film", "account", "book", "crime")]
    assert find_opaque_tail(words) is None
    assert find_opaque_tail([f"https://a.example/is-it-a-true-story-{n}" for n in range(200, 206)]) is None
    assert find_opaque_tail(opaque[:3]) is None


# --- through the warehouse --------------------------------------------------------------------------------------------


def pages_of(site: str, night: int, marks: Sequence[str] = (), skeleton: int = 0, count: int = 3, **more: Any) -> list[FetchedPage]:
    told = []
    for n in range(count):
        url = f"https://{site}.example/{night}-{n}"
        article = make_article(url, make_words(crc32(f"{site} {night} {n}".encode())), **more)
        sketch = tuple(sorted(shapes(skeleton))) if skeleton else ()
        told.append(make_page(day_number(night), url, article, traits=PageTraits(tuple(marks), sketch)))
    return told


def networks(wh: Warehouse) -> list[list[str]]:
    return [row[0] for row in wh.db.execute("SELECT sites FROM site_networks ORDER BY network_id").fetchall()]


def test_a_chain_of_ties_is_one_network_and_an_agency_s_container_none(wh: Warehouse, world: World) -> None:
    other = "analytics:7654321"
    listed = [
        *pages_of("alpha", 0, [ADSENSE]), *pages_of("beta", 0, [ADSENSE, other]), *pages_of("gamma", 0, [other]),
        *pages_of("delta", 0, [CONTAINER]), *pages_of("eps", 0, [CONTAINER]),
    ]  # fmt: skip
    put_night(wh, world, MONDAY, listed)
    detect_day(wh, MONDAY)
    assert networks(wh) == [["alpha", "beta", "gamma"]]
    told = wh.db.execute("SELECT network_id, site_count, kinds, strong_ties, ties FROM site_networks").fetchone()
    assert told is not None
    assert told[:4] == ("alpha", 3, ["adsense", "analytics"], 2)
    assert [(t["site"], t["other_site"], t["url"][:8]) for t in json.loads(told[4])] == [
        ("alpha", "beta", "https://"), ("beta", "gamma", "https://")]  # fmt: skip
    assert wh.db.execute("SELECT site, is_one_hand FROM site_ties WHERE kind = 'tag-manager'").fetchall() == [("delta", False)]
    assert wh.db.execute("FROM network_members_as_of(DATE '2026-11-15')").fetchall() == []


def test_a_rare_template_and_an_author_are_enough_together(wh: Warehouse, world: World) -> None:
    put_night(wh, world, MONDAY, [*pages_of("alpha", 0, skeleton=5, authors=("Ann Example",)), *pages_of("beta", 0, skeleton=5)])
    detect_day(wh, MONDAY)
    assert networks(wh) == []
    put_night(wh, world, day_number(1), pages_of("beta", 1, skeleton=5, authors=("Ann Example",)))
    detect_day(wh, day_number(1))
    assert networks(wh) == [["alpha", "beta"]]
    assert wh.db.execute("SELECT count(*) FROM site_networks_as_of(DATE '2026-11-16')").fetchone() == (0,)


def test_an_agency_s_byline_comes_with_the_copy_and_ties_nobody(wh: Warehouse, world: World) -> None:
    texts = [make_words(900 + n) for n in range(4)]
    for night, site in enumerate(("agency", "paper")):
        listed = []
        for n, words in enumerate(texts):
            url = f"https://{site}.example/{n}"
            article = make_article(url, words, authors=("Ann Example",))
            listed.append(make_page(day_number(night), url, article, traits=PageTraits((), tuple(sorted(shapes(5))))))
        put_night(wh, world, day_number(night), listed)
        detect_day(wh, day_number(night))
    assert [row[0] for row in wh.db.execute("SELECT kind FROM site_ties").fetchall()] == ["template"]
    assert networks(wh) == []


def test_different_articles_out_in_the_same_minute_tie_and_one_embargoed_article_does_not(wh: Warehouse, world: World) -> None:
    for night in range(4):
        day = day_number(night)
        listed = []
        for site, minute in (("alpha", 17), ("beta", 17), ("gamma", 41)):
            published = at(day, 4).replace(minute=minute)
            listed += pages_of(site, night, count=1, published=published, published_has_time=True)
        wire = make_words(700 + night)
        for site in ("agency", "paper"):
            url = f"https://{site}.example/{night}"
            article = make_article(url, wire, published=at(day, 4).replace(minute=30), published_has_time=True)
            listed.append(make_page(day, url, article))
        put_night(wh, world, day, listed)
        detect_day(wh, day)
    assert wh.db.execute("SELECT site, other_site, kind FROM site_ties").fetchall() == [("alpha", "beta", "same minute")]
    assert networks(wh) == []


def test_nights_again_give_the_same_ties(wh: Warehouse, world: World) -> None:
    nights = [[*pages_of("alpha", n, [ADSENSE], 5), *pages_of("beta", n, [ADSENSE], 5)] for n in range(3)]
    for number, listed in enumerate(nights):
        put_night(wh, world, day_number(number), listed)
        detect_day(wh, day_number(number))
    before = dump(wh, "site_ties", "page_traits")
    assert len(before["site_ties"]) == 2
    for number in (1, 0, 2):
        put_night(wh, world, day_number(number), nights[number])
        detect_day(wh, day_number(number))
    assert dump(wh, "site_ties", "page_traits") == before


def test_a_day_that_was_extracted_before_there_were_traits_loads_without_any(wh: Warehouse, world: World) -> None:
    file = world.articles(MONDAY) / "all-1.parquet"
    write_articles(file, pages_of("alpha", 0, [ADSENSE]))
    table = pq.read_table(file)
    pq.write_table(table.drop_columns(["marks", "skeleton"]), file)
    load_day(wh, MONDAY, [{"site": "alpha", "outcome": "ok", "attempt": 1}], world.articles(MONDAY))
    assert wh.db.execute("SELECT (SELECT count(*) FROM base.articles), (SELECT count(*) FROM base.page_traits)").fetchone() == (3, 0)
