"""Statements read by likelihood: each name, date, place and number of a sentence is asked what it is said to be.

Patterns (relations/) know fixed ways of putting things; this reader knows how the words around a value look when it is stated, and gives a
likelihood with each finding. Its findings pass the same subject, mode, comparison and gates as those of a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.claims.days import read_day
from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.lexicon import source_kinds
from pipeline.claims.patterns import Found
from pipeline.claims.relations.counts import is_partial
from pipeline.claims.relations.platforms import brand_of
from pipeline.claims.relations.premiere import is_not_first
from pipeline.claims.relations.wording import (
    belongs_elsewhere,
    clause_before,
    is_about_other_thing,
    is_about_person,
    is_planned,
    is_platform,
    read_season,
)
from pipeline.claims.slots.features import Words, describe, is_asked, lay_out_words
from pipeline.claims.slots.model import GROUPS, SlotModel
from pipeline.models import ObjectValue, Relation

LEAST = 0.5  # likelihood under which nothing is read
LEAST_KNOWN = 0.15  # the same for somebody whom the record knows in this very part
RIVAL = 0.15  # a value that may play the same part as well, so that it is not clear who stands with whom
MOST_EPISODES = 300
_SIMPLE: Mapping[str, Relation] = {
    "director": "director",
    "creator": "creator",
    "writer": "writer",
    "producer": "producer",
    "company": "production_company",
    "filmed_in": "filming_location",
    "set_in": "setting_place",
    "set_at": "setting_time",
}
COVERED: frozenset[Relation] = frozenset(_SIMPLE.values()) | {"cast_member", "based_on", "platform", "premiere_date", "episode_count"}
# The class of cue words (cues.toml) from which a statement is taken to run to its value.
_CUES: Mapping[str, tuple[str, ...]] = {
    "actor": ("cast",),
    "character": ("cast",),
    "director": ("director",),
    "creator": ("creator",),
    "writer": ("writer",),
    "producer": ("producer",),
    "company": ("producer",),
    "filmed_in": ("filmed",),
    "set_in": ("set",),
    "set_at": ("set",),
    "source_author": ("author", "source", "based"),
    "source_title": ("source", "based"),
    "platform": ("platform", "shown"),
    "premiere": ("shown",),
    "episodes": ("episode",),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A value and the part that it is said to play, with the likelihood (0..1)."""

    number: int  # of the entity in its sentence
    part: str
    likelihood: float


@dataclass(frozen=True, slots=True)
class Likely:
    """A finding with its likelihood, and the name under which it is kept: "slot.director", or "slot?.director" where it is too unlikely to
    be read by itself, and only tells how likely the same finding of a pattern is."""

    name: str
    found: Found
    likelihood: float


def find_slots(sentence: Sentence, laid: Words, model: SlotModel) -> list[Slot]:
    """What each entity may be said to be, in order; all parts from RIVAL up."""
    slots = []
    asked = {group for group in set(GROUPS.values()) if is_asked(laid, group)}
    for number, entity in enumerate(sentence.entities):
        group = GROUPS.get(entity.type)
        if group not in asked or laid.kinds[number] == "SHOW":
            continue
        likelihoods = model.likelihoods(group, describe(sentence, laid, number))
        slots += [Slot(number, part, p) for part, p in sorted(likelihoods.items()) if p >= RIVAL]
    return slots


def read_slots(sentence: Sentence, slug: str, model: SlotModel) -> Iterator[Likely]:
    """Findings about the work ``slug`` in one sentence."""
    if not sentence.entities:
        return
    laid = lay_out_words(sentence, slug)
    slots = find_slots(sentence, laid, model)
    yield from _read_cast(sentence, laid, slots, slug)
    yield from _read_source(sentence, laid, slots)
    for slot in slots:
        yield from _read_one(sentence, laid, slot, _is_likely(sentence, slot, slug))


def _is_likely(sentence: Sentence, slot: Slot, slug: str) -> bool:
    """Likely enough to be read? Less is asked for somebody whom the record knows in this very part."""
    known = (slug, slot.part) in sentence.entities[slot.number].roles
    return slot.likelihood >= (LEAST_KNOWN if known else LEAST)


UNSURE = "slot?."


def _name(part: str, *, likely: bool) -> str:
    return f"slot.{part}" if likely else f"{UNSURE}{part}"


def _read_one(sentence: Sentence, laid: Words, slot: Slot, is_likely: bool) -> Iterator[Likely]:
    entity = sentence.entities[slot.number]
    if _DENIED.search(sentence.typed[: _extent(sentence, laid, slot.number)[0]]):
        return
    relation: Relation | None = _SIMPLE.get(slot.part)
    value: dict[str, ObjectValue] | None = None
    if relation is not None:
        value = {"value": entity.name}
    elif slot.part == "platform" and is_platform(entity):
        relation, value = "platform", {"value": brand_of(entity)}
    elif slot.part == "premiere":
        relation, value = "premiere_date", _premiere(sentence, entity, _extent(sentence, laid, slot.number)[0])
    elif slot.part == "episodes" and entity.number is not None and 1 < entity.number <= MOST_EPISODES:
        relation, value = "episode_count", {"value": entity.number, **_season(sentence, _extent(sentence, laid, slot.number)[0])}
    if relation is not None and value is not None:
        likely = _likely(sentence, laid, _name(slot.part, likely=is_likely), relation, value, [slot])
        if not (relation in _OF_THE_WORK and _is_of_something_else(likely.found, sentence)):
            yield likely


_DENIED = re.compile(
    r"\b(?:not|nor|never|no|rather than|instead of|unlike|ni)(?: just| only| the| by| on| in| en| por| de)? $"
)  # "five, not eight"
_OF_THE_WORK = frozenset({"platform", "premiere_date", "episode_count", "filming_location", "setting_place", "setting_time"})


def _is_of_something_else(found: Found, sentence: Sentence) -> bool:
    """Said of a book, a documentary, somebody's next series, a person who was released, a gun that was shot?"""
    at = found.trigger
    return (
        belongs_elsewhere(sentence, at)
        or belongs_elsewhere(sentence, found.start)
        or is_about_other_thing(sentence.typed, at)
        or (found.relation in {"premiere_date", "filming_location"} and is_about_person(sentence.typed, at))
        or (found.relation == "episode_count" and is_partial(sentence, found.start, found.end))
        or (found.relation == "premiere_date" and is_not_first(sentence, found.start, found.end))
        or is_planned(sentence, found.end)
    )


def _season(sentence: Sentence, at: int) -> dict[str, ObjectValue]:
    """The season named in the clause of a typed offset."""
    start = at - len(clause_before(sentence.typed, at, 70))
    behind = re.split(r"[,;.:]", sentence.typed[at : at + 40])[0]
    season = read_season(sentence, start, at + len(behind))
    return {} if season is None else {"season": season}


def _premiere(sentence: Sentence, entity: Entity, at: int) -> dict[str, ObjectValue] | None:
    day = read_day(entity.surface, sentence.block.published, False, sentence.block.spanish)
    return None if day is None else {"value": day, **_season(sentence, at)}


def _read_source(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> Iterator[Likely]:
    """One source work per sentence, where a word says that something is based on it: title, authors and kind. Years are left to patterns:
    a year beside a source may be anything's."""
    mine = [s for s in slots if s.part in {"source_author", "source_title"} and s.likelihood >= LEAST]
    if not mine or "based" not in laid.cues:
        return
    value: dict[str, ObjectValue] = {}
    titles = [sentence.entities[s.number] for s in mine if s.part == "source_title"]
    authors = [s.number for s in mine if s.part == "source_author"]
    if len(titles) > 1 or any(b != a + 1 or not _are_joined(sentence, laid, a, b) for a, b in pairwise(authors)):
        return  # two works in one sentence: whose author is whose is not for this reader to say
    if titles:
        value["value"] = titles[0].surface
    if authors:
        value["author"] = " and ".join(dict.fromkeys(sentence.entities[n].name for n in authors))
    kind = _kind_near(laid, mine)
    if kind is not None:
        value["kind"] = kind
    yield _likely(sentence, laid, "slot.source", "based_on", value, mine)


_VAGUE = frozenset({"reportage", "reporting", "story", "account", "work", "piece", "relato", "cronica"})  # of books as well as of articles
_ON_SCREEN = frozenset({"series", "film", "documentary"})


def _kind_near(laid: Words, slots: Sequence[Slot]) -> str | None:
    """The word for a kind of source that stands nearest to its title or author; words for screen works are the work's own."""
    kinds = source_kinds()
    places = [p for s in slots if (p := laid.places[s.number]) is not None]
    near = [
        (min(abs(i - p) for p in places), kinds[word])
        for i, word in enumerate(laid.words)
        if word not in _VAGUE and kinds.get(word, "series") not in _ON_SCREEN
    ]
    return min(near)[1] if near else None


def _read_cast(sentence: Sentence, laid: Words, slots: Sequence[Slot], slug: str) -> Iterator[Likely]:
    """Actors with their characters where the order leaves one way to pair them; else each for itself."""
    actors = {s.number: s for s in slots if s.part == "actor"}
    characters = {s.number: s for s in slots if s.part == "character"}
    people = [n for n, kind in enumerate(laid.kinds) if kind.startswith("P") or n in actors or n in characters]
    paired: set[int] = set()
    rows = {n for a, b in pairwise(people) for n in (a, b) if _are_alike(actors, characters, a, b) and _are_joined(sentence, laid, a, b)}
    for first, second in pairwise(people):
        if {first, second} & (paired | rows):
            continue
        pair = _pair(actors, characters, first, second)
        if pair is not None and _is_linked(sentence, laid, first, second):
            likely = all(_is_likely(sentence, s, slug) for s in pair)
            paired |= {first, second} if likely else set()
            value: dict[str, ObjectValue] = {
                "value": sentence.entities[pair[0].number].name,
                "character": sentence.entities[pair[1].number].name,
            }
            yield _likely(sentence, laid, _name("cast", likely=likely), "cast_member", value, pair)
    for number, slot in sorted(actors.items()):
        if number not in paired and _is_likely(sentence, slot, slug) and _of(characters, number) < slot.likelihood:
            yield _likely(sentence, laid, "slot.actor", "cast_member", {"value": sentence.entities[number].name}, [slot])


def _pair(actors: Mapping[int, Slot], characters: Mapping[int, Slot], first: int, second: int) -> tuple[Slot, Slot] | None:
    """Two neighbours as (actor, character), where one may be the one and one the other."""
    if _of(actors, first) > _of(characters, first) and _of(characters, second) > _of(actors, second):
        return actors[first], characters[second]
    if _of(characters, first) > _of(actors, first) and _of(actors, second) > _of(characters, second):
        return actors[second], characters[first]
    return None


def _are_alike(actors: Mapping[int, Slot], characters: Mapping[int, Slot], a: int, b: int) -> bool:
    """Would the two play the same part: both actors, or both characters?"""
    return (_of(actors, a) > _of(characters, a)) is (_of(actors, b) > _of(characters, b))


def _are_joined(sentence: Sentence, laid: Words, a: int, b: int) -> bool:
    """Do two neighbours stand in one row of names?"""
    return _JOINED.fullmatch(_between(sentence, laid, a, b)) is not None


def _between(sentence: Sentence, laid: Words, first: int, second: int) -> str:
    """The typed text between two entities; all of the sentence where one has no word."""
    a, b = laid.places[first], laid.places[second]
    if a is None or b is None:
        return sentence.typed
    return sentence.typed[sentence.typed.index(">", laid.at[a]) + 1 : laid.at[b]]


_JOINED = re.compile(r",? (?:and|&|y|e) |, ")
_LINK = re.compile(
    r"\b(?:as|plays?|played|playing|portray\w*|role|part|embod\w+|interpreta\w*|encarna\w*|da vida|dio vida|papel|como|protagoniza\w*)\b"
)
_SHORT_LINK = re.compile(r"^(?:'s)? (?:[a-z]+ly )?(?:is|was|are|es|played by|por|by) (?:the |an? )?$")  # "Jo Poe is Kay Heart"
_IN_A_ROW = frozenset({": ", " - ", " ~ ", " / "})  # "Jo Poe: Kay Heart" alone on its line
ROW_ENTITIES, ROW_WORDS = 3, 6
_APART = re.compile(r"[;:]|, (?:with|while|and|alongside|con|y) ")
MOST_BETWEEN = 90  # typed characters


def _is_linked(sentence: Sentence, laid: Words, first: int, second: int) -> bool:
    """Does a word for playing stand between two neighbours, and nothing that parts them?"""
    between = _between(sentence, laid, first, second)
    if between in _IN_A_ROW:
        return len(laid.kinds) <= ROW_ENTITIES and sentence.typed.count(" ") <= ROW_WORDS
    if between in {" (", "("}:
        place = laid.places[second]
        return place is not None and laid.words[place + 1 : place + 2] == (")",)
    linked = _LINK.search(between) or _SHORT_LINK.search(between)
    return len(between) <= MOST_BETWEEN and bool(linked) and not _APART.search(between)


def _of(slots: Mapping[int, Slot], number: int) -> float:
    return slots[number].likelihood if number in slots else 0.0


def _likely(sentence: Sentence, laid: Words, name: str, relation: Relation, value: dict[str, ObjectValue], slots: Sequence[Slot]) -> Likely:
    """The finding over the stretch from the nearest cue to the values."""
    ends = [_extent(sentence, laid, s.number) for s in slots]
    start, end = min(a for a, _ in ends), max(b for _, b in ends)
    cue = _nearest_cue(laid, slots)
    trigger = (start, start)
    if cue is not None:
        trigger = (laid.at[cue], laid.at[cue] + len(laid.words[cue]))
        start, end = min(start, trigger[0]), max(end, trigger[1])
    reach = 20 if relation in _OF_THE_WORK else 60  # "... is a documentary in three parts, which X directed"
    kind = _DOCUMENTARY.search(sentence.typed[max(0, start - reach) : end + 20]) if relation != "cast_member" else None
    noun = "documentary" if kind else None
    return Likely(name, Found(relation, value, start, end, *trigger, noun=noun), min(s.likelihood for s in slots))


_DOCUMENTARY = re.compile(r"\b(?:documentary|docuseries|docu-series|documental)\b")


def _extent(sentence: Sentence, laid: Words, number: int) -> tuple[int, int]:
    place = laid.places[number]
    start = laid.at[place] if place is not None else 0
    return start, sentence.typed.index(">", start) + 1


def _nearest_cue(laid: Words, slots: Sequence[Slot]) -> int | None:
    """The word of the part's own class nearest to one of the values."""
    wanted = {c for s in slots for c in _CUES.get(s.part, ())}
    places = [p for s in slots if (p := laid.places[s.number]) is not None]
    # "is not adapted from <a book>": the verb carries the denial, however near the noun stands
    near = [(cue != "based", min(abs(i - p) for p in places), i) for i, cue in enumerate(laid.cues) if cue in wanted]
    return min(near)[2] if near else None
