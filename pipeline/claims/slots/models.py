"""Whom a character is modelled on, read by likelihood: the network joins the character and the real person behind it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.entities import Sentence
from pipeline.claims.relations.characters import name_character
from pipeline.claims.slots.findings import LEAST, RIVAL, Likely, Slot, make_likely
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.words import Words
from pipeline.models import ObjectValue

LEAST_JOINED = 0.9  # likelihood of the pair from which it is read


def read_models(sentence: Sentence, laid: Words, marks: Marks) -> Iterator[Likely]:
    """Each character with the one real person whom the network joins to it most; nobody who acts, and no part of a name."""
    pairs = {(c, r): p for (kind, c, r), p in marks.pairs.items() if kind == "portrays" and p >= LEAST_JOINED}
    for character in sorted({c for c, _ in pairs}):
        rivals = [(marks.parts[r].get("real_person", 0.0), p, r) for (c, r), p in pairs.items() if c == character]
        real, joined, person = max(rivals)
        if real < LEAST or not _may_be_model(sentence, marks, character, person):
            continue
        value: dict[str, ObjectValue] = {
            "character": name_character(sentence, sentence.entities[character]),
            "real_person": sentence.entities[person].name,
        }
        slots = [
            Slot(character, "character", joined, *marks.voices[character]),
            Slot(person, "real_person", min(real, joined), *marks.voices[person]),
        ]
        yield make_likely(sentence, laid, "slot.model", "cast_member", value, slots)


def _may_be_model(sentence: Sentence, marks: Marks, character: int, person: int) -> bool:
    """Somebody in full behind somebody who is played."""
    played, real = sentence.entities[character], sentence.entities[person]
    acts = marks.parts[person].get("actor", 0.0) >= RIVAL or marks.parts[character].get("actor", 0.0) >= RIVAL
    portrayed = not real.is_played() or any(role == "real_person" for _, role in real.roles)
    told = marks.parts[character].get("character", 0.0) >= LEAST or played.is_played()
    return (
        not acts
        and told
        and portrayed
        and not played.plays()
        and real.type == "P"
        and real.named
        and " " in real.surface
        and real.name != played.name
    )
