"""What the slot readers share: slots, findings with their likelihood, and the stretch of a sentence that a finding covers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.slots.words import Words
from pipeline.models import ObjectValue, Relation

LEAST = 0.5  # likelihood under which nothing is read
LEAST_KNOWN = 0.15  # the same for somebody whom the record knows in this very part
RIVAL = 0.15  # a value that may play the same part as well, so that it is not clear who stands with whom
BY_LIKELIHOOD, UNSURE = "slot", "slot?."
PEOPLE = frozenset("PSX")  # what somebody may be: a person who is a title too is an S
OF_THE_WORK = frozenset({"platform", "premiere_date", "episode_count", "filming_location", "setting_place", "setting_time"})
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
    """A value and the part that it is said to play, with the likelihood (0..1) of that and of being somebody else's word, or denied."""

    number: int  # of the entity in its sentence
    part: str
    likelihood: float
    not_own: float = 0.0
    denied: float = 0.0


@dataclass(frozen=True, slots=True)
class Likely:
    """A finding with its likelihood, and the name under which it is kept: "slot.director", or "slot?.director" where it is too unlikely to
    be read by itself, and only tells how likely the same finding of a pattern is. ``not_own`` and ``denied`` as of a slot."""

    name: str
    found: Found
    likelihood: float
    not_own: float = 0.0
    denied: float = 0.0


def is_likely(sentence: Sentence, slot: Slot, slug: str) -> bool:
    """Likely enough to be read? Less is asked for somebody whom the record knows in this very part."""
    known = (slug, slot.part) in sentence.entities[slot.number].roles
    return slot.likelihood >= (LEAST_KNOWN if known else LEAST)


def name_finding(part: str, *, likely: bool) -> str:
    return f"slot.{part}" if likely else f"{UNSURE}{part}"


def likelihood_of(slots: Mapping[int, Slot], number: int) -> float:
    return slots[number].likelihood if number in slots else 0.0


def make_likely(
    sentence: Sentence, laid: Words, name: str, relation: Relation, value: dict[str, ObjectValue], slots: Sequence[Slot]
) -> Likely:
    """The finding over the stretch from the nearest cue to the values."""
    ends = [find_extent(sentence, laid, s.number) for s in slots]
    start, end = min(a for a, _ in ends), max(b for _, b in ends)
    cue = _nearest_cue(laid, slots)
    trigger = (start, start)
    if cue is not None:
        trigger = (laid.at[cue], laid.at[cue] + len(laid.words[cue]))
        start, end = min(start, trigger[0]), max(end, trigger[1])
    reach = 20 if relation in OF_THE_WORK else 60  # "... is a documentary in three parts, which X directed"
    kind = _DOCUMENTARY.search(sentence.typed[max(0, start - reach) : end + 20]) if relation != "cast_member" else None
    noun = "documentary" if kind else None
    found = Found(relation, value, start, end, *trigger, noun=noun)
    return Likely(name, found, min(s.likelihood for s in slots), max(s.not_own for s in slots), max(s.denied for s in slots))


_DOCUMENTARY = re.compile(r"\b(?:documentary|docuseries|docu-series|documental)\b")


def find_extent(sentence: Sentence, laid: Words, number: int) -> tuple[int, int]:
    place = laid.places[number]
    start = laid.at[place] if place is not None else 0
    return start, sentence.typed.index(">", start) + 1


def _nearest_cue(laid: Words, slots: Sequence[Slot]) -> int | None:
    """The word of the part's own class nearest to one of the values."""
    wanted = {c for s in slots for c in _CUES.get(s.part, ())}
    places = [p for s in slots if (p := laid.places[s.number]) is not None]
    # "is not adapted from <a book>": the verb carries the denial, however near the noun stands
    stops = [i for i, word in enumerate(laid.words) if word == ";"]  # a word beyond one belongs to another statement
    near = [
        (cue != "based", min(abs(i - p) for p in places), i)
        for i, cue in enumerate(laid.cues)
        if cue in wanted and not any(min(i, *places) < stop < max(i, *places) for stop in stops)
    ]
    return min(near)[2] if near else None
