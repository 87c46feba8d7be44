"""renewal: renewed, ended or nothing announced, by what each line says; the day of the article decides what could be known."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.models import Claim, Show
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.seasons import count_seasons

State = Literal["renewed", "cancelled", "none announced"]
_NONE = re.compile(r"\bno (?:\w+ )?(?:season|series)|closed story|nothing announced|not been renewed", re.I)
_CANCELLED = re.compile(r"cancel|axed|scrapped|indefinite hold|will not return|\bended\b", re.I)
_RENEWED = re.compile(
    r"renew|order|"
    r"(?:second|third|fourth|fifth|sixth|seventh|next|new) season|season (?:two|three|\d)|sequel|more seasons|instal|returns?\b|temporada",
    re.I,
)
_SEASON = re.compile(r"\b(second|third|fourth|fifth|sixth|seventh|segunda|tercera)\b|season (\d+|two|three|four)", re.I)
_ORDINALS = {
    "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "segunda": "2", "tercera": "3", "two": "2",
    "three": "3", "four": "4",
}  # fmt: skip


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """Amber at most: a series may be renewed the day after its record was read."""
    facts = show.facts_of("renewal")
    wanted = _state_of(str(claim.object.get("value", "")))
    if wanted is None:
        return INCOMPARABLE
    if not facts:
        return NO_RECORD if claim.modality == "question" else _compare_with_limited(wanted, show, context)
    read = [(f, s) for f in facts if (s := _state_of(str(f.value)))]
    named = _seasons(str(claim.object["value"]))
    same_season = [(f, s) for f, s in read if not named or s != "renewed" or _seasons(str(f.value)) & named]
    if not same_season:
        return INCOMPARABLE
    fact, state = next(((f, s) for f, s in same_season if s == wanted), same_season[0])
    right = f"has on record: {fact.value}"
    if claim.polarity == "negated" and state == wanted == "renewed":
        return Comparison(Grade.NEAR, (fact,), failed=("date_of_article",), right=right)  # nothing announced then, renewed later
    if state == wanted or {state, wanted} == {"cancelled", "none announced"}:
        return Comparison(Grade.MATCH if state == wanted else Grade.NEAR, (fact,), "never", right=right)
    failed = ("never",) if context.published and context.published <= show.as_of else ("date_of_article",)
    return Comparison(Grade.FAR, firm((fact,)), "never", failed, right)


def _compare_with_limited(wanted: State, show: Show, context: JudgeContext) -> Comparison:
    """A limited series of which the record, read after the article, knows no further season."""
    is_older = context.published is not None and context.published <= show.as_of
    if wanted != "renewed" or show.format != "limited series" or count_seasons(show) > 1 or not is_older:
        return NO_RECORD
    facts = firm(show.facts_of("season_count") or show.facts_of("episode_count"))
    vouchers = tuple(s for f in firm(show.facts_of("director", "premiere_date", "story_basis")) for s in f.sources)  # as for any page on it
    return Comparison(Grade.FAR, facts, "never", right="is a limited series, and no further season is on record", vouchers=vouchers)


def _state_of(text: str) -> State | None:
    """What the line says; "No second season announced" is not "second season"."""
    if _NONE.search(text):
        return "none announced"
    if _CANCELLED.search(text):
        return "cancelled"
    return "renewed" if _RENEWED.search(text) else None


def _seasons(text: str) -> set[str]:
    return {_ORDINALS.get(w.casefold(), w) for pair in _SEASON.findall(text) for w in pair if w}
