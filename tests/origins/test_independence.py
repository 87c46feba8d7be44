"""What an article says is not confirmed by itself, its copies, its own network, or pages that may have it from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.detect import detect_day
from pipeline.models import Claim, Fact, Judgement, RecordBook, Show, Source
from pipeline.origins.independence import Kin, bar_alone, bare_address, domain_of, read_day
from pipeline.origins.traits import PageTraits
from pipeline.settings import World
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.judge import judge
from pipeline.warehouse.independence import Kinship
from pipeline.warehouse.load import load_sites
from pipeline.warehouse.store import Warehouse, open_writer
from tests.warehouse.stage import MONDAY, at, day_number, make_article, make_page, make_words, put_night

READ = date(2026, 11, 1)
PAPER = Source("paper", "The Paper", 2, READ, "https://paper.example/2026/11/10/a-show")
OTHER = Source("other", "The Other", 2, READ, "https://www.other.example/a-show")
MAKER = Source("maker", "The Maker", 1, READ, "https://maker.example/press/a-show")


def show_with(*sources: Source) -> Show:
    """Directed by Ann Writer, and by nobody else."""
    keys = tuple(s.key for s in sources)
    fact = Fact("director", "Ann Writer", keys)
    return Show("a-show", "A Show", "limited series", READ, (fact,), {s.key: s for s in sources}, {"director": keys}, year=2026)


def say(name: str) -> Claim:
    quote = f"directed by {name}"
    return Claim("a-show", "director", {"value": name}, "affirmed", "asserted", quote, 1, 0, len(quote), "title", 1.0, plain=quote)


def judge_under(kin: Kin | None, show: Show, name: str = "Ann Writer") -> Judgement:
    return judge(say(name), show, JudgeContext(published=MONDAY, shows={show.slug: show}, bar=kin.find_bond if kin else None))


def kin(**more: object) -> Kin:
    return replace(Kin("film.example/a", domains=frozenset({"film.example"}), appeared=date(2026, 11, 15)), **more)  # type: ignore[arg-type]


def test_nobody_bars_a_stranger() -> None:
    assert judge_under(kin(), show_with(PAPER)).verdict == "supported"
    assert judge_under(None, show_with(PAPER)).verdict == "supported"


@pytest.mark.parametrize(
    ("bound", "bond"),
    [
        (kin(address="paper.example/2026/11/10/a-show"), "itself"),
        (kin(copies=frozenset({"paper.example/2026/11/10/a-show"})), "origin"),
        (kin(domains=frozenset({"film.example", "paper.example"})), "network"),
        (kin(appeared=date(2026, 11, 9)), "later"),
        (kin(dates={"paper.example/2026/11/10/a-show": date(2026, 11, 16)}), "later"),
        (kin(appeared=date(2026, 11, 10)), None),
        (kin(appeared=None), None),
    ],
)
def test_what_rests_on_the_article_s_own_kin_alone_is_not_supported(bound: Kin, bond: str | None) -> None:
    assert bound.find_bond(PAPER) == bond
    alone, beside = judge_under(bound, show_with(PAPER)), judge_under(bound, show_with(PAPER, OTHER))
    assert beside.verdict == "supported"
    if bond is None:
        assert alone.verdict == "supported"
        return
    assert (alone.verdict, alone.gates_failed, alone.evidence) == ("unverifiable", ("no_independent_source",), ())
    assert "no independent source" in alone.explanation
    assert [e.publisher for e in beside.evidence] == ["The Other"]


def test_a_primary_source_may_come_later_but_does_not_speak_for_its_own_site() -> None:
    later = kin(appeared=date(2020, 1, 1), dates={"maker.example/press/a-show": READ})
    assert judge_under(later, show_with(MAKER)).verdict == "supported"
    assert judge_under(later, show_with(replace(MAKER, tier=2))).verdict == "unverifiable"
    assert judge_under(kin(domains=frozenset({"maker.example"})), show_with(MAKER)).verdict == "unverifiable"
    assert judge_under(kin(address="maker.example/press/a-show"), show_with(MAKER)).verdict == "unverifiable"


def test_a_page_that_came_later_contradicts_all_the_same_and_one_s_own_page_does_not() -> None:
    show = show_with(PAPER, OTHER)
    free = judge_under(None, show, "Zed Stranger").verdict
    assert free == judge_under(kin(appeared=date(2026, 11, 9)), show, "Zed Stranger").verdict
    alone = judge_under(kin(address="paper.example/2026/11/10/a-show"), show, "Zed Stranger")
    assert alone.verdict != "contradicted"
    assert "evidence" in alone.gates_failed


def test_a_barred_source_takes_no_fact_from_the_record() -> None:
    """Else a list that is complete with it would contradict who repeats it."""
    second = replace(PAPER, key="second", url="https://paper.example/other")
    facts = (Fact("director", "Ann Writer", ("paper",)), Fact("director", "Bea Second", ("second",)))
    show = replace(show_with(PAPER, OTHER, MAKER), facts=facts, sources={s.key: s for s in (PAPER, second, OTHER, MAKER)})
    verdict = judge_under(kin(domains=frozenset({"paper.example"})), show, "Bea Second")
    assert verdict.verdict == "unverifiable"


@pytest.mark.parametrize(
    ("url", "day"),
    [("https://p.example/2025/10/16/x", date(2025, 10, 16)), ("https://p.example/tv/2025-10-16-x", date(2025, 10, 16)),
     ("https://p.example/2025/10/x", None), ("https://p.example/2025/13/40/x", None), ("https://p.example/2025/02/31/x", None), ("", None)],
)  # fmt: skip
def test_days_in_addresses(url: str, day: date | None) -> None:
    assert read_day(url) == day


def test_addresses_and_domains() -> None:
    assert bare_address("https://www.p.example/a/?x=1#y") == "p.example/a?x=1"
    assert bare_address("mailto:a@b") == ""
    assert bare_address("https://[bad/x") == ""
    assert domain_of("https://www.news.paper.co.uk/x") == "paper.co.uk"


def test_without_a_warehouse_a_page_still_does_not_confirm_itself_or_its_site() -> None:
    def bond(url: str | None, published: date | None = None) -> str | None:
        moment = None if published is None else at(published)
        return bar_alone(replace(make_article("u", ["w"], published=moment), url=url))(PAPER)

    assert bond(PAPER.url) == "itself"
    assert bond("https://news.paper.example/x") == "network"
    assert bond("https://film.example/x", date(2026, 11, 9)) == "later"
    assert bond("https://film.example/x") is None
    assert bond(None) is None


# --- by what the warehouse knows --------------------------------------------------------------------------------------


@pytest.fixture
def wh(tmp_path: Path) -> Iterator[Warehouse]:
    with open_writer(World("newsstand", tmp_path / "data")) as warehouse:
        yield warehouse


def test_copies_networks_and_days_come_from_the_warehouse(wh: Warehouse, tmp_path: Path) -> None:
    world = World("newsstand", tmp_path / "data")
    names = ("paper", "copyist", "sister", "stranger")
    load_sites(wh, [{"site": n, "name": n, "home": f"https://{n}.example/"} for n in names])
    words = make_words(1)
    traits = {"paper": "adsense:1234567890123456", "sister": "adsense:1234567890123456"}
    source = replace(PAPER, url="https://paper.example/0/a-show")
    for night, (name, text) in enumerate((("paper", words), ("copyist", words), ("sister", make_words(2)), ("stranger", make_words(3)))):
        listed = []
        for n in range(3):
            url = f"https://{name}.example/{n}/a-show"
            body = text if n == 0 else make_words(100 * night + n + 10)
            marks = PageTraits((traits[name],)) if name in traits else None
            listed.append(make_page(day_number(night), url, make_article(url, body), traits=marks))
        put_night(wh, world, day_number(night), listed)
        detect_day(wh, day_number(night))
    show = show_with(source)
    kinship = Kinship(wh, RecordBook({show.slug: show}, "b"))
    ids = {url: article for article, url in wh.db.execute("SELECT article_id, url FROM base.articles").fetchall()}

    def bond(name: str, number: int = 0, published: date | None = None) -> str | None:
        url = f"https://{name}.example/{number}/a-show"
        moment = None if published is None else make_page(published, url).fetched_at
        return kinship.bar_for(ids[url], make_article(url, words, published=moment))(source)

    assert bond("paper") == "itself"
    assert bond("copyist") == "origin"
    assert bond("copyist", 1) is None
    assert bond("paper", 1) == "network"
    assert bond("sister") == "network"
    assert bond("stranger") is None
    assert bond("stranger", published=date(2026, 11, 1)) == "later"
