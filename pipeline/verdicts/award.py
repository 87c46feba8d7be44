"""award: which prize, who, and whether won or only nominated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.models import Claim, Show
from pipeline.records.folding import fold
from pipeline.records.likeness import Likeness
from pipeline.records.names import compare_person_to_any
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.happenings import compare_event

_PRIZES = {
    "emmy": r"\bemmys?\b", "golden globe": r"\bgolden globes?\b|\bglobo de oro\b", "bafta": r"\bbaftas?\b", "goya": r"\bgoyas?\b",
    "oscar": r"\boscars?\b|\bacademy awards?\b", "screen actors guild": r"\bscreen actors guild\b|\bsag awards?\b|\bsags?\b",
    "critics choice": r"\bcritics choice\b", "peabody": r"\bpeabody\b", "national television": r"\bnational television awards?\b",
    "rts": r"\brts\b", "san sebastian": r"\bsan sebastian\b", "sundance": r"\bsundance\b", "cannes": r"\bcannes\b|\bpalme d ?or\b",
    "pulitzer": r"\bpulitzer\b", "nobel": r"\bnobel\b",
}  # fmt: skip
_NOMINATED = re.compile(r"nominat|\bentry\b|nomina", re.IGNORECASE)
_NO_WIN = re.compile(r"\bno win\b|without a win|went home empty", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w.’'-]*)+")


@dataclass(frozen=True, slots=True)
class _Prize:
    prizes: frozenset[str]
    people: tuple[str, ...]
    nominated: bool


@lru_cache(maxsize=2_000)
def _read(text: str) -> _Prize:
    plain = fold(text)
    prizes = frozenset(name for name, pattern in _PRIZES.items() if re.search(pattern, plain))
    people = tuple(n for n in _NAME.findall(text) if not any(re.search(p, fold(n)) for p in _PRIZES.values()) and "Award" not in n)
    return _Prize(prizes, people, bool(_NOMINATED.search(text)))


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """The same prize for the same people (or for the show): won or nominated, as on record. Amber at most."""
    facts = show.facts_of("award")
    told = _read(_without_titles(str(claim.object.get("value", "")), show))
    if not facts:
        return NO_RECORD
    if not told.people:
        return compare_event(claim, show, context)
    if not told.prizes:
        return INCOMPARABLE
    same = [f for f in facts if told.prizes <= _read(str(f.value)).prizes and _holds(told.people, _read(str(f.value)).people)]
    if not same:
        return INCOMPARABLE
    right = f"has on record: {same[0].value}"
    states = {_read(str(f.value)).nominated for f in same}
    if told.nominated in states:
        fact = next(f for f in same if _read(str(f.value)).nominated == told.nominated)
        return Comparison(Grade.MATCH, (fact,), "never", right=right)
    if told.nominated:
        return Comparison(Grade.NEAR, tuple(same[:1]), failed=("degree",), right=right)  # who won had been nominated
    lost = any(_NO_WIN.search(str(f.value)) for f in same)
    return Comparison(Grade.FAR if lost else Grade.NEAR, tuple(same[:1]), "never", ("degree",), right)


def _without_titles(text: str, show: Show) -> str:
    for title in show.titles:
        text = text.replace(title, "it")
    return text


def _holds(claimed: tuple[str, ...], recorded: tuple[str, ...]) -> bool:
    """Is everybody whom the claim names named on record?"""
    return (
        all(compare_person_to_any(name, recorded, surname_is_enough=True) is Likeness.SAME for name in claimed) if recorded else not claimed
    )
