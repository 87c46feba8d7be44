"""From a sentence to typed text: each name, title, place, date and number becomes one token, so that patterns stay small.

``"Directed by Jane Roe and Sam Poe, The Title ran to six episodes"`` becomes ``"directed by <P0> and <P1>, <S2> ran to <N3> episodes"``.
Everything else is lower case. Types: S recorded work, W other work, P person, O company or platform, L place, D date or year,
N number, X another capitalised name. Patterns for titles of source works accept W and X.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, Literal

from pipeline.claims.document import Block
from pipeline.claims.gazetteer import MAKERS
from pipeline.claims.text import show_plainly
from pipeline.claims.titles import TitleHit

EntityType = Literal["S", "W", "P", "O", "L", "D", "N", "X"]


@dataclass(slots=True)
class Entity:
    """A typed stretch of a folded block. ``value``: a slug for S, the full name as written for P (a surname alone is completed from the
    article), digits for N, the surface otherwise. ``named`` is False for a person known by one word alone."""

    type: EntityType
    start: int
    end: int
    value: str
    surface: str
    named: bool = True
    person: bool = False  # an S that is a person's name as well
    hit: TitleHit | None = None
    number: int | None = None
    years: tuple[int, ...] = ()
    roles: frozenset[tuple[str, str]] = frozenset()
    quoted: bool = False

    @property
    def name(self) -> str:
        """A person's name: the full one of the article, or as written."""
        return self.value if self.type == "P" else self.surface

    def plays(self) -> bool:
        """Is this somebody who acts (or makes things) on record, in any work?"""
        return any(role in MAKERS or role == "actor" for _, role in self.roles)

    def acts(self) -> bool:
        """Is this somebody who acts on record, in any work?"""
        return any(role == "actor" for _, role in self.roles)

    def may_act(self) -> bool:
        """Is this a person's full name that is nobody's part?"""
        return self.type == "P" and " " in self.name and self.named and not self.is_played()

    def is_played(self) -> bool:
        """Is this a character or a portrayed person on record, and no actor?"""
        return (
            self.type in {"P", "S"}
            and not self.plays()
            and (not self.named or any(role in {"character", "real_person"} for _, role in self.roles))
        )


@dataclass(slots=True)
class Sentence:
    """One sentence as typed text with the way back. Offsets called "typed" count in ``typed``, "folded" ones in the block's text."""

    block: Block
    start: int
    end: int
    index: int  # running number in the article
    typed: str = ""
    headline: str = ""  # the article's title in typed text
    entities: list[Entity] = field(default_factory=list)
    works: dict[str, Any] = field(default_factory=dict)  # what was found out about works named here, by slug (doubts.py)
    _typed_at: list[int] = field(default_factory=list)
    _folded_at: list[int] = field(default_factory=list)
    _is_entity: list[bool] = field(default_factory=list)

    def to_folded(self, typed: int, is_end: bool = False) -> int:
        """A typed offset in the block's folded text; inside a token its start, or its end for the end of a stretch."""
        i = bisect_right(self._typed_at, typed) - 1
        if is_end and i > 0 and self._typed_at[i] == typed:
            i -= 1
            return self._folded_at[i + 1] if self._is_entity[i] else self._folded_at[i] + typed - self._typed_at[i]
        if self._is_entity[i]:
            return self._folded_at[i + 1] if is_end else self._folded_at[i]
        return self._folded_at[i] + typed - self._typed_at[i]

    def to_typed(self, folded: int) -> int:
        """An offset in the block's folded text, in typed text; inside an entity its token's start."""
        i = max(0, bisect_right(self._folded_at, folded) - 1)
        return self._typed_at[i] if self._is_entity[i] else self._typed_at[i] + folded - self._folded_at[i]

    def behind(self, prefix: str, skipped: int, *more: Entity) -> Sentence:
        """The sentence from a typed offset on behind words of our own, which map to the first character kept; ``more`` are appended to
        the entities, for tokens in the prefix."""
        first = self.to_folded(skipped)
        made = Sentence(self.block, self.start, self.end, self.index, prefix + self.typed[skipped:], self.headline, [*self.entities, *more])
        made._typed_at, made._folded_at, made._is_entity = [0, len(prefix)], [first, first], [True, False]
        for typed, folded, is_entity in zip(self._typed_at, self._folded_at, self._is_entity, strict=True):
            if typed >= skipped:
                made._typed_at.append(typed - skipped + len(prefix))
                made._folded_at.append(folded)
                made._is_entity.append(is_entity)
        return made

    def entity_at(self, token: str) -> Entity:
        """The entity of a token such as ``<P3>``."""
        return self.entities[int(token[2:-1])]

    def text(self, typed_start: int, typed_end: int) -> str:
        """What the page says there, as a reader sees it."""
        a, b = self.block.folded.to_original(self.to_folded(typed_start), self.to_folded(typed_end, is_end=True))
        return show_plainly(self.block.folded.original[a:b])
