"""What a signal is given, and how it answers. A signal is one function; its docstring is the explanation that readers get."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pipeline.models import Article, Finding, Judgement, Reading, RecordBook, Show

Answer = Literal["yes", "no", "cannot tell"]


@dataclass(frozen=True, slots=True)
class Question:
    """One checked article, with the record of the work that it is about (None: none on record)."""

    article: Article
    reading: Reading
    judgements: tuple[Judgement, ...]
    show: Show | None
    book: RecordBook

    @property
    def own_word(self) -> tuple[Judgement, ...]:
        """Judgements on what the article says itself, not what it asks, quotes or refutes."""
        return tuple(j for j in self.judgements if j.claim.modality in {"asserted", "hedged"})


Signal = Callable[[Question], Finding]


def answer(signal: Signal | str, reply: Answer, evidence: str, value: float | None = None) -> Finding:
    """A finding under the signal's own name."""
    name = signal if isinstance(signal, str) else signal.__name__
    return Finding(name, reply, evidence, value)
