"""What a name, date, place or number in a sentence looks like from outside: the words around it, as features of a linear model.

The value itself is never among them, nor whether the record knows it: a name that nobody has ever heard of is read as any other. What the
record knows of the *other* names of the sentence counts ("<somebody> plays <a character on record>").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.lexicon import slot_cues

_WORD = re.compile(r"<[A-Z]\d+>|[a-z0-9'-]+|[^\sa-z0-9<]")
REACH = 24  # words on either side within which a cue counts
_JOINING = frozenset({",", "and", "y", "&", "e"})
_ENDS = frozenset(".;:()?!")


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's words for the model: entities as their type (``<P>``), figures as ``#``; ``at`` gives each word's typed offset."""

    words: tuple[str, ...]
    at: tuple[int, ...]
    places: tuple[int | None, ...]  # of each entity of the sentence, its place among the words
    cues: tuple[str | None, ...]
    kinds: tuple[str, ...]  # of each entity, what it is to the work at hand


def lay_out_words(sentence: Sentence, slug: str) -> Words:
    """The sentence as the model sees it, for the work ``slug``."""
    raw = [(m.start(), m.group()) for m in _WORD.finditer(sentence.typed)]
    cues = slot_cues()
    words = tuple(f"<{w[1]}>" if w[0] == "<" and len(w) > 1 else "#" if w.isdigit() else w for _, w in raw)
    places: list[int | None] = [None] * len(sentence.entities)
    for i, (_, word) in enumerate(raw):
        if word[0] == "<" and len(word) > 1:
            places[int(word[2:-1])] = i
    kinds = tuple(_kind_of(e, slug) for e in sentence.entities)
    return Words(words, tuple(a for a, _ in raw), tuple(places), tuple(cues.get(w.strip("-'")) for w in words), kinds)


def _kind_of(entity: Entity, slug: str) -> str:
    """What the record says of an entity: the work itself, one of its actors, characters, makers, or somebody of another work."""
    if entity.type == "S" and entity.value == slug:
        return "SHOW"
    roles = {role for show, role in entity.roles if show == slug}
    if entity.type not in {"P", "S", "X"} or not entity.roles:
        return entity.type
    for role in ("character", "real_person", "actor"):
        if role in roles:
            return f"{entity.type}:{'character' if role == 'real_person' else role}"
    return f"{entity.type}:{min(roles)}" if roles else f"{entity.type}:other"


NEEDED: Mapping[str, frozenset[str]] = {
    "date": frozenset({"shown", "published", "set", "platform", "source", "episode", "season"}),
    "number": frozenset({"episode"}),
    "place": frozenset({"filmed", "set", "shown", "source"}),
    "title": frozenset({"source", "based", "author", "published", "writer"}),
}


def is_asked(laid: Words, group: str) -> bool:
    """Is there a word in the sentence without which nothing is stated of entities of this group? Names may
    stand with any cue, in brackets, or beside somebody who plays or is played on record."""
    needed = NEEDED.get(group)
    if needed is None:
        return any(laid.cues) or "(" in laid.words or any(k.endswith((":actor", ":character")) for k in laid.kinds)
    return any(c in needed for c in laid.cues if c)


def describe(sentence: Sentence, laid: Words, number: int) -> list[str]:
    """The features of entity ``number`` of the sentence; [] where the sentence has no word for it."""
    i = laid.places[number]
    if i is None:
        return []
    return [
        "bias",
        *_neighbours(laid.words, i),
        *_behind_lists(laid.words, i),
        *_cues(laid, i),
        *_others(sentence, laid, number, i),
        *_form(sentence, sentence.entities[number]),
    ]


def _word(words: Sequence[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else "^" if i < 0 else "$"


def _neighbours(words: Sequence[str], i: int) -> Iterator[str]:
    l1, l2, l3 = _word(words, i - 1), _word(words, i - 2), _word(words, i - 3)
    r1, r2, r3 = _word(words, i + 1), _word(words, i + 2), _word(words, i + 3)
    yield from (f"L1={l1}", f"L2={l2}", f"L3={l3}", f"R1={r1}", f"R2={r2}", f"R3={r3}", f"LR={l1}|{r1}")
    yield from (f"L21={l2} {l1}", f"R12={r1} {r2}", f"L321={l3} {l2} {l1}", f"R123={r1} {r2} {r3}")
    for d in range(4, 9):
        yield f"Lb={_word(words, i - d)}"
        yield f"Rb={_word(words, i + d)}"


def _behind_lists(words: Sequence[str], i: int) -> Iterator[str]:
    """The words before and behind the row of names that the entity may stand in."""
    own = words[i]
    j = i - 1
    while j >= 0 and (words[j] in _JOINING or words[j] == own):
        j -= 1
    a, b, c = _word(words, j), _word(words, j - 1), _word(words, j - 2)
    yield from (f"LS1={a}", f"LS21={b} {a}", f"LS321={c} {b} {a}")
    j = i + 1
    while j < len(words) and (words[j] in _JOINING or words[j] == own):
        j += 1
    yield from (f"RS1={_word(words, j)}", f"RS12={_word(words, j)} {_word(words, j + 1)}")


def _cues(laid: Words, i: int) -> Iterator[str]:
    """The nearest word of each class of cues on either side, how far, and across how many entities and marks."""
    for side, step, last in (("l", -1, max(-1, i - 1 - REACH)), ("r", 1, min(len(laid.words), i + 1 + REACH))):
        seen: set[str] = set()
        entities = marks = 0
        for k in range(i + step, last, step):
            word = laid.words[k]
            if word in _ENDS:
                marks += 1
            elif word[0] == "<":
                entities += 1
            cue = laid.cues[k]
            if cue is None or cue in seen:
                continue
            if not seen:
                yield f"{side}1:{cue}"
                yield f"{side}1w:{word}"
            seen.add(cue)
            d = abs(k - i)
            yield f"{side}:{cue}:{'1' if d == 1 else '2' if d == 2 else '3-4' if d < 5 else '5-8' if d < 9 else '9+'}"
            yield f"{side}:{cue}:e{min(entities, 3)}b{min(marks, 2)}"
    for cue in sorted({c for c in laid.cues if c}):
        yield f"s:{cue}"


def _others(sentence: Sentence, laid: Words, number: int, i: int) -> Iterator[str]:
    kinds = laid.kinds
    for d in (1, 2):
        if number >= d:
            yield f"EL{d}={kinds[number - d]}"
        if number + d < len(kinds):
            yield f"ER{d}={kinds[number + d]}"
    yield f"k={min(number, 3)}"
    show = [k for k, kind in enumerate(kinds) if kind == "SHOW"]
    other = [k for k, e in enumerate(sentence.entities) if e.type == "W" or (e.type == "S" and kinds[k] != "SHOW")]
    for name, places in (("show", show), ("work", other)):
        if places:
            yield f"has:{name}"
            if places[0] < number:
                yield f"left:{name}"
    left = laid.words[:i]
    if left.count("(") > left.count(")"):
        yield "bracketed"


def _form(sentence: Sentence, entity: Entity) -> Iterator[str]:
    block = sentence.block
    yield f"block={'title' if block.index == 0 else block.kind}"
    yield f"type={entity.type}"
    yield "named" if entity.named else "unnamed"
    if entity.type == "N":
        yield f"number={entity.number}"
    if entity.type == "D":
        yield "date=" + re.sub(r"[A-Za-z]{3,}", "M", re.sub(r"\d", "#", entity.surface))
