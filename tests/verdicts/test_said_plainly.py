"""What plain words settle: a name that the cue governs, lone numbers behind the question, answers, all seasons together, each scene."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.models import Fact
from pipeline.verdicts import basis, counts, setting_place, setting_time
from pipeline.verdicts.beside import find_neighbours
from pipeline.verdicts.comparison import Comparison, Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.object_types import find_type_gates
from tests.builders import make_claim, make_show

CONTEXT = JudgeContext(published=date(2026, 12, 1))
DIRECTOR = Fact("director", "Ann Roe", ("paper",))
PLATFORM = Fact("platform", "Netflix", ("paper",))


def neighbours(fact: Fact, relation: str, value: str, sentence: str) -> list[str]:
    claim = make_claim(relation, value, sentence=sentence)
    return find_neighbours(claim, make_show(DIRECTOR, PLATFORM, title="Iron Harbour"), Comparison(Grade.FAR, (fact,)))


@pytest.mark.parametrize(
    ("sentence", "gates"),
    [
        ("The rights were bought by Ann Roe, but it was directed by Kay Heart.", []),
        ("Kay Heart, who made Rain, directed the series, and Ann Roe produced it.", []),
        ("It was directed by Kay Heart winner Ann Roe.", ["named_beside"]),
        ("It was directed by Kay Heart's Ann Roe.", ["named_beside"]),
        ("It was directed by Kay Heart and Rain veteran Ann Roe.", ["named_beside"]),
        ("Ann Roe, who wrote Kay Heart, directed this.", ["named_beside"]),
    ],
)
def test_a_name_that_the_cue_governs_is_no_neighbour(sentence: str, gates: list[str]) -> None:
    assert neighbours(DIRECTOR, "director", "Kay Heart", sentence) == gates


@pytest.mark.parametrize(
    ("sentence", "gates"),
    [
        ("It premiered on HBO in 2019 before moving to Netflix.", []),
        ("It was developed for HBO, before Netflix bought it.", ["named_beside"]),
        ("Netflix has it; a film on the case premiered on HBO.", ["named_beside"]),
    ],
)
def test_a_first_night_before_a_move_names_the_first_platform(sentence: str, gates: list[str]) -> None:
    assert neighbours(PLATFORM, "platform", "HBO", sentence) == gates


@pytest.mark.parametrize(
    ("sentence", "pattern", "likelihood", "gates"),
    [
        ("Eight.", "episode_count.row", 0.2, []),
        ("There are eight, each of them 50 minutes long.", "slot.episodes", 0.95, []),
        ("There are eight, each of them 50 minutes long.", "slot.episodes", 0.6, ["object_type"]),
        ("Eight people were hurt.", "slot.episodes", 0.95, ["object_type"]),
    ],
)
def test_a_lone_number_counts_episodes_where_that_is_sure(sentence: str, pattern: str, likelihood: float, gates: list[str]) -> None:
    claim = make_claim("episode_count", 8, quote="eight", sentence=sentence, pattern=pattern, likelihood=likelihood)
    assert find_type_gates(claim, make_show(), CONTEXT) == gates


SEASONS = make_show(
    *(Fact("episode_count", 10, ("paper",), season=n, seasons=(n,)) for n in (1, 2, 3)), Fact("season_count", 3, ("paper",))
)


@pytest.mark.parametrize(
    ("sentence", "value", "closed"),
    [
        ("It ran for three seasons and 50 episodes.", 50, False),
        ("It ran for three seasons, with 8 episodes apiece.", 8, True),
        ("Season after season, 8 episodes.", 8, True),
    ],
)
def test_a_number_of_all_seasons_needs_no_season(sentence: str, value: int, closed: bool) -> None:
    show = SEASONS.__class__(SEASONS.slug, SEASONS.title, "series", SEASONS.as_of, SEASONS.facts, SEASONS.sources, {}, year=2020)
    found = counts.compare(make_claim("episode_count", value, quote=f"{value} episodes", sentence=sentence), show, CONTEXT)
    assert ("season" in found.failed) is closed


def test_the_answer_to_where_it_is_set_is_said_in_so_many_words() -> None:
    show = make_show(Fact("setting_place", "Bilbao", ("paper",)))
    sentence = "In Las Vegas, during a boxing weekend."
    assert not setting_place.compare(
        make_claim("setting_place", "Las Vegas", sentence=sentence, pattern="setting.set"), show, CONTEXT
    ).failed
    read = make_claim("setting_place", "Las Vegas", sentence=sentence, pattern="slot.set_in")
    assert setting_place.compare(read, show, CONTEXT).failed == ("explicit",)


@pytest.mark.parametrize(
    ("sentence", "failed"),
    [
        ("It has eight episodes and is set in 1947.", False),
        ("The first episodes are set in 1947.", True),
        ("One episode is set in 1947.", True),
    ],
)
def test_episodes_that_are_counted_are_not_some_of_them(sentence: str, failed: bool) -> None:
    show = make_show(Fact("setting_time", "2019", ("paper",)))
    found = setting_time.compare(make_claim("setting_time", "1947", quote="is set in 1947", sentence=sentence), show, CONTEXT)
    assert ("years_near" in found.failed) is failed


@pytest.mark.parametrize(
    ("sentence", "note", "failed"),
    [
        ("Every single word was copied out of the file.", "dramatised, with an invented lawyer", ()),
        ("It is a true story, every single frame of it.", "the platform bills it as inspired by actual events; both are fair", ()),
        ("All of it happened exactly as shown.", "dramatised, with an invented lawyer", ()),
        ("Cada diálogo es auténtico.", "dramatised, with an invented lawyer", ()),
        ("There isn't one invented character in it.", "dramatised, with an invented lawyer", ()),
        ("All of it happened.", "dramatised, with an invented lawyer", ("degree",)),
        ("Every word is true, says a caption.", "dramatised, with an invented lawyer", ("degree",)),
        ("Almost every scene is as it was.", "dramatised, with an invented lawyer", ("degree",)),
        ("It is all true.", "dramatised, with an invented lawyer", ("degree",)),
        ("Every single word was copied out of the file.", None, ("degree",)),
    ],
)
def test_each_word_and_scene_is_excluded_by_what_was_invented(sentence: str, note: str | None, failed: tuple[str, ...]) -> None:
    show = make_show(Fact("story_basis", "true story", ("paper",), note=note))
    claim = make_claim("story_basis", object={"value": "true story", "degree": "entirely"}, quote=sentence, sentence=sentence)
    assert basis.compare(claim, show, CONTEXT).failed == failed
