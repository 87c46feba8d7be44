"""Days told as past before they came, festivals that were not there, counts that fit no season, and an original that is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.models import Fact
from pipeline.verdicts import counts, platform, premiere
from pipeline.verdicts.anchors import is_possible
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.object_types import find_type_gates
from tests.builders import make_claim, make_show

CONTEXT = JudgeContext(published=date(2025, 10, 20))
OUT = make_show(Fact("premiere_date", "2025-10-03", ("paper",)))


@pytest.mark.parametrize(
    ("said", "value", "failed"),
    [
        ("All of it dropped on 5 November 2025.", "2025-11-05", ()),
        ("It was estrenada el 31 de octubre de 2025.", "2025-10-31", ()),
        ("The series will be released on 5 November 2025.", "2025-11-05", ("date_of_article",)),
        ("It is due to be shown on 5 November 2025.", "2025-11-05", ("date_of_article",)),
        ("A second helping landed on 5 November 2025.", "2025-11-05", ("date_of_article",)),
        ("It returned and landed again on 5 November 2025.", "2025-11-05", ("date_of_article",)),
    ],
)
def test_a_day_to_come_told_as_past_is_no_announcement(said: str, value: str, failed: tuple[str, ...]) -> None:
    assert premiere.compare(make_claim("premiere_date", value, quote=said, sentence=said), OUT, CONTEXT).failed == failed


@pytest.mark.parametrize(
    ("quote", "sentence", "failed"),
    [
        ("dropped on 5 November 2025", "The show, which dropped on 5 November 2025, is adapted from a novel.", ()),
        ("premiered on 5 November 2025", "It premiered on 5 November 2025, and a second season has been ordered.", ()),
        ("could be seen on 5 November 2025", "It is in eight parts, the first of which could be seen on 5 November 2025.", ()),
        ("out since 5 November 2025", "The new hit, out since 5 November 2025, is a wild one.", ()),
        ("se vio el 5 de noviembre de 2025", "Se vio el 5 de noviembre de 2025, y es una maravilla.", ()),
        ("released on 5 November 2025", "The second season was released on 5 November 2025.", ("date_of_article",)),
        ("released on 5 November 2025", "It is to be released on 5 November 2025, the streamer says.", ("date_of_article",)),
        ("released on 5 November 2025", "It returns for more and, released on 5 November 2025, is as good.", ("date_of_article",)),
        ("out on 5 November 2025", "It is set to be out on 5 November 2025.", ("date_of_article",)),
    ],
)
def test_what_is_to_come_in_another_clause_makes_no_announcement(quote: str, sentence: str, failed: tuple[str, ...]) -> None:
    claim = make_claim("premiere_date", "2025-11-05", quote=quote, plain=quote, sentence=sentence)
    assert premiere.compare(claim, OUT, CONTEXT).failed == failed


def test_what_was_not_out_yet_may_have_been_moved() -> None:
    said = "It landed on 5 November 2025."
    early = JudgeContext(published=date(2025, 10, 3))
    assert premiere.compare(make_claim("premiere_date", "2025-11-05", quote=said, sentence=said), OUT, early).failed == ("date_of_article",)


SHOWN = make_show(
    Fact("premiere_date", "2023-09-08", ("paper",), region="Toronto International Film Festival"),
    Fact("premiere_date", "2023-11-03", ("paper",), region="Netflix"),
)


@pytest.mark.parametrize(
    ("value", "region", "grade", "failed"),
    [
        ("2023-09-08", "Toronto festival", Grade.MATCH, ()),
        ("2023-09", "TIFF festival", Grade.MATCH, ()),
        ("2023-09-08", None, Grade.MATCH, ()),
        ("2023-09-08", "Venice Film Festival", Grade.FAR, ()),
        ("2023-09", "Venice festival", Grade.FAR, ("region",)),  # a week apart, both may have shown it
        ("2023-05", "Cannes festival", Grade.FAR, ()),  # months before what was its premiere
        ("2023-10-12", "London festival", Grade.FAR, ("region",)),  # later ones are not all on record
        ("2023-11-03", "Venice festival", Grade.MATCH, ()),  # the day of the release, whatever stands beside it
    ],
)
def test_a_festival_is_held_against_those_on_record(value: str, region: str | None, grade: Grade, failed: tuple[str, ...]) -> None:
    claim = make_claim("premiere_date", object={"value": value} | ({"region": region} if region else {}), quote="shown there")
    found = premiere.compare(claim, SHOWN, CONTEXT)
    assert (found.grade, found.failed) == (grade, failed)


def test_where_no_festival_is_on_record_any_may_have_shown_it_first() -> None:
    claim = make_claim("premiere_date", object={"value": "2025-05", "region": "Cannes festival"}, quote="shown there")
    assert premiere.compare(claim, OUT, CONTEXT).failed == ("region",)


SEASONS = replace(
    make_show(*(Fact("episode_count", 10, ("paper",), season=n, seasons=(n,)) for n in (1, 2, 3)), Fact("season_count", 3, ("paper",))),
    format="series",
)


@pytest.mark.parametrize(
    ("sentence", "value", "failed"),
    [
        ("It has three seasons of 13 episodes each.", 13, ()),
        ("Cinco temporadas de 8 episodios cada una.", 8, ()),
        ("In all there are 64 episodes.", 64, ()),
        ("There are 20 episodes so far.", 20, None),  # two seasons together
        ("It has eight episodes.", 8, ("season",)),  # of a season, it may be those that were out
        ("It has eight episodes each an hour long.", 8, ("season",)),
    ],
)
def test_a_number_that_fits_no_season_needs_none_named(sentence: str, value: int, failed: tuple[str, ...] | None) -> None:
    found = counts.compare(make_claim("episode_count", value, quote=f"has {value} episodes", sentence=sentence), SEASONS, CONTEXT)
    assert (found.failed if found.grade is Grade.FAR else None) == failed


def test_after_the_record_was_made_another_season_may_have_come() -> None:
    claim = make_claim("episode_count", 13, quote="13 episodes", sentence="Seasons of 13 episodes each.")
    assert counts.compare(claim, SEASONS, JudgeContext(published=date(2026, 12, 1))).failed == ("season",)


LICENSED = make_show(Fact("platform", "Paramount Network", ("paper",), note="streamed on Netflix two years later"))


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("It is a Netflix original.", Grade.ABSENT),
        ("It is on Netflix.", Grade.NEAR),
        ("Many took it for a Netflix original.", Grade.NEAR),
        ("It is not a Netflix original.", Grade.NEAR),
    ],
)
def test_a_note_on_where_else_it_can_be_seen_excuses_no_original(sentence: str, grade: Grade) -> None:
    assert platform.compare(make_claim("platform", "Netflix", quote=sentence, sentence=sentence), LICENSED, CONTEXT).grade is grade


LIMITED = make_show(Fact("episode_count", 9, ("paper",)))


@pytest.mark.parametrize(
    ("sentence", "failed"),
    [
        ("Six episodes make up the whole run.", ()),
        ("A film that became a tanda de six entregas.", ()),
        ("She chose six episodes for the evening.", ("some_of_them",)),
        ("The episodes won six prizes in all.", ("some_of_them",)),
    ],
)
def test_a_smaller_number_must_be_said_of_the_whole(sentence: str, failed: tuple[str, ...]) -> None:
    claim = make_claim("episode_count", 6, quote="six episodes", sentence=sentence, pattern="slot.episodes", likelihood=0.98)
    assert counts.compare(claim, LIMITED, CONTEXT).failed == failed


@pytest.mark.parametrize(
    ("sentence", "likelihood", "gates"),
    [
        ("Six is your lot.", 0.99, []),
        ("In all there will be six.", 0.99, []),
        ("En total son seis.", 0.99, []),
        ("En total son seis.", 0.6, ["object_type"]),
        ("Six is her number.", 0.99, ["object_type"]),
    ],
)
def test_a_lone_number_that_is_all_there_is(sentence: str, likelihood: float, gates: list[str]) -> None:
    claim = make_claim("episode_count", 6, quote="six", sentence=sentence, pattern="slot.episodes", likelihood=likelihood)
    assert find_type_gates(claim, LIMITED, CONTEXT) == gates


@pytest.mark.parametrize(
    ("said", "possible"),
    [
        ("unveiled on 9 February", True),
        ("Vio la luz el 3 de junio", True),
        ("On Netflix, since 9 February", True),
        ("First episode: 9 February", True),
        ("Llegada: 9 de febrero", True),
        ("Trailer: 9 February", False),
        ("Season 1: 1947 to 1955", False),
        ("Born: 9 February", False),
        ("9 February", False),
    ],
)
def test_a_premiere_needs_a_word_for_it(said: str, possible: bool) -> None:
    plain = said.partition(": ")[2] or said
    claim = make_claim("premiere_date", "2025-02-09", quote=plain, plain=plain, sentence=said, pattern="slot.premiere")
    assert is_possible(claim) is possible


def test_an_answer_needs_no_word_for_it_where_the_question_had_one() -> None:
    answer = make_claim("premiere_date", "2025-02-09", quote="9 February", plain="9 February", sentence="On 9 February, everywhere.")
    assert is_possible(replace(answer, pattern="premiere_date.shown"))
    assert not is_possible(replace(answer, pattern="premiere_date.shown", polarity="negated"))


@pytest.mark.parametrize(("value", "failed"), [("2021-05-04", ("long_before",)), ("1994", ("long_before",)), ("2023-05-04", ())])
def test_a_day_long_before_the_release_is_one_of_something_else(value: str, failed: tuple[str, ...]) -> None:
    assert premiere.compare(make_claim("premiere_date", value), OUT, CONTEXT).failed == failed


def test_the_verb_of_the_past_may_stand_before_the_quote() -> None:
    def compare(sentence: str) -> tuple[str, ...]:
        claim = make_claim("premiere_date", "2025-11-05", quote="streaming on 5 November 2025", sentence=sentence)
        return premiere.compare(claim, OUT, CONTEXT).failed

    assert compare("All twelve episodes started streaming on 5 November 2025.") == ()
    assert compare("All twelve episodes start streaming on 5 November 2025.") == ("date_of_article",)
    assert compare("The second season started streaming on 5 November 2025.") == ("date_of_article",)


@pytest.mark.parametrize(
    ("pattern", "quote", "sentence", "failed"),
    [
        ("episode_count.has", "La serie de seis capítulos", "La serie de seis capítulos llegó en febrero.", ()),
        ("episode_count.has", "series of six episodes", "The limited series of six episodes was made by Kay Heart.", ()),
        ("episode_count.has", "spread over six episodes", "It is an exclusive spread over six episodes.", ()),
        ("episode_count.all", "Each of the six episodes", "Each of the six episodes begins with a wink.", ()),
        ("episode_count.all", "of its six episodes", "It begins today with three of its six episodes.", ()),
        ("episode_count.of_which", "opening four of six episodes", "She directed the opening four of six episodes.", ()),
        ("slot.episodes", "Entregas: seis", "Entregas: seis", ()),
        ("slot.episodes", "Six", "Six of the eight episodes have been shown.", ("some_of_them",)),
        ("slot.episodes", "five of whose nine episodes", "The series, five of whose nine episodes are out, is long.", ("some_of_them",)),
        ("episode_count.has", "with six episodes", "It was launched with six episodes.", ("some_of_them",)),
        ("episode_count.bare", "Six episodes", "Six episodes arrived at once.", ("some_of_them",)),
        ("episode_count.all", "Over six episodes", "Over six episodes we get to know the family.", ("some_of_them",)),
    ],
)
def test_fewer_than_on_record_must_be_said_of_all_of_them(pattern: str, quote: str, sentence: str, failed: tuple[str, ...]) -> None:
    show = make_show(Fact("episode_count", 9, ("paper",)))
    number = 5 if "five" in quote else 6
    claim = make_claim("episode_count", number, quote=quote, plain=quote, sentence=sentence, pattern=pattern)
    assert counts.compare(claim, show, CONTEXT).failed == failed


@pytest.mark.parametrize(
    ("quote", "failed"),
    [
        ("streaming there since 16 August 2025", ("availability",)),
        ("disponible allí desde el 16 de agosto de 2025", ("availability",)),
        ("streaming since 16 August 2025", ()),
    ],
)
def test_where_it_has_been_since_may_be_where_it_came_to_later(quote: str, failed: tuple[str, ...]) -> None:
    claim = make_claim("premiere_date", "2025-08-16", quote=quote, plain=quote, sentence=f"It is not new, though it has been {quote}.")
    assert premiere.compare(claim, OUT, CONTEXT).failed == failed
