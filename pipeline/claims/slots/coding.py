"""A sentence as the slot model reads it: word pieces, with every name, title, place, date and number as one token that tells its kind.

``"directed by <P0>, <S1> ran to <N2> episodes"`` becomes
``[CLS] [SEP] [paragraph] directed by [person] , [work] ran to [number] 6 episodes [SEP]``, with the last words of the sentence before
between the first two (kinds.toml has the tokens of our own). Names themselves are never in it: one that nobody has ever heard of is read
as any other. Pieces are those of WordPiece (Wu et al., 2016, as used by BERT, Devlin et al., 2019): the longest known piece first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.lexicon import source_kinds

WORD = re.compile(r"<[A-Z]\d+>|[a-z]+|\d+|[^\sa-z\d<]|<")
_YEAR = re.compile(r"\d{4}")
_ROLES = ("actor", "character", "director", "creator", "writer", "producer")
CONTEXT = 40  # pieces of the sentence before
LENGTH = 160  # pieces of a sentence; what is longer is cut off
START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


@dataclass(frozen=True, slots=True)
class Coded:
    """``pieces``: their numbers; ``entities``: entity of the sentence -> its place among them; ``nouns``: (typed offset, kind of source,
    place) of each word for a source work."""

    pieces: tuple[int, ...]
    entities: Mapping[int, int]
    nouns: tuple[tuple[int, str, int], ...]


class Vocabulary:
    """Word pieces by number, in the order of their list: ``numbers`` has each."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.numbers = {piece: number for number, piece in enumerate(pieces)}
        self.split = lru_cache(maxsize=50_000)(self._split)

    def __getitem__(self, piece: str) -> int:
        return self.numbers[piece]

    def _split(self, word: str) -> tuple[int, ...]:
        """A word's pieces; the unknown piece for one with a stretch that no piece begins."""
        found = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self.numbers.get(mark + word[start:end])
                if number is not None:
                    break
            else:
                return (self.numbers[UNKNOWN],)
            found.append(number)
            start = end
        return tuple(found)


def encode(sentence: Sentence, slug: str, before: Sentence | None, vocabulary: Vocabulary) -> Coded:
    """The sentence for the work ``slug``; ``before`` is the one that precedes it in the article."""
    context = _pieces_of(before, slug, vocabulary)[0][-CONTEXT:] if before is not None else []
    kind = "headline" if sentence.block.index == 0 else sentence.block.kind
    head = [vocabulary[START], *context, vocabulary[END], vocabulary[f"[{kind}]"]]
    pieces, entities, nouns = _pieces_of(sentence, slug, vocabulary)
    pieces = pieces[:LENGTH]
    shift = len(head)
    return Coded(
        (*head, *pieces, vocabulary[END]),
        {entity: shift + at for entity, at in entities.items() if at < len(pieces)},
        tuple((offset, noun, shift + at) for offset, noun, at in nouns if at < len(pieces)),
    )


def _pieces_of(sentence: Sentence, slug: str, vocabulary: Vocabulary) -> tuple[list[int], dict[int, int], list[tuple[int, str, int]]]:
    pieces: list[int] = []
    entities: dict[int, int] = {}
    nouns: list[tuple[int, str, int]] = []
    kinds = source_kinds()
    for match in WORD.finditer(sentence.typed):
        word = match.group()
        if word[0] == "<" and len(word) > 1:
            number = int(word[2:-1])
            entity = sentence.entities[number]
            entities[number] = len(pieces)
            pieces.append(vocabulary[kind_of(entity, slug)])
            if entity.number is not None:
                pieces += vocabulary.split(str(entity.number))
            continue
        if word in kinds:
            nouns.append((match.start(), kinds[word], len(pieces)))
        pieces += vocabulary.split(word)
    return pieces, entities, nouns


def kind_of(entity: Entity, slug: str) -> str:
    """The token for an entity: its type, and for names what the record of the work ``slug`` knows them as."""
    if entity.type == "S" and entity.value == slug:
        return "[work]"
    if entity.type in {"S", "W"}:
        return "[quoted_work]" if entity.quoted else "[other_work]"
    if entity.type == "D":
        return _kind_of_date(entity.surface)
    if entity.type in {"O", "L", "N"}:
        return {"O": "[organisation]", "L": "[place]", "N": "[number]"}[entity.type]
    roles = {"character" if role == "real_person" else role for show, role in entity.roles if show == slug}
    known = next((role for role in ("character", "actor", *_ROLES) if role in roles), None)
    if known is not None:
        return f"[{known}]"
    if entity.type == "X":
        return "[name]"
    return "[stranger]" if entity.roles else "[person]" if entity.named else "[surname]"


def _kind_of_date(surface: str) -> str:
    if surface.endswith("s") or not any(c.isdigit() for c in surface):
        return "[decade]"
    if surface.isdigit():
        return "[year]"
    return "[day]" if re.search(r"\d", _YEAR.sub("", surface)) else "[month]"
