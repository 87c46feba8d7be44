"""How far a place or time must be from those on record, and how plainly it must be said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.models import Claim, Fact, Relation, Show
from pipeline.records.loader import load_records
from pipeline.verdicts.comparison import Comparison, Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.setting_place import compare as compare_place
from pipeline.verdicts.setting_time import compare as compare_time

_SHOWS = load_records(Path(__file__).parent / "shows").shows
CONTEXT = JudgeContext()


def _show(*facts: Fact, complete: bool = False) -> Show:
    show = _SHOWS["harbour-lights"]
    return replace(show, facts=facts, complete={"setting_time": ("gazette",)} if complete else {})


def _time(value: str, note: str | None = None) -> Fact:
    return Fact("setting_time", value, ("gazette", "chronicle"), note=note)


def _place(value: str) -> Fact:
    return Fact("setting_place", value, ("gazette", "chronicle"))


def _claim(relation: Relation, value: str, sentence: str, quote: str = "", **more: object) -> Claim:
    return Claim(
        show="harbour-lights", relation=relation, object={"value": value} | more, polarity="affirmed", modality="asserted",  # type: ignore[arg-type]
        quote=quote or sentence, paragraph=1, start=0, end=len(sentence), subject="about", subject_confidence=0.9, pattern="slot.set_in",
        plain=quote or sentence, sentence=sentence,
    )  # fmt: skip


def _excluded(found: Comparison) -> bool:
    return found.grade is Grade.FAR and not found.failed


@pytest.mark.parametrize(
    ("recorded", "claimed", "excluded"),
    [
        ("mid-1990s", "1989", True),  # a part of a decade is as good as years
        ("mid-1990s", "1991", False),
        ("1970s", "1986", True),
        ("1970s", "1984", False),  # a year near a decade
        ("1970s", "1980s", False),  # the next decade
        ("1970s", "1990s", True),
        ("1984", "1990s", True),
        ("1993", "1980s", True),
        ("1990", "1980s", False),
        ("1970s", "early 1960s", True),
        ("1970s", "late 1960s", False),
        ("1865", "American Revolution, 1775 to 1783", True),
        ("1986 to 1988", "1993 to 1996", True),  # spans that leave one another out
        ("1943 to 1945", "1939 to 1941", True),
        ("1943 to 1945", "1939 to 1942", False),
        ("1943 to 1945", "1939 to 1944", False),
        ("1980s", "1991 to 1994", False),  # a decade is less exact
        ("1980s", "1965 to 1979", True),
        ("2018", "2021", True),  # a year from a year
        ("2018", "2020", False),
        ("2016 to 2018", "2021", True),
        ("1990 to 1999", "2002", False),
    ],
)
def test_how_far_a_time_must_be(recorded: str, claimed: str, excluded: bool) -> None:
    claim = _claim("setting_time", claimed, f"The series is set in the {claimed}.")
    assert _excluded(compare_time(claim, _show(_time(recorded)), CONTEXT)) is excluded


def test_a_complete_list_is_exact() -> None:
    claim = _claim("setting_time", "2003", "The events take place in 2003.")
    assert _excluded(compare_time(claim, _show(_time("1990"), _time("1990s"), complete=True), CONTEXT))
    assert not _excluded(compare_time(claim, _show(_time("1990"), _time("1990s")), CONTEXT))


def test_a_time_in_a_note_is_kept_open() -> None:
    claim = _claim("setting_time", "1993", "It is set in 1993.")
    assert not _excluded(compare_time(claim, _show(_time("2003", note="with a prologue in the 1990s")), CONTEXT))


def test_a_real_event_of_that_year_excuses_only_what_may_be_said_of_it() -> None:
    event = Fact("real_event", "The ferry sank", ("gazette",), when="1979")
    show = _show(_time("1960s"), event)
    assert _excluded(compare_time(_claim("setting_time", "1979", "The story is set in 1979."), show, CONTEXT))
    real = _claim("setting_time", "1979", "The real story takes place in 1979.")
    assert not _excluded(compare_time(real, show, CONTEXT))


PLAIN = [
    ("The story takes place in Boston, while the crew went to Leeds.", "place in Boston"),
    ("Although the plot plays out in Boston, cameras rolled in Leeds, with some scenes captured in Bilbao.", "plot plays out in Boston"),
    ("The drama takes place in Boston but was shot in Bilbao.", "drama takes place in Boston"),
    ("This comedy, which is set and filmed in Boston, is short.", "set and filmed in Boston"),
]
NOT_PLAIN = [
    ("The family lived in Boston.", "lived in Boston"),
    ("The writers move the action from Boston to Bilbao.", "Boston"),
    ("The writers move the action from Boston to a village.", "Boston"),
    ("The writers moved the whole story from Boston to a village.", "Boston"),
    ("The first episode takes place in Boston.", "takes place in Boston"),
    ("It takes place in Boston and Bilbao.", "takes place in Boston"),
    ("It was filmed in Boston.", "filmed in Boston"),
    ("It opens in Boston.", "opens in Boston"),
]


@pytest.mark.parametrize(("sentence", "quote"), PLAIN)
def test_a_place_said_plainly(sentence: str, quote: str) -> None:
    assert _excluded(compare_place(_claim("setting_place", "Boston", sentence, quote), _show(_place("Bilbao, Spain")), CONTEXT))


@pytest.mark.parametrize(("sentence", "quote"), NOT_PLAIN)
def test_a_place_not_said_of_the_whole_story(sentence: str, quote: str) -> None:
    assert not _excluded(compare_place(_claim("setting_place", "Boston", sentence, quote), _show(_place("Bilbao, Spain")), CONTEXT))


def test_a_later_season_may_go_elsewhere() -> None:
    show = replace(_show(_place("Bilbao, Spain")), format="series")
    sentence = "The second season is set in Boston."
    assert not _excluded(compare_place(_claim("setting_place", "Boston", sentence, season=2), show, CONTEXT))
    assert _excluded(compare_place(_claim("setting_place", "Boston", "The series is set in Boston."), show, CONTEXT))


@pytest.mark.parametrize(
    ("sentence", "value", "plain"),
    [
        ("The series begins in the 1980s and follows the characters abroad.", "1980s", True),  # later than all of it
        ("The series begins in the 1930s and follows the characters abroad.", "1930s", False),  # a prologue
        ("The story begins in the 1930s, when the firm was new, and ends in 1946.", "1930s", True),  # with its end
        ("The story begins in the 1930s and takes us to the sixties.", "1930s", False),
        ("It follows a team stranded in the mountains in 1998.", "1998", True),
        ("It follows a teacher who moved to the town in 1998.", "1998", False),
        ("It follows a detective who looks into a murder committed in 1998.", "1998", False),
        ("The series recounts the mine disaster of 1998.", "1998", True),
        ("It is the summer of 1998 and the boys are shipped off.", "1998", True),
        ("The boys were out on a night in 1998.", "1998", False),
    ],
)
def test_a_time_that_is_that_of_all_of_it(sentence: str, value: str, plain: bool) -> None:
    quote = sentence[: sentence.index(value) + len(value)]
    pattern = "setting.follow" if "follows a" in quote or "recounts" in quote else "slot.set_at"
    claim = replace(_claim("setting_time", value, sentence, quote), pattern=pattern)
    found = compare_time(claim, _show(_time("1960s")), CONTEXT)
    assert ("explicit" not in found.failed) is plain


@pytest.mark.parametrize(
    ("sentence", "value", "plain"),
    [
        ("The town of the title is Salem, in Oregon.", "Salem", True),
        ("The place is Dover, and nobody swims.", "Dover", True),
        ("The family lived in Salem, and it is there that the plot unfolds.", "Salem", True),
        ("Salem is the setting, and a wet one.", "Salem", True),
        ("The family lived in Salem.", "Salem", False),
        ("The author lives in Salem, and likes it there.", "Salem", False),
    ],
)
def test_a_place_that_is_pointed_out(sentence: str, value: str, plain: bool) -> None:
    found = compare_place(_claim("setting_place", value, sentence, value), _show(_place("Boston, Massachusetts")), CONTEXT)
    assert ("explicit" not in found.failed) is plain


def test_where_the_real_events_were_is_not_said_of_the_work() -> None:
    told = "The real events took place in Salem in the summer."
    claim = _claim("setting_place", "Salem", told, "place in Salem")
    assert "explicit" in compare_place(claim, _show(_place("Boston, Massachusetts")), CONTEXT).failed


def test_what_two_places_lie_in_is_no_second_place() -> None:
    claim = _claim("setting_place", "Boise, Idaho", "The story is set in Boise, Idaho.", "set in Boise, Idaho")
    assert _excluded(compare_place(claim, _show(_place("Pocatello, Idaho")), CONTEXT))
    both = _claim(
        "setting_place", "Boise, Idaho", "The story is set in Pocatello and in Boise, Idaho.", "set in Pocatello and in Boise, Idaho"
    )
    assert "adds_a_place" in compare_place(both, _show(_place("Pocatello, Idaho")), CONTEXT).failed


def test_where_it_is_also_set_is_said_beside_the_case() -> None:
    there = _claim(
        "setting_place", "Chicago", "He was tried in Chicago, where the show is also set.", "Chicago, where the show is also set"
    )
    assert "adds_a_place" not in compare_place(there, _show(_place("Milwaukee, Wisconsin")), CONTEXT).failed
    more = _claim("setting_place", "Chicago", "The show also visits Chicago.", "show also visits Chicago")
    assert "adds_a_place" in compare_place(more, _show(_place("Milwaukee, Wisconsin")), CONTEXT).failed


def test_the_writers_own_year_is_no_setting() -> None:
    def failed(year: int) -> tuple[str, ...]:
        said = f"It is {year} and the whole world is watching."
        claim = replace(_claim("setting_time", str(year), said, f"It is {year}"), pattern="setting.we_are_in")
        return compare_time(claim, replace(_show(_time("1960s")), year=2024), CONTEXT).failed

    assert "explicit" in failed(2024)
    assert "explicit" not in failed(1998)


PLAIN_TIME = "setting.takes_place"


@pytest.mark.parametrize(
    ("recorded", "claimed", "sentence", "excluded"),
    [
        (("1950s and 1960s",), "1970s", "The story takes place in the 1970s.", True),  # two decades on record are all there are
        (("1970s", "1980s"), "1990s", "La acción transcurre en los años noventa.", True),
        (("1970s",), "1980s", "The story takes place in the 1980s.", False),  # one alone may be told loosely
        (("1950s and 1960s",), "1970s", "The story takes place in the early 1970s.", False),
        (("1950s and 1960s",), "1970s", "The story stretches into the 1970s.", False),
        (("1950s and 1960s",), "1970s", "The story takes place in the 1960s and 1970s.", False),
        (("1865",), "1863", "The story takes place in 1863.", True),
        (("1865",), "1864", "The story takes place in 1864.", False),
        (("1865",), "1863", "The story begins in 1863.", False),
    ],
)
def test_times_said_in_so_many_words(recorded: tuple[str, ...], claimed: str, sentence: str, excluded: bool) -> None:
    claim = replace(_claim("setting_time", claimed, sentence), pattern=PLAIN_TIME)
    assert _excluded(compare_time(claim, _show(*map(_time, recorded)), CONTEXT)) is excluded


def test_a_decade_in_dispute_or_in_a_note_is_kept_open() -> None:
    claim = replace(_claim("setting_time", "1970s", "The story takes place in the 1970s."), pattern=PLAIN_TIME)
    noted = _time("1950s and 1960s", note="an epilogue in 1974")
    disputed = replace(_time("1950s and 1960s"), disputed="pages differ")
    assert not _excluded(compare_time(claim, _show(noted), CONTEXT))
    assert not _excluded(compare_time(claim, _show(disputed), CONTEXT))


def test_the_very_day_in_a_note_keeps_nothing_open() -> None:
    claim = _claim("setting_time", "2021", "It is set in 2021.")
    assert _excluded(compare_time(claim, _show(_time("2018", note="8 November 2018")), CONTEXT))


@pytest.mark.parametrize(
    ("mention", "place", "excluded"),
    [
        ("Ann Cleveland warned the police", "Cleveland, Ohio", True),  # a person of that name
        ("the family moved to Cleveland", "Cleveland, Ohio", False),
        ("a house in Springfield, Missouri", "Springfield, Illinois", True),  # a namesake
        ("a house in Springfield, Illinois", "Springfield, Illinois", False),
    ],
)
def test_a_place_that_the_record_mentions(mention: str, place: str, excluded: bool) -> None:
    show = _show(_place("Bilbao, Spain"), Fact("real_event", mention, ("gazette",)))
    claim = _claim("setting_place", place, f"The story takes place in {place}.")
    assert _excluded(compare_place(claim, show, CONTEXT)) is excluded


@pytest.mark.parametrize(
    ("sentence", "excluded"),
    [
        ("**Premise.** A clerk wakes up in the Idaho of the late 1990s.", True),
        ("The series follows a clerk in 1990s Idaho.", True),
        ("Expect a new family, in the Idaho of the late 1990s.", False),
        ("She grew up in the Idaho of the late 1990s.", False),
    ],
)
def test_a_place_of_a_decade_in_a_synopsis(sentence: str, excluded: bool) -> None:
    quote = sentence.removesuffix(".").rsplit(" in ", maxsplit=1)[1]
    claim = replace(_claim("setting_place", "Idaho", sentence, quote), pattern="setting.place_of_decade")
    assert _excluded(compare_place(claim, _show(_place("Bilbao, Spain")), CONTEXT)) is excluded


def test_where_and_when_the_true_story_was_is_not_where_it_is_set() -> None:
    sentence = "It is based on a true story that took place in 1979."
    claim = replace(_claim("setting_time", "1979", sentence), pattern=PLAIN_TIME)
    assert not _excluded(compare_time(claim, _show(_time("1990")), CONTEXT))


@pytest.mark.parametrize(
    ("sentence", "excluded"),
    [
        ("The story, directed by Jo Poe from start to finish, takes place in the 1970s.", False),  # words for an edge, wherever they stand
        ("The story by Jo Poe takes place in the 1970s.", True),
        ("The story takes place in the 1970s at its start, and the rest is open.", False),
        ("The story takes place in the 1970s and moves on.", False),
        ("The story takes place in the 1970s in its flashbacks.", False),
        ("The story takes place in the 1970s, and then it goes elsewhere.", False),
        ("The story takes place in the 1970s for half of its run.", False),
    ],
)
def test_the_next_decade_is_told_of_all_of_it_or_left_open(sentence: str, excluded: bool) -> None:
    claim = replace(_claim("setting_time", "1970s", sentence, "takes place in the 1970s"), pattern=PLAIN_TIME)
    assert _excluded(compare_time(claim, _show(_time("1950s and 1960s")), CONTEXT)) is excluded


@pytest.mark.parametrize(
    ("pattern", "place", "excluded"),
    [
        ("place_row", "Boston", True),
        ("town_row", "Boston", False),  # "Base: Boston" says nothing sure
        ("place_row", "Salem, Oregon", False),  # where it was filmed
    ],
)
def test_a_row_of_a_place_that_may_be_that_of_the_shoot(pattern: str, place: str, excluded: bool) -> None:
    show = _show(_place("Bilbao, Spain"), Fact("filming_location", "Salem, Oregon", ("gazette",)))
    claim = replace(_claim("setting_place", place, f"Escenario: {place}", place), pattern=f"setting.{pattern}")
    assert _excluded(compare_place(claim, show, CONTEXT)) is excluded


@pytest.mark.parametrize(("year", "excluded"), [("2022", False), ("1961", False), ("1990", True)])
def test_the_year_of_a_fact_box_may_be_that_of_the_release_or_of_the_book(year: str, excluded: bool) -> None:
    book = Fact("based_on", "Tin Weather", ("gazette",), kind="novel", year=1962)
    show = replace(_show(_time("1941"), book), year=2024)
    claim = replace(_claim("setting_time", year, f"Year: {year}", f"Year: {year}"), pattern="setting.year_row")
    assert _excluded(compare_time(claim, show, CONTEXT)) is excluded


def test_a_whole_is_not_named_beside_its_part() -> None:
    claim = _claim("setting_place", "Buenos Aires", "The series is set in Buenos Aires.")
    compared = compare_place(claim, _show(_place("Mexico"), _place("Mexico City"), _place("France"), _place("Paris")), CONTEXT)
    assert compared.right == "is set in Mexico City and Paris"
