"""What is not read though the slot model is nearly sure: numbers of other things, other works, pairs that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.reader import Reader
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.reader import read_slots
from tests.builders import SilentModel
from tests.claims.helpers import article
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"


def read(sentence: Sentence, **parts: str) -> set[str]:
    """Names of what is read, where the model is sure of these parts for the entities that begin so."""
    found = {n: {parts[word]: 0.97} for n, e in enumerate(sentence.entities) for word in parts if e.surface.split()[0].lower() == word}
    plays = {("plays", a, b): 0.9 for a, given in found.items() for b in found if "actor" in given and "character" in found[b]}
    marks = Marks(found, voices=dict.fromkeys(found, (0.0, 0.0)), pairs=plays if len(plays) == 1 else {})
    return {s.name for s in read_slots(sentence, SLUG, marks)}


@pytest.mark.parametrize(
    ("told", "is_read"),
    [
        ("There are seven episodes to get through.", True),
        ("Seven, and no more than that.", True),
        ("It follows seven school friends from one summer to the next.", False),
        ("Each part ends near the seven-minute mark.", False),
        ("I have been a member of the club since I was seven.", False),
    ],
)
def test_a_number_of_other_things_counts_no_episodes(told: str, is_read: bool, to_sentence: Callable[[str], Sentence]) -> None:
    assert ("slot.episodes" in read(to_sentence(told), seven="episodes")) is is_read


def test_who_made_another_work_is_not_read(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence("Quilla Vestergaard also created Harrowgate."), quilla="creator") == set()
    assert read(to_sentence("Quilla Vestergaard, remember, also created Harrowgate."), quilla="creator") == set()
    assert read(to_sentence("Quilla Vestergaard also created the series."), quilla="creator") == {"slot.creator"}


def test_who_sold_it_on_did_not_show_it(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence("It began at Showtime, which sold it in the end."), showtime="platform") == set()


@pytest.mark.parametrize(
    ("told", "is_pair"),
    [
        ("Quilla Vestergaard is Orla Vance.", True),
        ("Quilla Vestergaard isn't Orla Vance, whatever a caption says.", False),
        ("Quilla Vestergaard is here as Orla Vance, her rival, is Tobin Marrakesh.", False),
        ("Quilla Vestergaard, who had danced elsewhere as Orla Vance.", False),
        ("Orla Vance is a real person, and so is the teacher played by Quilla Vestergaard.", False),
    ],
)
def test_two_names_are_no_pair(told: str, is_pair: bool, to_sentence: Callable[[str], Sentence]) -> None:
    found = read(to_sentence(told), quilla="actor", orla="character", tobin="actor")
    assert ("slot.cast" in found) is is_pair


@pytest.mark.parametrize(
    "told",
    [
        "In Nobody Counts the Rain, Edda and Orla Vance (Tobin Marrakesh, Quilla Vestergaard) quarrel.",
        "In Nobody Counts the Rain, Quilla Vestergaard is the killer, Orla Vance the colleague who stops her.",
        "In Nobody Counts the Rain, Quilla Vestergaard plays him, with her own son as Orla Vance.",
        "There is a rival on its way: Amazon's A Very Long Drizzle will have Quilla Vestergaard as Orla Vance.",
    ],
)
def test_names_side_by_side_are_no_pair_for_the_patterns_either(told: str) -> None:
    claims = Reader(make_reader().book, SilentModel()).read(article(told), about=SLUG).claims
    pairs = [c for c in claims if c.relation == "cast_member" and c.object.get("character") == "Orla Vance"]
    assert not [c for c in pairs if "other_work" not in c.doubts]


def test_a_set_is_no_setting() -> None:
    reader = Reader(make_reader().book, SilentModel())
    told = "Nobody Counts the Rain had trouble: on the set in New Orleans tempers flared."
    assert not [c for c in reader.read(article(told), about=SLUG).claims if c.relation == "setting_place"]
    stated = "Nobody Counts the Rain is set in New Orleans."
    assert [c for c in reader.read(article(stated), about=SLUG).claims if c.relation == "setting_place"]


def test_behind_is_only_somebody_who_acts_on_record_is_the_actor(to_sentence: Callable[[str], Sentence]) -> None:
    """A joke about an earlier part ("Orla Vance is Kay Heart!!") looks the same."""
    assert "slot.cast" not in read(to_sentence("Orla Vance is Quilla Vestergaard!!"), quilla="actor", orla="character")
