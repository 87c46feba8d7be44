"""Who plays whom, read by likelihood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.claims.entities import Sentence
from pipeline.claims.relations.characters import is_part_of_name, name_character
from pipeline.claims.slots.findings import LEAST, UNSURE, Likely, Slot, is_likely, likelihood_of, make_likely, name_finding
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.models import read_models
from pipeline.claims.slots.pairing import is_apart, pair_rows, rival_of, stretch_to_order, weigh_pairs
from pipeline.claims.slots.portraits import read_portraits
from pipeline.claims.slots.words import Words
from pipeline.models import ObjectValue


def read_cast(sentence: Sentence, laid: Words, slots: Sequence[Slot], marks: Marks, slug: str) -> Iterator[Likely]:
    """Actors with their characters, the likeliest pairs first; the other actors each for itself."""
    actors = {s.number: s for s in slots if s.part == "actor"}
    characters = {s.number: s for s in slots if s.part == "character"}
    taken: set[int] = set()
    rows = pair_rows(sentence, sorted(actors), sorted(characters))
    for p, a, b in sorted(weigh_pairs(sentence, laid, actors, characters, marks), key=lambda pair: (-pair[0], pair[1:])):
        if {a, b} & taken:
            continue
        likely = p >= LEAST and all(is_likely(sentence, s, slug) for s in (actors[a], characters[b]))
        taken |= {a, b} if likely else set()
        character = name_character(sentence, sentence.entities[b])
        value: dict[str, ObjectValue] = {"value": sentence.entities[a].name, "character": character}
        found = make_likely(sentence, laid, name_finding("cast", likely=likely), "cast_member", value, [actors[a], characters[b]])
        if (a, b) in rows:
            found = replace(found, found=stretch_to_order(found.found, sentence))
        if not likely and (sentence.entities[b].is_played() or is_part_of_name(sentence.entities[b])):
            yield replace(found, likelihood=(min(found.likelihood, p) * p) ** 0.5)
        else:
            yield replace(found, likelihood=min(found.likelihood, p))
    yield from _read_faint(sentence, laid, actors, characters, marks)
    yield from read_portraits(sentence, laid, slots)
    yield from read_models(sentence, laid, marks)
    for number, slot in sorted(actors.items()):
        if number not in taken and is_likely(sentence, slot, slug) and likelihood_of(characters, number) < slot.likelihood:
            yield make_likely(sentence, laid, "slot.actor", "cast_member", {"value": sentence.entities[number].name}, [slot])


FAINT = 0.05  # likelihood of an actor up from which a pair may tell how likely a pattern's finding is


def _read_faint(
    sentence: Sentence, laid: Words, actors: Mapping[int, Slot], characters: Mapping[int, Slot], marks: Marks
) -> Iterator[Likely]:
    """Somebody who is hardly seen as an actor but joined, more than anybody else, to a character on record. Never read by itself."""
    pairs = {(a, b): p for (kind, a, b), p in marks.pairs.items() if kind == "plays"}
    for (a, b), p in sorted(pairs.items()):
        actor, character = sentence.entities[a], sentence.entities[b]
        seen = marks.parts.get(a, {}).get("actor", 0.0)
        if a in actors or actor.type != "P" or actor.is_played() or seen < FAINT or p < LEAST or p <= rival_of(pairs, (a, b)):
            continue
        if character.is_played() and likelihood_of(characters, b) >= LEAST and not is_apart(sentence, laid, a, b):
            value: dict[str, ObjectValue] = {"value": actor.name, "character": name_character(sentence, character)}
            slot = Slot(a, "actor", (seen * p) ** 0.5, *marks.voices[a])
            yield make_likely(sentence, laid, f"{UNSURE}cast", "cast_member", value, [slot, characters[b]])
