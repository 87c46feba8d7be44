"""Every property of Wikidata that is read: ranks, deprecated statements, unknown values, precision, and what is said of it."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.records.live.facts import Answer
from tests.records.live.conftest import Web
from tests.records.live.stand import claim, entity, item, moment, quantity, text

Value = dict[str, Any]
NAMES = {"Q11": "First Name", "Q12": "Second Name", "Q13": "Old Name", "Q14": "Third Name"}
# property of Wikidata -> property of a record; every one whose values are items
ITEMS = {
    "P170": "creator", "P58": "writer", "P57": "director", "P162": "producer", "P272": "production_company", "P161": "cast_member",
    "P449": "platform", "P495": "country", "P364": "language", "P840": "setting_place", "P915": "filming_location",
}  # fmt: skip


def read(web: Web, *claims: tuple[str, dict[str, Any]], others: tuple[dict[str, Any], ...] = ()) -> Answer:
    web.forget_answers()
    web.wikidata.named(NAMES)
    web.wikidata.add(entity("Q10", {"en": "Salt Road"}, claim("P31", item("Q5398426")), *claims), *others)
    answer = web.open().wikidata.read_work("Q10")
    assert answer is not None
    return answer


def facts(answer: Answer, prop: str) -> list[tuple[str | int, dict[str, str | int]]]:
    return [(f.value, dict(f.qualifiers)) for f in answer.facts if f.property == prop]


@pytest.mark.parametrize(("prop", "target"), ITEMS.items())
def test_items_of_every_rank_but_deprecated(web: Web, prop: str, target: str) -> None:
    """Two companies, two countries: a preferred value does not make the others untrue. Deprecated means that it is."""
    answer = read(
        web, claim(prop, item("Q11")), claim(prop, item("Q12"), "preferred"), claim(prop, item("Q13"), "deprecated"),
        claim(prop, "somevalue"), claim(prop, item("Q14"), P518=item("Q99")),
    )  # fmt: skip
    assert [value for value, _ in facts(answer, target)] == ["First Name", "Second Name"]
    assert answer.refused == (f"{target}: 1 unknown value(s) ({prop})",)
    assert answer.revision == "7"


@pytest.mark.parametrize(("prop", "target"), [("P1113", "episode_count"), ("P2437", "season_count")])
def test_of_counts_the_preferred(web: Web, prop: str, target: str) -> None:
    answer = read(web, claim(prop, quantity(8)), claim(prop, quantity(10), "preferred"), claim(prop, quantity(99), "deprecated"))
    assert facts(answer, target) == [(10, {})]
    assert facts(read(web, claim(prop, quantity(8)), claim(prop, "somevalue")), target) == [(8, {})]


@pytest.mark.parametrize("prop", ["P577", "P580"])
@pytest.mark.parametrize(
    ("stamp", "precision", "wanted"),
    [("2024-03-04", 11, "2024-03-04"), ("2024-03-00", 10, "2024-03"), ("2024-00-00", 9, "2024"), ("2020-00-00", 8, None)],
)
def test_dates_are_as_exact_as_they_stand_there(web: Web, prop: str, stamp: str, precision: int, wanted: str | None) -> None:
    answer = read(web, claim(prop, moment(stamp, precision)), claim(prop, moment("1999-01-01", 11), "deprecated"), claim(prop, "somevalue"))
    assert facts(answer, "premiere_date") == ([(wanted, {})] if wanted else [])
    assert f"premiere_date: 1 unknown value(s) ({prop})" in answer.refused
    assert answer.years == ((2024,) if wanted else ())


def test_a_publication_date_stands_before_a_start(web: Web) -> None:
    answer = read(web, claim("P577", moment("2024-03-04", 11), P291=item("Q11")), claim("P580", moment("2024-03-11", 11)))
    assert facts(answer, "premiere_date") == [("2024-03-04", {"region": "First Name"})]


def test_source_works_with_authors(web: Web) -> None:
    book = entity(
        "Q20", {"en": "The Road"}, claim("P31", item("Q571")), claim("P7937", item("Q8261")), claim("P50", item("Q11")),
        claim("P50", item("Q13"), "deprecated"), claim("P577", moment("2011-00-00", 9)), claim("P577", moment("2010-05-00", 10)),
    )  # fmt: skip
    answer = read(web, claim("P144", item("Q20")), claim("P144", item("Q21"), "deprecated"), claim("P144", "somevalue"), others=(book,))
    assert facts(answer, "based_on") == [("The Road", {"author": "First Name", "kind": "novel", "year": 2010})]
    assert answer.refused == ("based_on: 1 unknown value(s) (P144)",)


def human(wanted: str, name: str, **labels: str) -> dict[str, Any]:
    return entity(wanted, {"en": name, **labels}, claim("P31", item("Q5")))


def test_roles_and_whom_they_portray(web: Web) -> None:
    invented = entity("Q31", {"en": "Mara Velasco"}, claim("P31", item("Q15632617")))
    answer = read(
        web, claim("P161", item("Q11"), P453=item("Q30")), claim("P161", item("Q12"), P453=item("Q31")),
        claim("P161", item("Q14"), P4633=text("Old Tom")), others=(human("Q30", "Ruth Alder"), invented),
    )  # fmt: skip
    assert facts(answer, "cast_member") == [
        ("First Name", {"character": "Ruth Alder", "real_person": "Ruth Alder"}), ("Second Name", {"character": "Mara Velasco"}),
        ("Third Name", {"character": "Old Tom"}),
    ]  # fmt: skip


def test_main_subjects_are_real_events_or_evidence_for_an_editor(web: Web) -> None:
    """Never a list that is complete: who named one subject need not have named them all."""
    sinking = entity(
        "Q40", {"en": "sinking of the Estrella"}, claim("P31", item("Q906512")), claim("P585", moment("1971-01-09", 11)),
        claim("P17", item("Q11")), claim("P276", item("Q12")),
    )  # fmt: skip
    war = entity(
        "Q41",
        {"en": "Salt War"},
        claim("P31", item("Q198")),
        claim("P580", moment("1939-09-01", 11)),
        claim("P582", moment("1941-00-00", 9)),
    )
    decade = entity("Q42", {"en": "1970s"}, claim("P31", item("Q39911")), claim("P580", moment("1970-01-01", 11)))
    topic = entity("Q43", {"en": "smuggling"}, claim("P31", item("Q1")))
    told = [claim("P921", item(q)) for q in ("Q40", "Q41", "Q42", "Q43", "Q44", "Q45")]
    answer = read(
        web, *told, claim("P921", item("Q13"), "deprecated"), claim("P921", "somevalue"),
        others=(sinking, war, decade, topic, human("Q44", "Ruth Alder"), entity("Q45", {})),
    )  # fmt: skip
    assert facts(answer, "real_event") == [
        ("sinking of the Estrella", {"when": "1971-01-09", "where": "Second Name"}), ("Salt War", {"when": "1939 to 1941"}),
    ]  # fmt: skip
    assert answer.real == (
        "its subject is sinking of the Estrella, of 1971-01-09", "its subject is Salt War, of 1939 to 1941",
        "its subject is Ruth Alder, a real person",
    )  # fmt: skip
    assert answer.hints == ("main subject: 1970s", "main subject: smuggling")
    assert set(answer.refused) == {"main subject Q45: has no name in any language", "main subject: 1 unknown value(s) (P921)"}
    assert answer.exhaustive == ()


def test_characters_are_known_by_name(web: Web) -> None:
    told = (claim("P674", item("Q30")), claim("P674", item("Q11")), claim("P674", item("Q13"), "deprecated"), claim("P674", "somevalue"))
    answer = read(web, *told, others=(human("Q30", "Ruth Alder"),))
    assert answer.characters == ("Ruth Alder", "First Name")
    assert answer.real == ("Ruth Alder, a real person, is a character of it",)
    assert answer.refused == ("character: 1 unknown value(s) (P674)",)
    assert not facts(answer, "cast_member"), "nobody is said to play them"


@pytest.mark.parametrize(
    ("label", "claims", "wanted"),
    [
        ("1970s", (), ["1970s"]),
        ("19th century", (), ["19th century"]),
        ("Great Drought", (claim("P580", moment("1939-09-01", 11)), claim("P582", moment("1945-09-02", 11))), ["1939 to 1945"]),
        ("Day of the Ants", (claim("P585", moment("1971-06-12", 11)),), ["1971"]),
        ("Age of Salt", (), []),
    ],
)
def test_periods_become_years(web: Web, label: str, claims: tuple[tuple[str, Value], ...], wanted: list[str]) -> None:
    period = entity("Q50", {"en": label}, *claims)
    answer = read(web, claim("P2408", item("Q50")), claim("P2408", item("Q13"), "deprecated"), others=(period,))
    assert [value for value, _ in facts(answer, "setting_time")] == wanted
    assert answer.refused == (() if wanted else ("setting_time Age of Salt: names no years",))


def test_identifiers_titles_and_names_in_all_languages(web: Web) -> None:
    answer = read(web, claim("P345", text("tt7")), claim("P345", text("tt8"), "deprecated"), claim("P8600", text("5")))
    assert answer.ids == {"wikidata": "Q10", "imdb": "tt7", "tvmaze": "5"}
    named = read(web, claim("P57", item("Q60")), others=(entity("Q60", {"ja": "港の灯", "pt": "Ana"}, aliases={"fr": ["Anne Dupont"]}),))
    assert facts(named, "director") == [("Ana", {})]
    both = read(web, claim("P345", text("tt7")), claim("P345", text("tt8")))
    assert "imdb" not in both.ids, "two are none to rely on"


def test_empty_tables_are_lists_in_the_real_format(web: Web) -> None:
    web.wikidata.add({**entity("Q10", {"en": "Salt Road"}), "claims": [], "aliases": [], "sitelinks": [], "descriptions": []})
    answer = web.open().wikidata.read_work("Q10")
    assert answer is not None
    assert (answer.title, answer.facts, answer.pages) == ("Salt Road", (), {})


def test_what_an_entity_is_called_is_asked_once_a_month_whole_or_not(web: Web) -> None:
    read(web, claim("P161", item("Q11"), P453=item("Q30")), others=(human("Q30", "Ruth Alder"),))
    web.forget()
    read(web, claim("P161", item("Q11"), P453=item("Q30")), claim("P57", item("Q12")))
    asked = [line for line in web.wikidata.log if "wbgetentities" in line]
    assert len(asked) == 1
    assert "ids=Q12&" in asked[0], "the rest is known"
