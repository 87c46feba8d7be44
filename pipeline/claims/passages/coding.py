"""A statement in its passage, as the passage model reads it: word pieces of the sentences around it, and which of them state it.

``[CLS] director [SEP] [headline] how true is [work] ? [SEP] [paragraph] ... [paragraph] the bbc serial of [year] ran to [number] 7
episodes [SEP] [paragraph] what comes next [SEP]``: the relation, the headline, the sentences before, the sentence itself and the one
behind. Names are kinds, as the slot model sees them (claims/slots/coding.py): what the passage is on must show in how it is told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.slots.coding import END, START, WORD, Vocabulary, kind_of
from pipeline.models import Passage, Relation

HEADLINE, BEFORE, SENTENCE, AFTER = 24, 110, 90, 20  # pieces of each at most
LOOK_BACK = 8  # sentences
RELATIONS: Mapping[Relation, str] = {  # the word by which the model is told what is asked
    "story_basis": "true",
    "based_on": "source",
    "creator": "creator",
    "writer": "writer",
    "director": "director",
    "producer": "producer",
    "production_company": "company",
    "cast_member": "cast",
    "platform": "network",
    "country": "country",
    "language": "language",
    "premiere_date": "premiere",
    "episode_count": "episodes",
    "season_count": "seasons",
    "setting_place": "setting",
    "setting_time": "period",
    "filming_location": "filmed",
    "protagonist": "hero",
    "real_event": "event",
    "award": "award",
    "renewal": "season",
}
# In the sentence itself who is on record must not show: what is asked is of which work it is said, not whether it is right.
MASKED = ("actor", "director", "creator", "writer", "producer", "stranger")


class PassageCoder:
    """Codes statements of one article; sentences are cut into pieces once for each work that is asked about."""

    def __init__(self, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
        self._sentences = sentences
        self._vocabulary = vocabulary
        self._cut: dict[tuple[int, str], list[tuple[int, int]]] = {}
        self._masked = {vocabulary[f"[{role}]"]: vocabulary["[person]"] for role in MASKED}

    def encode(self, number: int, where: Sentence, found: Found, slug: str) -> Passage:
        """What a finding in ``where`` states of the work ``slug``. ``where`` is the sentence ``number`` of the article, or what was made
        of it (an answer joined to its question)."""
        vocabulary = self._vocabulary
        stop = vocabulary[END]
        pieces = [vocabulary[START], *vocabulary.split(RELATIONS[found.relation]), stop]
        if number and self._sentences[0].block.index == 0:
            pieces += [p for _, p in self._of(0, slug)[:HEADLINE]]
        pieces.append(stop)
        before: list[int] = []
        for n in range(number - 1, max(-1, number - 1 - LOOK_BACK), -1):
            if self._sentences[n].block.index == 0 or len(before) >= BEFORE:
                break
            before = [p for _, p in self._of(n, slug)[-BEFORE:]] + before
        pieces += before[-BEFORE:]
        pieces.append(stop)
        own = self._of(number, slug) if where is self._sentences[number] else self._cut_up(where, slug)
        start, end = (bisect_left(own, (at, -1)) for at in (found.start, found.end))
        first = max(0, min(start - SENTENCE // 2, len(own) - SENTENCE))  # a long sentence is cut around what it states
        shift = len(pieces) - first
        pieces += [self._masked.get(p, p) for _, p in own[first : first + SENTENCE]]
        last = len(pieces)
        pieces.append(stop)
        if number + 1 < len(self._sentences):
            pieces += [p for _, p in self._of(number + 1, slug)[:AFTER]]
        pieces.append(stop)
        start = min(shift + start, last)
        return Passage(tuple(pieces), start, max(start + 1, min(shift + end, last)))

    def _of(self, number: int, slug: str) -> list[tuple[int, int]]:
        if (number, slug) not in self._cut:
            self._cut[number, slug] = self._cut_up(self._sentences[number], slug)
        return self._cut[number, slug]

    def _cut_up(self, sentence: Sentence, slug: str) -> list[tuple[int, int]]:
        """(typed offset, piece), behind the token for the kind of block where the sentence opens one."""
        opens = not sentence.block.sentences or sentence.start == sentence.block.sentences[0][0]
        kind = "headline" if sentence.block.index == 0 else sentence.block.kind
        found = [(-1, self._vocabulary[f"[{kind}]"])] if opens else []
        for match in WORD.finditer(sentence.typed):
            word = match.group()
            if word[0] == "<" and len(word) > 1:
                entity = sentence.entities[int(word[2:-1])]
                found.append((match.start(), self._vocabulary[kind_of(entity, slug)]))
                if entity.number is not None:
                    found += [(match.start(), piece) for piece in self._vocabulary.split(str(entity.number))]
                continue
            found += [(match.start(), piece) for piece in self._vocabulary.split(word)]
        return found
