"""What a back-end is to the checker: two small interfaces. Neither can accuse anybody (guard.py sees to that, whatever they return)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from pipeline.models import Article, Claim, Judgement, Reading, RecordBook, Show

BackendName = Literal["extractor", "adjudicator", "nli"]
BACKENDS: tuple[BackendName, ...] = ("extractor", "adjudicator", "nli")


class Extractor(Protocol):
    """Reads further claims in an article."""

    def extract(self, article: Article, reading: Reading, book: RecordBook) -> tuple[Claim, ...]:
        """Claims that ``reading`` does not have; () where it finds none or cannot be asked. Never raises for a failing service."""
        ...


class SecondLook(Protocol):
    """Asked about a would-be contradiction. ``gate`` is the name that a lowered judgement carries."""

    @property
    def gate(self) -> str: ...

    def has_doubt(self, judgement: Judgement, article: Article, show: Show) -> bool:
        """True takes the contradiction back; False, also where it cannot be asked, leaves it. Never raises for a failing service."""
        ...


@dataclass(frozen=True, slots=True)
class Backends:
    """Those that are on. ``second_looks`` are asked in order, until one doubts."""

    extractor: Extractor | None = None
    second_looks: tuple[SecondLook, ...] = ()
