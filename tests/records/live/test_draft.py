"""``shows add``: a draft that an editor can confirm line by line, never over another file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.errors import BadInputError
from pipeline.records.live.draft import draft_record, look_up, make_slug, write_draft
from pipeline.records.loader import build_show, parse_record
from tests.records.live.conftest import DAY, HARBOUR, Web, make_book, make_show
from tests.records.live.stand import claim, entity, item, maze_show, moment, quantity, text
from tests.records.live.test_refresh import set_endpoints

EMPTY = make_book()


def draft(web: Web, title: str = "Harbour Lights", year: int | None = 2024) -> str:
    return draft_record(look_up(title, year, DAY, web.open()), DAY)


def test_a_draft_is_a_record_but_for_the_editors_word(web: Web) -> None:
    content = draft(web)
    table, problems = parse_record("harbour-lights", content.encode(), Path("harbour-lights.toml"))
    assert problems == []
    show = build_show("harbour-lights", table)
    assert (show.title, show.original_title, show.year, show.format) == ("Harbour Lights", "Las luces del puerto", 2024, "limited series")
    assert show.ids == {}, "unconfirmed"
    assert show.facts_of("story_basis") == ()
    (work,) = show.facts_of("based_on")
    assert (work.value, work.author, work.kind, work.year) == ("The Lights of the Harbour", "Inés Valbuena", "memoir", 2018)
    assert {s for f in show.facts for s in f.sources} <= set(show.sources) == {"wikidata", "tvmaze", "wikipedia_en", "wikipedia_es"}
    (count,) = show.facts_of("episode_count")
    assert set(count.sources) == {"wikidata", "tvmaze", "wikipedia_en", "wikipedia_es"}
    assert "港の灯" in show.also_known_as


def test_ids_are_confirmed_by_taking_the_marks_away(web: Web) -> None:
    content = draft(web)
    for line in ("# [ids]", '# wikidata = "Q100"', '# tvmaze = "77"', '# imdb = "tt0000001"'):
        assert line in content.splitlines()
        content = content.replace(line, line.removeprefix("# "))
    assert tomllib.loads(content)["ids"] == {"wikidata": "Q100", "tvmaze": "77", "imdb": "tt0000001"}


def test_what_an_editor_should_see_stands_in_comments(web: Web) -> None:
    web.wikidata.add(
        entity("Q110", {"en": "Harbour Lights Rising"}, claim("P31", item("Q11424")), claim("P577", moment("2024-00-00", 9))),
        {**HARBOUR, "claims": {**HARBOUR["claims"], "P1113": [claim("P1113", quantity(4_000_000))[1]]}},
    )
    content = draft(web)
    assert "# not taken: Q110: Harbour Lights Rising (2024, film)" in content
    assert "# refused, Wikidata: episode_count 4000000: cannot be (1 to 60)" in content
    assert "# Wikidata: main subject: shipwreck" in content


def test_what_is_real_behind_it_is_drafted_and_the_truth_left_to_the_editor(web: Web) -> None:
    sinking = entity("Q601", {"en": "sinking of the Estrella"}, claim("P31", item("Q906512")), claim("P585", moment("1971-01-09", 11)))
    web.wikidata.add(sinking, {**HARBOUR, "claims": {**HARBOUR["claims"], "P674": [claim("P674", item("Q401"))[1]]}})
    content = draft(web)
    lines = content.splitlines()
    table = tomllib.loads(content)
    (event,) = (f for f in table["fact"] if f["property"] == "real_event")
    assert (event["value"], event["when"], event["sources"]) == ("sinking of the Estrella", "1971-01-09", ["wikidata"])
    assert "# Wikidata: its subject is sinking of the Estrella, of 1971-01-09" in lines
    assert "# Wikidata: character Mara Velasco" in lines
    at = lines.index('# property = "story_basis"')
    proposed = tomllib.loads("\n".join(line.removeprefix("# ") for line in lines[at - 1 : at + 3]))
    assert proposed == {"fact": [{"property": "story_basis", "value": "inspired by real events", "sources": ["wikidata"]}]}


def test_nothing_from_a_source_escapes_its_place(web: Web) -> None:
    """Line breaks, quotes and brackets of a source stay text."""
    web.wikidata.add(
        {**HARBOUR, "claims": {**HARBOUR["claims"], "P1476": []}}, entity("Q601", {"en": 'x\n[ids]\nwikidata = "Q1"'}),
        entity("Q303", {"en": 'Greta "The\\Fox" Lindqvist'}),
    )  # fmt: skip
    table = tomllib.loads(draft(web))
    assert "ids" not in table
    assert 'Greta "The\\Fox" Lindqvist' in [f["value"] for f in table["fact"]]


def test_a_source_that_is_down_is_named_in_the_draft(web: Web) -> None:
    web.tvmaze.down = True
    content = draft(web)
    assert "# TVmaze did not answer: 127.0.0.1 answered 503, 3 attempts" in content
    assert "Iris Halloran" in content


def test_tvmaze_alone_will_do(web: Web) -> None:
    web.wikidata.entities.clear()
    web.tvmaze.add(maze_show(90, "Salt Road", premiered="2025-01-01"))
    table = tomllib.loads(draft(web, "Salt Road", None))
    assert (table["title"], table["year"], set(table["sources"])) == ("Salt Road", 2025, {"tvmaze"})


def test_a_show_of_the_same_title_with_another_imdb_id_is_not_taken(web: Web) -> None:
    others = {"tvrage": None, "thetvdb": None, "imdb": "tt0000009"}
    web.tvmaze.shows = {"12": maze_show(12, "Harbour Lights", externals=others)}
    assert "tvmaze" not in tomllib.loads(draft(web))["sources"]


def test_unknown_to_all_is_bad_input(web: Web) -> None:
    with pytest.raises(BadInputError, match="no live source knows 'Nowhere Land' of 2024"):
        look_up("Nowhere Land", 2024, DAY, web.open())


def test_a_draft_never_overwrites(web: Web, tmp_path: Path) -> None:
    found = look_up("Harbour Lights", 2024, DAY, web.open())
    path = write_draft(found, EMPTY, tmp_path, DAY)
    path.write_text("an editor's work")
    with pytest.raises(BadInputError, match="never overwrites"):
        write_draft(found, EMPTY, tmp_path, DAY)
    assert path.read_text() == "an editor's work"


def test_slugs_keep_works_of_one_title_apart(web: Web) -> None:
    found = look_up("Harbour Lights", 2024, DAY, web.open())
    assert make_slug(found, EMPTY) == "harbour-lights"
    assert make_slug(found, make_book(make_show(year=1998))) == "harbour-lights-2024"
    with pytest.raises(BadInputError, match="is on record as harbour-lights"):
        make_slug(found, make_book(make_show()))


# --- the command line ---


def test_add_prints_where_the_draft_is(web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_endpoints(web, monkeypatch)
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path / "data"))
    result = CliRunner().invoke(app, ["shows", "add", "Harbour Lights", "--year", "2024"])
    assert result.exit_code == 0, result.output
    path = tmp_path / "data/live/records/drafts/harbour-lights.toml"
    assert path.is_file()
    assert str(path) in result.output.replace("\n", "")
    again = CliRunner().invoke(app, ["shows", "add", "Harbour Lights", "--year", "2024"])
    assert isinstance(again.exception, BadInputError)


def test_refresh_says_that_nothing_is_confirmed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from pipeline.records import loader

    monkeypatch.setattr(loader, "load_records", lambda: make_book(make_show(ids={})))
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    result = CliRunner().invoke(app, ["shows", "refresh"])
    assert result.exit_code == 0, result.output
    assert "1 without confirmed ids" in result.output


def test_refresh_lists_what_is_disputed(web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from pipeline.models import Fact
    from pipeline.records import loader

    set_endpoints(web, monkeypatch)
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    monkeypatch.setattr(
        loader, "load_records", lambda: make_book(make_show(Fact("platform", "HBO Max", ("gazette",)), complete={"platform": ("gazette",)}))
    )
    result = CliRunner().invoke(app, ["shows", "refresh", "--show", "harbour-lights"])
    assert result.exit_code == 0, result.output
    assert "1 shows asked about, 4 answers" in result.output
    assert "disputed: harbour-lights: platform Netflix" in result.output


def test_a_film_is_not_matched_with_a_series_of_that_title(web: Web) -> None:
    film = [claim("P31", item("Q11424")), claim("P577", moment("2024-01-01", 11)), claim("P345", text("tt0000005"))]
    web.wikidata.entities["Q100"] = entity("Q100", {"en": "Harbour Lights"}, *film)
    assert set(tomllib.loads(draft(web))["sources"]) == {"wikidata"}
