"""What a claim is judged against besides the record: the article around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.models import Claim, Show, Source
from pipeline.verdicts.company import ALONE, Company
from pipeline.verdicts.standing import Standing

Confirm = Callable[[Claim, str], bool]
Bar = Callable[[Source], str | None]


@dataclass(frozen=True, slots=True)
class JudgeContext:
    """``published``: day of the article, None where it gives none (then nothing that depends on time contradicts).

    ``claims``: all claims of the article; ``other_works``: titles of works without a record that it names. ``folded_titles``: titles of all
    shows on record. ``shows``: every record, by slug. ``rivals``: works on the same case as each (same_case.py). ``quarantined``: (slug,
    property) out of service until an editor has looked. ``confirm``: the last word on a would-be contradiction, given the claim and the
    article's language; None where nobody is asked. ``standing``: whether statements are the article's own on their work, by their
    passages; None where that is not asked. ``thorough``: it is asked about those with weak signs too. ``bar``: why a source cannot
    count for this article ("itself", "origin", "network", "later"; None: it can); None where every source counts. ``company``: of the claim
    at hand.
    """

    published: date | None = None
    language: str = "en"
    claims: tuple[Claim, ...] = ()
    other_works: tuple[str, ...] = ()
    folded_titles: frozenset[str] = frozenset()
    shows: Mapping[str, Show] = field(default_factory=dict)
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quarantined: frozenset[tuple[str, str]] = frozenset()
    confirm: Confirm | None = None
    standing: Standing | None = None
    thorough: bool = False
    bar: Bar | None = None
    company: Company = ALONE
