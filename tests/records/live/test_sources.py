"""What each source's own format becomes: entities, shows, pages and bulk files."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.errors import SourceDownError
from pipeline.records.live.facts import Answer, SourcedFact
from pipeline.records.live.imdb import FILES, Imdb
from pipeline.records.live.infobox import read_infobox
from pipeline.records.live.wikidata_entities import pick_entity, read_statements, read_time
from tests.records.live.conftest import BOOK, Web
from tests.records.live.stand import Reply, box, claim, entity, item, maze_show, moment, quantity

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def values(answer: Answer | None, prop: str) -> list[str | int]:
    assert answer is not None
    return [f.value for f in answer.facts if f.property == prop]


def only(answer: Answer | None, prop: str) -> SourcedFact:
    assert answer is not None
    (fact,) = [f for f in answer.facts if f.property == prop]
    return fact


def test_an_entity_becomes_statements(web: Web) -> None:
    answer = web.open().wikidata.read_work("Q100")
    assert answer is not None
    assert values(answer, "creator") == ["Iris Halloran"]
    assert values(answer, "director") == ["Greta Lindqvist"], "a deprecated statement is none"
    assert values(answer, "episode_count") == [5], "the preferred one of two"
    assert values(answer, "setting_time") == ["1970s"]
    assert values(answer, "premiere_date") == ["2024-03-04"]
    assert [(f.value, f.qualifiers.get("character")) for f in answer.facts if f.property == "cast_member"] == [
        ("Ada Brook", "Mara Velasco"), ("Paulo Reyes", "Tomás Velasco"),
    ]  # fmt: skip
    assert any("producer: 1 unknown value" in r for r in answer.refused), "an unknown value is no value"
    assert (answer.revision, answer.format, answer.years) == ("7", "limited series", (2024,))
    assert answer.ids == {"wikidata": "Q100", "imdb": "tt0000001", "tvmaze": "77"}
    assert {"Hafenlichter", "港の灯", "Harbor Lights"} <= set(answer.titles)
    assert "HL" not in answer.titles, "a single word of the aliases is no title to look for"
    assert answer.pages == {"en": "Harbour Lights (miniseries)", "es": "Las luces del puerto", "commons": "Harbour"}
    assert answer.original_title == "Las luces del puerto"
    assert "main subject: shipwreck" in answer.hints


def test_a_source_work_brings_its_author_kind_and_year(web: Web) -> None:
    fact = only(web.open().wikidata.read_work("Q100"), "based_on")
    assert (fact.value, dict(fact.qualifiers)) == ("The Lights of the Harbour", {"author": "Inés Valbuena", "kind": "memoir", "year": 2018})
    assert "Las luces del puerto" in fact.also


def test_a_source_work_of_unknown_kind_is_a_hint(web: Web) -> None:
    web.wikidata.add({**BOOK, "claims": {}})
    answer = web.open().wikidata.read_work("Q100")
    assert dict(only(answer, "based_on").qualifiers) == {}
    assert answer and any("of a kind that records have no word for" in h for h in answer.hints)


def test_an_entity_that_was_merged_is_followed(web: Web) -> None:
    web.wikidata.redirects |= {"Q99": "Q100", "Q305": "Q306"}
    answer = web.open().wikidata.read_work("Q99")
    assert answer is not None
    assert answer.ids["wikidata"] == "Q100"
    assert [f.value for f in answer.facts if f.property == "cast_member"] == ["Paulo Reyes", "Paulo Reyes"]


def test_an_entity_that_is_gone_is_none(web: Web) -> None:
    assert web.open().wikidata.read_work("Q999") is None


def test_names_without_a_label_are_refused_and_mul_labels_read(web: Web) -> None:
    web.wikidata.add(entity("Q303", {}), entity("Q302", {"mul": "Noel Ferreira"}))
    answer = web.open().wikidata.read_work("Q100")
    assert values(answer, "director") == []
    assert values(answer, "writer") == ["Noel Ferreira"]
    assert answer and "director Q303: has no name in any language" in answer.refused


@pytest.mark.parametrize(
    ("stamp", "precision", "calendar", "wanted"),
    [
        ("2024-03-04", 11, "Q1985727", "2024-03-04"),
        ("2024-03-00", 10, "Q1985727", "2024-03"),
        ("2024-00-00", 9, "Q1985727", "2024"),
        ("2020-00-00", 8, "Q1985727", None),
        ("2024-02-31", 11, "Q1985727", None),
        ("1724-03-04", 11, "Q1985786", None),
    ],
)
def test_a_time_is_as_exact_as_its_precision(stamp: str, precision: int, calendar: str, wanted: str | None) -> None:
    assert read_time(moment(stamp, precision, calendar)["value"]) == wanted


def test_no_value_is_told_from_unknown_and_parts_are_left_out(web: Web) -> None:
    made = entity(
        "Q5", {"en": "x"}, claim("P144", "novalue"), claim("P57", "somevalue"), claim("P1113", quantity(3), P518=item("Q6")),
        claim("P1113", quantity("2.5")),
    )  # fmt: skip
    assert read_statements(made, "P144").none
    assert read_statements(made, "P57").unknown == 1
    assert read_statements(made, "P1113").unreadable == 1
    web.wikidata.add({**made, "claims": {**made["claims"], "P31": [claim("P31", item("Q11424"))[1]]}})
    answer = web.open().wikidata.read_work("Q5")
    assert values(answer, "episode_count") == [], "a statement about a part says nothing of the whole"
    assert answer and "based on nothing, says Wikidata (P144 has no value)" in answer.hints


@pytest.mark.parametrize("answer", [[], {"entities": []}, {"entities": {"Q1": {"labels": {}}}}, None, "text"])
def test_another_form_is_a_source_that_is_down(answer: object) -> None:
    with pytest.raises(SourceDownError, match="form that is not known"):
        pick_entity(answer, "Q1")


def test_release_dates_keep_their_places(web: Web) -> None:
    dates = claim("P577", moment("2024-05-01", 11), P291=item("Q502")), claim("P577", moment("2024-00-00", 9))
    web.wikidata.add(entity("Q7", {"en": "Film"}, claim("P31", item("Q11424")), *dates))
    answer = web.open().wikidata.read_work("Q7")
    assert answer is not None
    assert [(f.value, f.qualifiers.get("region")) for f in answer.facts] == [("2024-05-01", "Spain"), ("2024", None)]


def test_search_filters_by_type_and_year(web: Web) -> None:
    web.wikidata.add(
        entity("Q110", {"en": "Harbour Lights"}, claim("P31", item("Q11424")), claim("P577", moment("1998-00-00", 9))),
        entity("Q111", {"en": "Harbour Lights"}, claim("P31", item("Q5"))),
    )
    found = web.open().wikidata.search("Harbour Lights", 2024)
    assert [c.wikidata for c in found] == ["Q100"]
    assert [c.wikidata for c in web.open().wikidata.search("Harbour Lights")] == ["Q100", "Q110"]


# --- TVmaze ---


def test_a_show_of_tvmaze_becomes_statements(web: Web) -> None:
    answer = web.open().tvmaze.read_work("77")
    assert answer is not None
    assert values(answer, "platform") == ["Netflix"]
    assert values(answer, "creator") == ["Iris Halloran"]
    assert only(answer, "cast_member").qualifiers == {"character": "Mara Velasco"}
    assert (values(answer, "episode_count"), values(answer, "season_count")) == ([5], [1])
    assert answer.exhaustive == ("episode_count", "season_count")
    assert answer.titles == ("Harbour Lights", "Las luces del puerto")


def test_a_running_show_has_no_totals(web: Web) -> None:
    web.tvmaze.add(maze_show(78, "Running", status="Running", seasons=[8, 3]))
    answer = web.open().tvmaze.read_work("78")
    assert answer is not None
    assert [(f.value, f.qualifiers) for f in answer.facts if f.property == "episode_count"] == [(8, {"season": 1})]
    assert answer.exhaustive == ()


def test_tvmaze_in_another_form_names_the_place(web: Web) -> None:
    web.tvmaze.shows["79"] = {**maze_show(79, "x"), "name": {"en": "x"}}
    with pytest.raises(SourceDownError, match="name input should be a valid string"):
        web.open().tvmaze.read_work("79")
    web.tvmaze.shows["80"] = maze_show(81, "x")
    with pytest.raises(SourceDownError, match="something else than show 80"):
        web.open().tvmaze.read_work("80")


@pytest.mark.parametrize("wanted", ["../people/1", "", "77?x"])
def test_ids_of_another_form_are_not_asked_for(web: Web, wanted: str) -> None:
    with pytest.raises(SourceDownError, match="is no number"):
        web.open().tvmaze.read_work(wanted)
    with pytest.raises(SourceDownError, match="is no id"):
        web.open().wikidata.fetch_entity(wanted)
    assert web.requests() == []


# --- Wikipedia ---


def test_boxes_of_two_languages(web: Web) -> None:
    english, spanish = web.open().wikipedia.read_work(
        {"en": "Harbour Lights (miniseries)", "es": "Las luces del puerto", "fr": "x"}, "Q100"
    )
    assert values(english, "creator") == ["Iris Halloran"], "footnote marks are no names"
    assert values(english, "cast_member") == ["Ada Brook", "Paulo Reyes"]
    assert values(english, "premiere_date") == values(spanish, "premiere_date") == ["2024-03-04"]
    assert values(english, "episode_count") == values(spanish, "episode_count") == [5]
    assert values(spanish, "director") == ["Greta Lindqvist", "Otro Nombre"]
    assert (english.revision, english.url) == ("1200", "https://en.wikipedia.org/wiki/Harbour_Lights_(miniseries)?oldid=1200")


def test_a_page_about_something_else_is_refused(web: Web) -> None:
    with pytest.raises(SourceDownError, match="is about Q100, not Q55"):
        web.open().wikipedia.read_work({"en": "Harbour Lights (miniseries)"}, "Q55")


def test_a_moved_page_is_followed_within_the_host(web: Web) -> None:
    web.wikipedia.moved["Old Name"] = "Harbour Lights (miniseries)"
    (answer,) = web.open().wikipedia.read_work({"en": "Old Name"}, "Q100")
    assert answer.title == "Harbour Lights (miniseries)"


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("12 + 2 specials", (12,)), ("<b>10</b> (list)", (10,)), ("many", ())],
)
def test_counts_of_a_box(cell: str, wanted: tuple[int, ...]) -> None:
    found = read_infobox(box({"No. of episodes": cell}), "en")
    assert found is not None
    assert found.get("episode_count", ()) == wanted


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("March 4, 2024 – present", ("2024-03-04",)), ("2024", ("2024",)), ("March 2024", ("2024-03",)), ("soon", ())],
)
def test_dates_of_a_box(cell: str, wanted: tuple[str, ...]) -> None:
    found = read_infobox(box({"Release date": cell}), "en")
    assert found is not None
    assert found.get("premiere_date", ()) == wanted


def test_a_page_without_a_box_is_none() -> None:
    assert read_infobox("<html><body><table class='wikitable'></table></body></html>", "en") is None


# --- IMDb ---


def write_tsv(folder: Path, key: str, *lines: str) -> None:
    (folder / FILES[key]).write_bytes(gzip.compress("\n".join(lines).encode() + b"\n"))


def test_bulk_files_are_read_where_they_lie(tmp_path: Path) -> None:
    write_tsv(
        tmp_path, "basics",
        "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres",
        'tt0000001\ttvMiniSeries\tHarbour "Lights"\tLas luces del puerto\t0\t2024\t2024\t\\N\tDrama',
        "tt0000002\tmovie\tOther\tOther\t0\t\\N\t\\N\t90\tDrama",
    )  # fmt: skip
    write_tsv(tmp_path, "episodes", "tconst\tparentTconst\tseasonNumber\tepisodeNumber", *(f"tt1{n}\ttt0000001\t1\t{n}" for n in range(5)))
    write_tsv(
        tmp_path, "principals",
        "tconst\tordering\tnconst\tcategory\tjob\tcharacters",
        'tt0000001\t1\tnm1\tactress\t\\N\t["Mara Velasco"]',
        "tt0000001\t2\tnm2\twriter\tcreated by\t\\N",
        "tt0000001\t3\tnm3\twriter\tbased on the memoir by\t\\N",
        "tt0000002\t1\tnm1\tactress\t\\N\t\\N",
    )  # fmt: skip
    write_tsv(
        tmp_path, "names", "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles",
        "nm1\tAda Brook\t\\N\t\\N\t\\N\t\\N", "nm2\tIris Halloran\t\\N\t\\N\t\\N\t\\N", "nm3\tInés Valbuena\t\\N\t\\N\t\\N\t\\N",
    )  # fmt: skip
    answer = Imdb(tmp_path).read_works(["tt0000001"])["tt0000001"]
    assert answer.title == 'Harbour "Lights"'
    assert {(f.property, f.value, f.qualifiers.get("character")) for f in answer.facts} == {
        ("premiere_date", "2024", None), ("episode_count", 5, None), ("season_count", 1, None), ("creator", "Iris Halloran", None),
        ("cast_member", "Ada Brook", "Mara Velasco"),
    }  # fmt: skip
    assert answer.format == "limited series"


def test_missing_bulk_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceDownError, match=r"lacks title\.basics\.tsv\.gz"):
        Imdb(tmp_path).read_works(["tt0000001"])


# --- the query service ---


def test_works_of_the_query_service(web: Web) -> None:
    def row(genre: str, real: str) -> dict[str, dict[str, str]]:
        told = {
            "work": "http://www.wikidata.org/entity/Q900", "workLabel": "Salt Road", "class": "http://www.wikidata.org/entity/Q1259759",
            "premiere": "2026-12-01T00:00:00Z", "platformLabel": "Netflix", "countryLabel": "Spain", "genreLabel": genre, "real": real,
        }  # fmt: skip
        return {k: {"type": "literal", "value": v} for k, v in told.items()}

    web.wikidata.rows = [row("drama", "true"), row("crime", "true")]
    (work,) = web.open().wikidata.find_works(date(2026, 11, 1), date(2027, 1, 1))
    assert (work.wikidata, work.premiere, work.format, work.genres, work.real_events) == (
        "Q900", "2026-12-01", "limited series", ("crime", "drama"), True,
    )  # fmt: skip
    assert "2026-11-01T00%3A00%3A00Z" in web.wikidata.log[-1]


def test_a_query_service_that_times_out_is_down(web: Web) -> None:
    web.wikidata.script = [Reply(200, b"SPARQL-QUERY: queryStr=... java.util.concurrent.TimeoutException")]
    with pytest.raises(SourceDownError, match="no JSON"):
        web.open().wikidata.find_works(date(2026, 11, 1), date(2027, 1, 1))
