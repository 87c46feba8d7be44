"""Curated above live, agreement counted, disagreement disputed, nothing near let in; and no verdict harder than the evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.models import Fact, RecordBook, Show
from pipeline.records.live.facts import TVMAZE, WIKIDATA, WIKIPEDIA, Answer, LiveSource, SourcedFact
from pipeline.records.live.kept import KeptShow, take_in, write_kept
from pipeline.records.merging import Merged, load_merged, merge_show
from pipeline.records.owners import is_strong
from pipeline.signals.names_people_on_record import people_of_record
from tests.records.live.conftest import DAY, make_book, make_show

NOW = datetime(2026, 11, 20, tzinfo=UTC)
EN = WIKIPEDIA["en"]
Row = tuple[str, str | int] | tuple[str, str | int, dict[str, str | int]]


def answer(
    source: LiveSource, *rows: Row, titles: tuple[str, ...] = (), exhaustive: tuple[str, ...] = (), also: tuple[str, ...] = ()
) -> Answer:
    facts = tuple(
        SourcedFact(r[0], r[1], source.key, source.tier, NOW, "7", r[2] if len(r) > 2 else {}, also)  # type: ignore[arg-type, misc]
        for r in rows
    )
    return Answer(source.key, "https://live.example/x", NOW, "Harbour Lights", "7", facts, titles, exhaustive)  # type: ignore[arg-type]


def merge(show: Show, *answers: Answer, day: date = DAY) -> Merged:
    kept = KeptShow(slug=show.slug)
    for one in answers:
        take_in(kept, one, DAY)
    return merge_show(show, kept, day)


def of(merged: Merged, prop: str) -> list[tuple[str | int, tuple[str, ...], bool]]:
    """(value, sources, disputed) of a property."""
    return [(f.value, f.sources, bool(f.disputed)) for f in merged.show.facts_of(prop)]


def test_agreement_makes_thin_evidence_strong() -> None:
    show = make_show(Fact("director", "Greta Lindqvist", ("blog",)))
    merged = merge(show, answer(EN, ("director", "Greta Lindqvist")))
    assert of(merged, "director") == [("Greta Lindqvist", ("blog", "live_wikipedia_en"), False)]
    assert not is_strong(("blog",), show.sources)
    assert is_strong(merged.show.facts[0].sources, merged.show.sources)


def test_wikidata_and_wikipedia_count_once() -> None:
    merged = merge(make_show(), answer(EN, ("director", "Greta Lindqvist")), answer(WIKIDATA, ("director", "Greta Lindqvist")))
    (fact,) = merged.show.facts
    assert fact.sources == ("live_wikipedia_en", "live_wikidata")
    assert not is_strong(fact.sources, merged.show.sources)


def test_every_live_fact_has_its_source_with_licence_and_revision() -> None:
    merged = merge(make_show(), answer(TVMAZE, ("platform", "Netflix")))
    source = merged.show.sources["live_tvmaze"]
    assert (source.licence, source.revision, source.read, source.tier) == ("CC BY-SA 4.0", "7", DAY, 3)
    assert all(k in merged.show.sources for f in merged.show.facts for k in f.sources)


@pytest.mark.parametrize(("sources", "stays"), [(("gazette", "chronicle"), True), (("blog",), False)])
def test_disagreement_is_disputed_and_strong_curated_facts_stand(sources: tuple[str, ...], stays: bool) -> None:
    merged = merge(make_show(Fact("episode_count", 8, sources)), answer(TVMAZE, ("episode_count", 5)))
    assert of(merged, "episode_count") == [(8, sources, not stays), (5, ("live_tvmaze",), True)]
    assert len(merged.disputed) == 1


def test_live_sources_that_differ_are_both_disputed() -> None:
    merged = merge(make_show(), answer(EN, ("episode_count", 6)), answer(TVMAZE, ("episode_count", 5), exhaustive=("episode_count",)))
    assert of(merged, "episode_count") == [(6, ("live_wikipedia_en",), True), (5, ("live_tvmaze",), True)]
    assert "episode_count" not in merged.show.complete, "a disputed list is not complete"


def test_an_editors_word_has_no_rivals() -> None:
    show = make_show(Fact("episode_count", 8, ("blog",), confirmed="MK 2026-11-01"))
    merged = merge(show, answer(TVMAZE, ("episode_count", 5)))
    assert of(merged, "episode_count") == [(8, ("blog",), False)]
    assert len(merged.overruled) == 1


def test_counts_of_seasons_and_totals_are_not_rivals() -> None:
    merged = merge(make_show(Fact("episode_count", 16, ("gazette", "chronicle"))), answer(TVMAZE, ("episode_count", 8, {"season": 1})))
    assert of(merged, "episode_count") == [(16, ("gazette", "chronicle"), False), (8, ("live_tvmaze",), False)]


def test_nothing_enters_a_complete_list_undisputed() -> None:
    """Who vouches for a complete list vouches for each of its values: a live one would borrow evidence that nobody gave it."""
    show = make_show(Fact("director", "Greta Lindqvist", ("gazette",)), complete={"director": ("gazette", "chronicle")})
    merged = merge(show, answer(EN, ("director", "Otto Brandt"), ("writer", "Noel Ferreira")))
    assert of(merged, "director") == [("Greta Lindqvist", ("gazette",), False), ("Otto Brandt", ("live_wikipedia_en",), True)]
    assert of(merged, "writer") == [("Noel Ferreira", ("live_wikipedia_en",), False)]
    by_season = make_show(Fact("episode_count", 16, ("gazette",)), complete={"episode_count": ("gazette", "chronicle")})
    assert of(merge(by_season, answer(TVMAZE, ("episode_count", 8, {"season": 1}))), "episode_count")[1] == (8, ("live_tvmaze",), True)
    empty = make_show(complete={"based_on": ("gazette", "chronicle")})
    assert of(merge(empty, answer(WIKIDATA, ("based_on", "A Book", {"kind": "novel"}))), "based_on") == [
        ("A Book", ("live_wikidata",), True)
    ]


def test_only_tvmaze_and_only_for_counts_makes_a_list_complete() -> None:
    rows: tuple[Row, ...] = (("episode_count", 5), ("platform", "Netflix"))
    told = ("episode_count", "platform")
    assert merge(make_show(), answer(TVMAZE, *rows, exhaustive=told)).show.complete == {"episode_count": ("live_tvmaze",)}
    assert merge(make_show(), answer(EN, *rows, exhaustive=told)).show.complete == {}


def test_a_name_that_is_only_near_is_left_out() -> None:
    merged = merge(make_show(Fact("director", "Greta Lindqvist", ("gazette",))), answer(EN, ("director", "Greta Lindquist")))
    assert len(of(merged, "director")) == 1
    assert len(merged.near) == 1
    assert of(merged, "director")[0][1] == ("gazette",)


def test_another_name_of_the_value_is_the_value() -> None:
    show = make_show(Fact("cast_member", "Ada Brook", ("gazette",)))
    merged = merge(show, answer(WIKIDATA, ("cast_member", "Adelaide Thornton"), also=("Ada Brook",)))
    assert of(merged, "cast_member") == [("Ada Brook", ("gazette", "live_wikidata"), False)]


def test_a_year_does_not_vouch_for_a_day() -> None:
    merged = merge(make_show(Fact("premiere_date", "2024-03-04", ("blog",))), answer(WIKIDATA, ("premiere_date", "2024")))
    assert of(merged, "premiere_date") == [("2024-03-04", ("blog",), False)]


# --- roles ---


def test_a_role_is_vouched_for_only_by_who_names_it() -> None:
    show = make_show(Fact("cast_member", "Ada Brook", ("blog",), character="Mara Velasco"))
    assert of(merge(show, answer(EN, ("cast_member", "Ada Brook"))), "cast_member") == [("Ada Brook", ("blog",), False)]
    merged = merge(show, answer(TVMAZE, ("cast_member", "Ada Brook", {"character": "Mara Velasco"})))
    assert of(merged, "cast_member") == [("Ada Brook", ("blog", "live_tvmaze"), False)]


def test_a_role_of_an_actor_without_one_is_the_live_sources_alone() -> None:
    merged = merge(
        make_show(Fact("cast_member", "Ada Brook", ("gazette",))), answer(TVMAZE, ("cast_member", "Ada Brook", {"character": "Mara"}))
    )
    assert [(f.character, f.sources) for f in merged.show.facts] == [(None, ("gazette", "live_tvmaze")), ("Mara", ("live_tvmaze",))]


@pytest.mark.parametrize(
    "row", [("cast_member", "Rut Solis", {"character": "Mara Velasco"}), ("cast_member", "Ada Brook", {"character": "Dr Hale"})]
)
def test_another_holder_or_another_role_is_a_dispute(row: Row) -> None:
    show = make_show(Fact("cast_member", "Ada Brook", ("gazette", "chronicle"), character="Mara Velasco"))
    merged = merge(show, answer(TVMAZE, row))
    assert [bool(f.disputed) for f in merged.show.facts] == [False, True]


def test_whom_a_role_portrays_is_vouched_for_only_by_who_says_so() -> None:
    show = make_show(Fact("cast_member", "Ada Brook", ("blog",), character="Mara Velasco", real_person="Ruth Alder"))
    told: dict[str, str | int] = {"character": "Mara Velasco"}
    assert of(merge(show, answer(TVMAZE, ("cast_member", "Ada Brook", told))), "cast_member") == [("Ada Brook", ("blog",), False)]
    same = merge(show, answer(WIKIDATA, ("cast_member", "Ada Brook", {**told, "real_person": "Ruth Alder"})))
    assert of(same, "cast_member") == [("Ada Brook", ("blog", "live_wikidata"), False)]
    other = merge(show, answer(WIKIDATA, ("cast_member", "Ada Brook", {**told, "real_person": "Otto Brandt"})))
    assert of(other, "cast_member") == [("Ada Brook", ("blog",), False)]
    assert len(other.near) == 1


def test_a_portrait_that_nobody_has_on_record_is_the_live_sources_alone() -> None:
    show = make_show(Fact("cast_member", "Ada Brook", ("gazette",), character="Mara Velasco"))
    merged = merge(show, answer(WIKIDATA, ("cast_member", "Ada Brook", {"character": "Mara Velasco", "real_person": "Ruth Alder"})))
    assert [(f.real_person, f.sources) for f in merged.show.facts] == [
        (None, ("gazette", "live_wikidata")), ("Ruth Alder", ("live_wikidata",)),
    ]  # fmt: skip


# --- what it is about ---


def test_real_events_come_beside_those_on_record_and_complete_nothing() -> None:
    show = make_show(Fact("real_event", "The Estrella sinks off Vigo", ("gazette",), when="1971"))
    event: Row = ("real_event", "sinking of the Estrella", {"when": "1971-01-09", "where": "Vigo"})
    merged = merge(show, answer(WIKIDATA, event, exhaustive=("real_event",)))
    assert [(f.value, f.when, f.where, f.sources, f.disputed) for f in merged.show.facts] == [
        ("The Estrella sinks off Vigo", "1971", None, ("gazette",), None),
        ("sinking of the Estrella", "1971-01-09", "Vigo", ("live_wikidata",), None),
    ]  # fmt: skip
    assert merged.show.complete == {}
    assert merged.near == []


def test_a_real_event_of_a_story_on_record_as_fiction_is_listed() -> None:
    show = make_show(Fact("story_basis", "fiction", ("gazette",)))
    merged = merge(show, answer(WIKIDATA, ("real_event", "sinking of the Estrella", {"when": "1971"})))
    assert of(merged, "story_basis") == [("fiction", ("gazette",), False)], "no live source settles what is true"
    assert merged.near == ["real_event sinking of the Estrella (Wikidata), and the story is fiction on record"]


def test_characters_without_an_actor_are_known_by_name(tmp_path: Path) -> None:
    told = replace(answer(WIKIDATA, ("country", "Spain")), characters=("Mara Velasco",))
    keep(tmp_path, told)
    before = load_merged(make_book(make_show()), tmp_path, DAY - timedelta(days=1))
    book = load_merged(make_book(make_show()), tmp_path, DAY)
    assert (before.shows["harbour-lights"].characters, book.shows["harbour-lights"].characters) == ((), ("Mara Velasco",))
    assert "Mara Velasco" in people_of_record(book.shows["harbour-lights"])
    keep(tmp_path, replace(told, characters=("Somebody Else",)))
    assert load_merged(make_book(make_show()), tmp_path, DAY).version != book.version
    assert load_merged(make_book(make_show(ids={})), tmp_path, DAY).shows["harbour-lights"].characters == ()


# --- source works ---

MEMOIR = Fact("based_on", "Las luces del puerto", ("blog",), author="Inés Valbuena", kind="memoir", year=2018)
THEIRS: dict[str, str | int] = {"author": "Inés Valbuena", "kind": "memoir", "year": 2018}


def test_a_source_work_is_vouched_for_by_who_says_all_of_it() -> None:
    merged = merge(make_show(MEMOIR), answer(WIKIDATA, ("based_on", "The Lights", THEIRS), also=("Las luces del puerto",)))
    (fact,) = merged.show.facts
    assert fact.sources == ("blog", "live_wikidata")
    assert "Las luces del puerto" in fact.fair_values


@pytest.mark.parametrize("told", [{}, {"author": "Inés Valbuena"}, {**THEIRS, "year": 2019}, {**THEIRS, "kind": "novel"}])
def test_who_says_less_or_otherwise_does_not_vouch_for_it(told: dict[str, str | int]) -> None:
    merged = merge(make_show(MEMOIR), answer(WIKIDATA, ("based_on", "Las luces del puerto", told)))
    (fact,) = merged.show.facts
    assert fact.sources == ("blog",)
    assert fact.fair_years == ((2019,) if told.get("year") == 2019 else ())
    assert fact.fair_kinds == (("novel",) if told.get("kind") == "novel" else ())


def test_another_author_is_a_dispute() -> None:
    merged = merge(make_show(MEMOIR), answer(WIKIDATA, ("based_on", "Las luces del puerto", {**THEIRS, "author": "Otto Brandt"})))
    assert [(f.author, bool(f.disputed)) for f in merged.show.facts] == [("Inés Valbuena", False), ("Otto Brandt", True)]


def test_an_organisation_as_author_is_no_dispute() -> None:
    podcast = Fact("based_on", "The Lights", ("blog",), author="Faro Productions", kind="podcast")
    told: dict[str, str | int] = {"author": "Inés Valbuena", "kind": "podcast"}
    (fact,) = merge(make_show(podcast), answer(WIKIDATA, ("based_on", "The Lights", told))).show.facts
    assert (fact.sources, fact.disputed) == (("blog",), None)
    both = make_show(podcast, Fact("based_on", "The Lights", ("blog",), author="Inés Valbuena", kind="podcast"))
    merged = merge(both, answer(WIKIDATA, ("based_on", "The Lights", told)))
    assert [f.sources for f in merged.show.facts] == [("blog",), ("blog", "live_wikidata")]


def test_a_source_work_of_no_known_kind_stays_out() -> None:
    merged = merge(make_show(), answer(WIKIDATA, ("based_on", "A Book")))
    assert merged.show.facts == ()
    assert len(merged.near) == 1


# --- the book ---


def keep(root: Path, *answers: Answer, day: date = DAY) -> None:
    kept = KeptShow(slug="harbour-lights")
    for one in answers:
        take_in(kept, one, day)
    write_kept(root, kept)


def test_the_book_of_a_day_can_be_rebuilt(tmp_path: Path) -> None:
    book = make_book(make_show())
    keep(tmp_path, answer(TVMAZE, ("platform", "Netflix")))
    before, on = (load_merged(book, tmp_path, day) for day in (DAY - timedelta(days=1), DAY))
    assert before == book
    assert [f.value for f in on.shows["harbour-lights"].facts] == ["Netflix"]
    assert on.version not in {book.version, ""}
    assert load_merged(book, tmp_path, DAY + timedelta(days=30)) == on


def test_hearing_the_same_again_changes_no_version(tmp_path: Path) -> None:
    book = make_book(make_show())
    kept = KeptShow(slug="harbour-lights")
    take_in(kept, answer(TVMAZE, ("platform", "Netflix")), DAY)
    write_kept(tmp_path, kept)
    first = load_merged(book, tmp_path, DAY)
    take_in(kept, answer(TVMAZE, ("platform", "Netflix")), DAY + timedelta(days=7))
    write_kept(tmp_path, kept)
    assert load_merged(book, tmp_path, DAY + timedelta(days=7)) == first
    take_in(kept, answer(TVMAZE, ("platform", "HBO Max")), DAY + timedelta(days=8))
    write_kept(tmp_path, kept)
    assert load_merged(book, tmp_path, DAY + timedelta(days=8)).version != first.version
    assert load_merged(book, tmp_path, DAY) == first


def test_ids_taken_back_take_the_facts_with_them(tmp_path: Path) -> None:
    keep(tmp_path, answer(TVMAZE, ("platform", "Netflix")), answer(WIKIDATA, ("country", "Spain")))
    one = load_merged(make_book(make_show(ids={"wikidata": "Q100"})), tmp_path, DAY).shows["harbour-lights"]
    assert [f.value for f in one.facts] == ["Spain"]
    none: RecordBook = make_book(make_show(ids={}))
    assert load_merged(none, tmp_path, DAY) == none


def test_titles_of_one_word_and_of_other_shows_are_not_looked_for(tmp_path: Path) -> None:
    keep(tmp_path, answer(WIKIDATA, ("country", "Spain"), titles=("Hafenlichter", "Luci del porto", "Salt Road", "harbour lights")))
    other = make_show(slug="salt-road", title="Salt Road", ids={})
    assert load_merged(make_book(make_show(), other), tmp_path, DAY).shows["harbour-lights"].also_known_as == ("Luci del porto",)
