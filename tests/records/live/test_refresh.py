"""A round of asking: what is kept, for which day, and what becomes of sources that are down or talk nonsense."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from pipeline.errors import BadInputError
from pipeline.models import Fact
from pipeline.records.live.kept import read_kept
from pipeline.records.live.night import ask_due_sources
from pipeline.records.live.refresh import Round, is_due, refresh_shows
from pipeline.records.merging import load_merged
from tests.records.live.conftest import DAY, HARBOUR, HASTY, Web, invent_shows, make_book, make_show
from tests.records.live.stand import Reply, claim, entity, item, moment, quantity


def ask(web: Web, day: date = DAY, **show: object) -> Round:
    return refresh_shows(web.root, make_book(make_show(**show)), day, web.open())  # type: ignore[arg-type]


def said(web: Web, prop: str, day: date = DAY, source: str | None = None) -> set[str | int]:
    return {s.value for s in read_kept(web.root, "harbour-lights").in_force(day, source) if s.property == prop}


def change(web: Web, **claims: list[dict[str, object]]) -> None:
    """Another revision of the entity, with other statements."""
    revision = web.wikidata.entities["Q100"]["lastrevid"] + 1
    web.wikidata.add({**HARBOUR, "lastrevid": revision, "claims": {**HARBOUR["claims"], **claims}})


def test_every_source_is_asked_once(web: Web) -> None:
    result = ask(web)
    assert (result.asked, result.answered, result.down, result.marked) == (1, 4, {}, [])
    assert result.changes == [], "a first answer is no change"
    assert Counter(web.requests()).most_common(1)[0][1] == 1
    assert result.requests == len(web.requests()) == 8, "entity, source work, names, TVmaze, two pages of two addresses"
    kept = read_kept(web.root, "harbour-lights")
    assert set(kept.sources) == {"live_wikidata", "live_tvmaze", "live_wikipedia_en", "live_wikipedia_es"}
    assert said(web, "episode_count") == {5}
    assert all(s.revision and s.first_seen == DAY for s in kept.said)


def test_a_record_without_confirmed_ids_is_not_asked_about(web: Web) -> None:
    result = ask(web, ids={})
    assert (result.asked, result.unconfirmed, web.requests()) == (0, 1, [])
    assert not list(web.root.glob("records/live/*"))


def test_only_the_confirmed_source_is_asked(web: Web) -> None:
    ask(web, ids={"tvmaze": "77"})
    assert set(read_kept(web.root, "harbour-lights").sources) == {"live_tvmaze"}
    assert web.wikidata.log == []


def test_the_same_day_again_changes_nothing(web: Web) -> None:
    ask(web)
    path = web.root / "records/live/harbour-lights.json"
    before, web_before = path.read_bytes(), len(web.requests())
    result = refresh_shows(web.root, make_book(make_show()), DAY, web.open(), ["harbour-lights"])
    assert result.new_statements == 0
    assert path.read_bytes() == before
    assert len(web.requests()) == web_before


def test_weekly_and_nightly_around_a_premiere(web: Web) -> None:
    ask(web)
    kept = read_kept(web.root, "harbour-lights")
    show = make_show(Fact("premiere_date", "2024-03-04", ("gazette",)))
    soon = make_show(Fact("premiere_date", "2026-12-24", ("gazette",)))
    assert [is_due(show, kept, DAY + timedelta(days=n)) for n in (0, 1, 6, 7)] == [False, False, False, True]
    assert [is_due(soon, kept, DAY + timedelta(days=n)) for n in (0, 1)] == [False, True]


def test_what_a_source_takes_back_is_superseded_not_lost(web: Web) -> None:
    ask(web)
    change(web, P1113=[claim("P1113", quantity(6))[1]])
    later = DAY + timedelta(days=7)
    web.forget_answers()
    changed = ask(web, later)
    assert changed.changes == [
        "harbour-lights: Wikidata no longer says episode_count 5", "harbour-lights: Wikidata now says episode_count 6",
    ]  # fmt: skip
    assert said(web, "episode_count", DAY, "live_wikidata") == {5}, "the day before can be rebuilt"
    assert said(web, "episode_count", later, "live_wikidata") == {6}
    (old,) = [s for s in read_kept(web.root, "harbour-lights").said if s.gone]
    assert (old.value, old.first_seen, old.gone, old.revision) == (5, DAY, later, "7")


def test_nonsense_is_refused_with_its_reason(web: Web) -> None:
    change(
        web,
        P1113=[claim("P1113", quantity(4_000_000))[1]],
        P580=[claim("P580", moment("1724-03-04", 11))[1]],
        P840=[claim("P840", item("Q666"))[1]],
    )
    web.wikidata.add(entity("Q666", {"en": "<script>alert(1)</script>"}))
    result = ask(web)
    assert said(web, "episode_count", source="live_wikidata") == said(web, "setting_place") == set()
    refused = " ".join(read_kept(web.root, "harbour-lights").sources["live_wikidata"].refused)
    assert "episode_count 4000000: cannot be (1 to 60)" in refused
    assert "premiere_date 1724-03-04: is older than film" in refused
    assert "is markup, no name" in refused
    assert result.refused == 4, "and the unknown producer"
    assert result.down == {}


def test_a_film_has_no_episodes(web: Web) -> None:
    ask(web, format="film")
    assert said(web, "episode_count") == said(web, "season_count") == set()


def test_a_source_that_is_down_keeps_its_old_facts_and_the_round_goes_on(web: Web) -> None:
    ask(web)
    web.tvmaze.down = True
    web.forget_answers()
    later = DAY + timedelta(days=7)
    result = ask(web, later)
    assert list(result.down) == ["live_tvmaze"]
    assert result.answered == 3
    assert said(web, "platform", later, "live_tvmaze") == {"Netflix"}
    asked = read_kept(web.root, "harbour-lights").sources["live_tvmaze"]
    assert (asked.state, asked.asked, asked.answered) == ("down", later, DAY)
    assert is_due(make_show(), read_kept(web.root, "harbour-lights"), later + timedelta(days=1)), "it is asked again the next night"


def test_an_answer_that_lost_almost_everything_is_refused_whole(web: Web) -> None:
    ask(web)
    web.wikidata.add({**HARBOUR, "lastrevid": 8, "claims": {"P31": HARBOUR["claims"]["P31"], "P57": HARBOUR["claims"]["P57"][:1]}})
    web.forget_answers()
    later = DAY + timedelta(days=7)
    result = ask(web, later)
    assert said(web, "creator", later, "live_wikidata") == {"Iris Halloran"}
    assert read_kept(web.root, "harbour-lights").sources["live_wikidata"].state == "refused"
    assert any("it says 1 things where it said" in m for m in result.marked)


@pytest.mark.parametrize(("labels", "year"), [({"en": "Something Else"}, "2024"), ({"en": "Harbour Lights"}, "1998")])
def test_an_id_that_now_means_another_work_is_marked(web: Web, labels: dict[str, str], year: str) -> None:
    web.wikidata.add(entity("Q100", labels, claim("P57", item("Q303")), claim("P577", moment(f"{year}-00-00", 9))))
    result = ask(web, ids={"wikidata": "Q100"})
    assert result.answered == 0
    kept = read_kept(web.root, "harbour-lights")
    assert (kept.said, kept.sources["live_wikidata"].state) == ([], "other work")


@pytest.mark.parametrize("body", [b"", b"<html>Sorry</html>", b"[]", b'{"entities": 5}', b"\xff\xfe\x00"])
def test_an_answer_in_another_form_is_a_source_that_is_down(web: Web, body: bytes) -> None:
    web.wikidata.script = [Reply(200, body)] * 9
    result = ask(web)
    assert "live_wikidata" in result.down
    assert said(web, "platform") == {"Netflix"}, "of TVmaze"


def test_a_work_that_is_gone_is_marked(web: Web) -> None:
    web.tvmaze.shows.clear()
    assert any("it has no such work any more" in m for m in ask(web).marked)


def test_an_unknown_slug_is_bad_input(web: Web) -> None:
    with pytest.raises(BadInputError, match="no show 'x' on record"):
        refresh_shows(web.root, make_book(make_show()), DAY, web.open(), ["x"])


def test_a_damaged_kept_file_is_named_and_the_curated_record_judges_alone(web: Web) -> None:
    path = web.root / "records/live/harbour-lights.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"slug": 5}')
    result = ask(web)
    assert "harbour-lights.json is no file of kept statements" in result.marked[0]
    assert path.read_text() == '{"slug": 5}', "what is in it is an operator's to judge"
    book = make_book(make_show())
    assert load_merged(book, web.root, DAY) == book


def test_a_hundred_shows_cost_a_bounded_number_of_requests(web: Web) -> None:
    """Each entity once, names in portions of 50, what is wanted whole in portions of 25, whatever the shows share."""
    book = invent_shows(web, 100)
    result = refresh_shows(web.root, book, DAY, web.open())
    assert (result.asked, result.answered, result.down) == (100, 300, {})
    assert max(Counter(web.requests()).values()) == 1
    asked = [i for p in web.wikidata.log if "wbgetentities" in p for i in parse_qs(urlsplit(p).query)["ids"][0].split("|")]
    assert max(Counter(asked).values()) == 1, "no entity in two requests"
    people, roles, subjects = 3 * 99 + 10, 100, 100
    assert len(asked) == people + roles + subjects + 2, "and the one source work, and its author"
    batches = -(-(people + 1) // 50) + -(-(roles + subjects + 1) // 25)
    assert result.requests == 100 + batches + 100 + 200
    web.forget()
    web.forget_answers()
    again = refresh_shows(web.root, book, DAY + timedelta(days=7), web.open())
    assert (again.answered, again.new_statements) == (300, 0)
    assert again.requests == 100 + 100 + 200, "names stand for a month"


# --- the night ---


def set_endpoints(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    told = web.endpoints
    for name, value in {
        "WIKIDATA": told.wikidata, "SPARQL": told.sparql, "TVMAZE": told.tvmaze, "WIKIPEDIA": told.wikipedia, "CONTACT": "ops@example.org",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"REELCHECK_{name}", value)


def test_the_night_says_what_it_asked(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    set_endpoints(web, monkeypatch)
    book = make_book(make_show(Fact("episode_count", 8, ("blog",))))
    counts = ask_due_sources(web.root, book, DAY, today=DAY, manners=HASTY)
    assert (counts["asked"], counts["answered"], counts["sources_down"]) == (1, 4, {})
    assert counts["disputed"] == 1, "eight episodes against five: one line, the others agree among themselves"
    assert json.loads(json.dumps(counts)) == counts, "small enough for an XCom"


def test_a_past_day_is_not_asked_about(web: Web) -> None:
    counts = ask_due_sources(web.root, make_book(make_show()), DAY, today=DAY + timedelta(days=1))
    assert counts["skipped"]
    assert web.requests() == []


def test_offline_every_source_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WIKIDATA", "SPARQL", "TVMAZE", "WIKIPEDIA"):
        monkeypatch.setenv(f"REELCHECK_{name}", "http://127.0.0.1:9")
    counts = ask_due_sources(tmp_path, make_book(make_show()), DAY, today=DAY, manners=HASTY)
    assert set(counts["sources_down"]) == {"live_wikidata", "live_tvmaze", "live_wikidata (watch list)"}
    assert all("cannot be reached" in why for why in counts["sources_down"].values())
