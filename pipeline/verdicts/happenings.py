"""real_event and unnamed awards: supported where on record; absence never contradicts, and another year only for an award."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from text_to_num import alpha2digit

from pipeline.models import Claim, Fact, Show
from pipeline.records.dates import read_years, years_apart
from pipeline.records.fate_wordings import ANY_YEAR
from pipeline.records.folding import fold, words
from pipeline.records.retold import stem
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.events import compare_typed
from pipeline.verdicts.fates import compare_fates

_STOP_TEXT = """
    a an the of in on to for with from by at is are was were be been that this it its his her their he she they and or as after before had
    has have who whom which real really one some un una el la los las de que en y por con
"""
_STOP = frozenset(_STOP_TEXT.split())
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|without|neither|nor|denied|falsely|took back|false|unproven|nunca|jamás)\b|n['’]t\b", re.I
)
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-ZÀ-Þ][\w’'-]+")
SAME_EVENT = 0.75  # share of a claim's telling words that stand in an event's line
WORDS_OF_ONE_EVENT = 4  # telling words from which a line is about one event and no other of its kind


def compare_event(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """A real event never contradicts: it may have happened otherwise than the record's pages have it, or be another one."""
    if claim.relation != "real_event":
        return _compare_line(claim, show)
    if claim.polarity == "negated" and _NOT_GUILTY.search(str(claim.object.get("value", ""))):
        affirmed = compare_event(replace(claim, polarity="affirmed"), show, context)
        return replace(affirmed, grade=_TURNED.get(affirmed.grade, affirmed.grade))
    conflict = compare_fates(claim, show)
    return conflict if conflict is not None else replace(compare_typed(claim, show) or _compare_line(claim, show), gate="never")


_NOT_GUILTY = re.compile(r"\bnot guilty\b", re.IGNORECASE)  # a denial in its words alone
_TURNED = {Grade.MATCH: Grade.FAR, Grade.FAR: Grade.MATCH}


def _compare_line(claim: Claim, show: Show) -> Comparison:
    """One line against the record's lines: the same event where its names, numbers and most telling words agree; then its year decides."""
    facts = show.facts_of(claim.relation)
    if not facts:
        return NO_RECORD
    text = f"{claim.object.get('value', '')} {claim.object.get('where', '')}".strip()
    told = _telling(text)
    if len(told) < 2:
        return INCOMPARABLE
    share, fact = max(((len(told & _telling(_line(f))) / len(told), f) for f in facts), key=lambda pair: pair[0])
    if share < SAME_EVENT or not _names_agree(text, fact) or not _numbers(text) <= _numbers(_line(fact)):
        return Comparison(Grade.INCOMPARABLE, failed=("not_comparable",))
    right = f"has on record: {fact.value}" + (f" ({fact.when})" if fact.when else "")
    if bool(_NEGATION.search(str(fact.value))) != bool(_NEGATION.search(text)):
        return _compare_denied(claim, fact, right)
    if claim.polarity == "negated" and _NEGATION.search(text):
        return Comparison(Grade.INCOMPARABLE, (fact,), failed=("negation",))  # both deny something, and may deny the same
    if claim.polarity == "negated":
        return Comparison(Grade.MATCH, (fact,), "never", failed=("never",), right=right)
    by_year = _compare_years(claim, text, fact, right)
    if by_year.grade in {Grade.FAR, Grade.SLIGHT} and len(told) < WORDS_OF_ONE_EVENT:
        return Comparison(Grade.INCOMPARABLE, (fact,), failed=("not_comparable",))  # "X was arrested": which time?
    return by_year


def _compare_denied(claim: Claim, fact: Fact, right: str) -> Comparison:
    """The record's line denies what the claim's line says, or the other way round; a denied claim then agrees with it."""
    if claim.polarity == "negated" and not _NEGATION.search(str(claim.object.get("value", ""))):
        return Comparison(Grade.FAR, (fact,), "value", right=right)
    return Comparison(Grade.INCOMPARABLE, (fact,), failed=("negation",), right=right)


def _compare_years(claim: Claim, text: str, fact: Fact, right: str) -> Comparison:
    years = read_years(f"{claim.object.get('when', '')} {text}")
    recorded = read_years(f"{fact.when or ''} {fact.value}")
    if not years or not recorded:
        return Comparison(Grade.MATCH if not years else Grade.INCOMPARABLE, (fact,), "value", right=right)
    gap = min(years_apart(a, b) for a in years for b in recorded)
    if gap == 0:
        return Comparison(Grade.MATCH, (fact,), "value", right=right)
    return Comparison(Grade.SLIGHT if gap == 1 else Grade.FAR, (fact,), "value", right=right)


def _names_agree(text: str, fact: Fact) -> bool:
    """Every name that the claim's line gives stands in the record's."""
    return all(fold(n) in fold(_line(fact)) for n in _NAME.findall(text))


def _line(fact: Fact) -> str:
    return f"{fact.value} {fact.when or ''} {fact.where or ''} {fact.note or ''}"


@lru_cache(maxsize=5_000)
def _numbers(text: str) -> frozenset[str]:
    """Numbers in digits or words, years left out."""
    return frozenset(re.findall(r"\b\d+\b", ANY_YEAR.sub(" ", alpha2digit(text, "en"))))


@lru_cache(maxsize=5_000)
def _telling(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words(ANY_YEAR.sub(" ", text)) if w not in _STOP)
