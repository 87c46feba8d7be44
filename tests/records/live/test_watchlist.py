"""Rules that bring works in, and say which."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.errors import BadInputError, SourceDownError
from pipeline.models import Fact
from pipeline.records.live.night import ask_due_sources
from pipeline.records.live.wikidata import Candidate
from pipeline.records.watchlist import (
    NamedShow,
    Rule,
    WatchList,
    by_rule,
    fill_watchlist,
    find_record,
    load_watchlist,
    read_watched,
    resolve_rule,
    rule_fits,
    rule_like,
)
from tests.records.live.conftest import DAY, HASTY, Web, make_book, make_show
from tests.records.live.test_refresh import set_endpoints

SALT = Candidate("Q900", "Salt Road", 2026, "2026-12-01", "limited series", ("Netflix",), ("Spain",), ("crime",), True)


def row(wanted: str, title: str, premiere: str, real: bool = True, platform: str = "Netflix") -> dict[str, dict[str, str]]:
    told = {
        "work": f"http://www.wikidata.org/entity/{wanted}", "workLabel": title, "class": "http://www.wikidata.org/entity/Q1259759",
        "premiere": f"{premiere}T00:00:00Z", "platformLabel": platform, "countryLabel": "Spain", "real": str(real).lower(),
    }  # fmt: skip
    return {k: {"type": "literal", "value": v} for k, v in told.items()}


def test_the_bundled_list_loads() -> None:
    assert all(r.based_on_real_events for r in load_watchlist().rule)


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (Rule(name="x"), True),
        (Rule(name="x", premiere=(-30, 5)), False),
        (Rule(name="x", platforms=("HBO Max", "netflix")), True),
        (Rule(name="x", platforms=("HBO Max",)), False),
        (Rule(name="x", countries=("Mexico",)), False),
        (Rule(name="x", genres=("Crime",)), True),
        (Rule(name="x", formats=("series",)), True),
        (Rule(name="x", formats=("film",)), False),
        (Rule(name="x", based_on_real_events=True), True),
    ],
)
def test_every_condition_must_hold(rule: Rule, fits: bool) -> None:
    assert rule_fits(rule, SALT, DAY) is fits


def test_invented_works_and_works_without_a_premiere_fit_no_true_story_rule() -> None:
    rule = Rule(name="x", based_on_real_events=True)
    assert not rule_fits(rule, Candidate("Q1", "x", 2026, "2026-12-01"), DAY)
    assert not rule_fits(rule, Candidate("Q1", "x", None, None, real_events=True), DAY)


def test_shows_like_this_one() -> None:
    show = make_show(
        Fact("platform", "Netflix", ("gazette",)), Fact("country", "Spain", ("gazette",)), Fact("story_basis", "true story", ("gazette",))
    )
    rule = rule_like(show)
    assert rule == Rule(
        name="like Harbour Lights", platforms=("Netflix",), countries=("Spain",), formats=("limited series",), based_on_real_events=True
    )  # fmt: skip
    resolved = resolve_rule(Rule(name="mine", platforms=("HBO Max",), like=("harbour-lights",)), make_book(show))
    assert (resolved.platforms, resolved.countries) == (("HBO Max", "Netflix"), ("Spain",))
    with pytest.raises(BadInputError, match="rule 'mine': no show 'x' on record"):
        resolve_rule(Rule(name="mine", like=("x",)), make_book(show))


def test_a_rule_says_which_works_it_brought_in(web: Web) -> None:
    web.wikidata.rows = [
        row("Q900", "Salt Road", "2026-12-01"),
        row("Q901", "Far Away", "2029-01-01"),
        row("Q100", "Harbour Lights", "2026-11-01"),
    ]
    rules = WatchList(rule=(Rule(name="Netflix", platforms=("Netflix",)), Rule(name="HBO", platforms=("HBO Max",))))
    watched = fill_watchlist(web.root, rules, make_book(make_show()), DAY, web.open().wikidata)
    assert {r: [(w.candidate.title, w.slug) for w in ws] for r, ws in by_rule(watched.values()).items()} == {
        "Netflix": [("Harbour Lights", "harbour-lights"), ("Salt Road", None)]
    }
    assert len(web.wikidata.log) == 1, "one query for all rules"
    assert read_watched(web.root) == watched


def test_works_named_by_hand_and_earlier_nights_stay(web: Web) -> None:
    rules = WatchList(rule=(Rule(name="all"),), show=(NamedShow(title="Harbour Lights", year=2024),))
    web.wikidata.rows = [row("Q900", "Salt Road", "2026-12-01")]
    fill_watchlist(web.root, rules, make_book(), DAY, web.open().wikidata)
    web.wikidata.rows = []
    web.forget_answers()
    watched = fill_watchlist(web.root, rules, make_book(), DAY + timedelta(days=7), web.open().wikidata)
    assert {(k, w.rules, w.first_seen) for k, w in watched.items()} == {("Q900", ("all",), DAY), ("Q100", ("named by hand",), DAY)}


def test_the_list_stays_when_the_query_service_is_down(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    set_endpoints(web, monkeypatch)
    web.wikidata.rows = [row("Q900", "Salt Road", "2026-12-01")]
    counts = ask_due_sources(web.root, make_book(), DAY, today=DAY, manners=HASTY)
    assert counts["watched"] == {"true stories on the large services": 1, "true stories from the Spanish-speaking countries": 1}
    web.wikidata.down = True
    later = ask_due_sources(web.root, make_book(), DAY + timedelta(days=3), today=DAY, manners=HASTY)
    assert later["sources_down"] == {}, "the rules are asked once a week"
    web.forget_answers()
    later = ask_due_sources(web.root, make_book(), DAY + timedelta(days=7), today=DAY, manners=HASTY)
    assert list(later["sources_down"]) == ["live_wikidata (watch list)"]
    assert later["watched"] == counts["watched"]
    with pytest.raises(SourceDownError):
        fill_watchlist(web.root, load_watchlist(), make_book(), DAY, web.open().wikidata)


def test_a_record_is_found_by_id_then_by_title_and_year() -> None:
    book = make_book(make_show())
    assert find_record(Candidate("Q100", "Renamed"), book) == "harbour-lights"
    assert find_record(Candidate("Q1", "Harbour Lights", 2025), book) == "harbour-lights"
    assert find_record(Candidate("Q1", "Harbour Lights", 1998), book) is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[rule]]\nplatforms = 5", r"rule\.0\.name: field required"),
        ('[[rule]]\nname = "x"\nplatform = ["Netflix"]', r"rule\.0\.platform: extra inputs"),
        ('[[rule]]\nname = "x"\nformats = ["opera"]', r"rule\.0\.formats\.0"),
        ("[[rule", "not TOML"),
    ],
)
def test_a_bad_list_names_file_and_key(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(content)
    with pytest.raises(BadInputError, match=message):
        load_watchlist(path)


def test_like_prints_a_rule_that_loads(web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from pipeline.records import loader

    set_endpoints(web, monkeypatch)
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    show = make_show(Fact("platform", "Netflix", ("gazette",)))
    monkeypatch.setattr(loader, "load_records", lambda: make_book(show))
    soon = date.today() + timedelta(days=10)  # noqa: DTZ011 - the command asks about today
    web.wikidata.rows = [row("Q900", "Salt Road", soon.isoformat())]
    result = CliRunner().invoke(app, ["shows", "like", "harbour-lights"])
    assert result.exit_code == 0, result.output
    assert f"{soon}  Salt Road (Q900)  not on record" in result.output
    mine = tmp_path / "mine.toml"
    mine.write_text(result.output.partition(f"\n{soon}")[0])
    assert load_watchlist(mine).rule == (rule_like(show),)
