"""What a claim is judged against besides the record: the article around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.models import Claim, Show

Confirm = Callable[[Claim], bool]


@dataclass(frozen=True, slots=True)
class JudgeContext:
    """``published``: day of the article, None where it gives none (then nothing that depends on time contradicts).

    ``claims``: all claims of the article. ``shows``: every record, by slug. ``quarantined``: (slug, property) out of
    service until an editor has looked. ``confirm``: the parser's word on a would-be contradiction; None where no parser is asked.
    """

    published: date | None = None
    language: str = "en"
    claims: tuple[Claim, ...] = ()
    shows: Mapping[str, Show] = field(default_factory=dict)
    quarantined: frozenset[tuple[str, str]] = frozenset()
    confirm: Confirm | None = None
