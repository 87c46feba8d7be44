"""A claim against its record: the typed comparison, then the gates, then polarity. Pure: no clock, no network.

"unverifiable" is the default. "contradicted" is earned: every gate of CLAIMS' table is open. A mismatch whose gate is closed only by an
incomplete list or thin evidence is "conflicts_with_record" (amber).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.models import Article, Claim, Judgement, Reading, RecordBook, Show, VerdictName
from pipeline.records.folding import fold
from pipeline.verdicts.company import find_company, is_would_be
from pipeline.verdicts.comparison import Comparison, Grade
from pipeline.verdicts.context import Bar, Confirm, JudgeContext
from pipeline.verdicts.gates import find_closed_gates, is_amber
from pipeline.verdicts.independence import GATE, leave_out, lost_its_sources
from pipeline.verdicts.relations import COMPARE
from pipeline.verdicts.same_case import find_rivals, fits_rival
from pipeline.verdicts.seasons import claimed_season
from pipeline.verdicts.standing import Ask, Standing
from pipeline.verdicts.wording import explain, list_evidence

_NO_RECORD_OF_WORK = "There is no record of this work."


class Judge:
    """Judges the claims of articles against one record book; cheap to build, keeps no state between articles."""

    def __init__(
        self,
        book: RecordBook,
        confirm: Confirm | None = None,
        ask: Ask | None = None,
        quarantined: frozenset[tuple[str, str]] = frozenset(),
        *,
        thorough: bool = False,
    ) -> None:
        """``ask``: the likelihood that a passage is the article's own on its work; None where nobody is asked. ``thorough``: it and
        the parser are asked about would-be contradictions with weak signs too, which costs time and changes no verdict."""
        self._book = book
        self._confirm = confirm
        self._ask = ask
        self._thorough = thorough
        self._quarantined = quarantined
        self._rivals = find_rivals(book.shows)
        self._folded_titles = frozenset(fold(t) for show in book.shows.values() for t in show.titles if len(t.split()) > 1)

    def judge_all(self, reading: Reading, article: Article, bar: Bar | None = None) -> tuple[Judgement, ...]:
        """One judgement per claim, in order. ``bar``: which sources cannot count for this article."""
        language = (article.language or "en")[:2]
        context = JudgeContext(
            published=_day_of(article),
            language=language,
            claims=reading.claims,
            other_works=reading.other_works,
            folded_titles=self._folded_titles,
            shows=self._book.shows,
            rivals=self._rivals,
            quarantined=self._quarantined,
            confirm=self._confirm,
            thorough=self._thorough,
            bar=bar,
        )
        unasked = replace(context, confirm=None)
        first = [judge(claim, self._book.shows.get(claim.show), unasked) for claim in reading.claims]
        context = replace(context, standing=Standing(self._ask, first) if self._ask is not None else None)
        return tuple(self._judge_in_company(j, first, context) if _is_open(j) else j for j in first)

    def _judge_in_company(self, first: Judgement, judgements: Sequence[Judgement], context: JudgeContext) -> Judgement:
        """A would-be contradiction once more, by what else the article says; the passage model and the parser are asked now, and the first
        of an amber one, too."""
        claim = first.claim
        return judge(claim, self._book.shows.get(claim.show), replace(context, company=find_company(claim, judgements)))


def _is_open(judgement: Judgement) -> bool:
    """May a second look change it: does it contradict, would it, or is it amber?"""
    return judgement.verdict == "conflicts_with_record" or is_would_be(judgement)


def _day_of(article: Article) -> date | None:
    return article.published.date() if article.published else None


def judge(claim: Claim, show: Show | None, context: JudgeContext) -> Judgement:
    """The verdict on one claim; ``show`` is the record of the work that the claim is about, None where there is none."""
    if show is None:
        return Judgement(claim, "unverifiable", _NO_RECORD_OF_WORK, gates_failed=("no_record",))
    plain = replace(claim, quote=claim.plain) if claim.plain else claim
    comparison = COMPARE[claim.relation](plain, show, context)
    if comparison.grade in {Grade.FAR, Grade.ABSENT} and fits_rival(plain, context):
        comparison = replace(comparison, failed=(*comparison.failed, "other_work"))
    counted = leave_out(show, context, later=False)
    verdict, closed = _decide(plain, counted, comparison, context)
    if verdict in {"supported", "minor_discrepancy"}:
        counted = leave_out(show, context, later=True)
        if lost_its_sources(claim, comparison, show, counted):
            return Judgement(claim, "unverifiable", explain(show, "unverifiable", comparison, (), (GATE,)), (), (GATE,))
    evidence = list_evidence(claim, counted, comparison) if verdict != "unverifiable" or comparison.facts else ()
    return Judgement(claim, verdict, explain(show, verdict, comparison, evidence, closed), evidence, closed)


def _decide(claim: Claim, show: Show, comparison: Comparison, context: JudgeContext) -> tuple[VerdictName, tuple[str, ...]]:
    mismatch = comparison.grade in {Grade.FAR, Grade.ABSENT}
    if claim.polarity == "negated":
        if mismatch:
            return _support_denial(claim, show, comparison)
        if comparison.grade is Grade.SLIGHT:
            return "supported", ()  # "not a novel", of a memoir
        aims_at_contradiction = comparison.grade is Grade.MATCH
    else:
        if comparison.grade is Grade.MATCH:
            return "supported", ()
        if comparison.grade is Grade.SLIGHT:
            return "minor_discrepancy", comparison.failed
        aims_at_contradiction = mismatch
    if not aims_at_contradiction:
        return "unverifiable", comparison.failed
    if claim.polarity == "negated":
        comparison = _guard_denial(claim, comparison)
    closed = find_closed_gates(claim, show, comparison, context)
    if not closed:
        return "contradicted", ()
    if comparison.amber and is_amber(closed, claim.relation):
        return "conflicts_with_record", closed
    if comparison.slip and "passage" not in closed:
        return "minor_discrepancy", closed
    return "unverifiable", closed


def _guard_denial(claim: Claim, comparison: Comparison) -> Comparison:
    """A disputed value may be denied; so may one that is on record for no season in particular, where the claim names a season."""
    failed = list(comparison.failed)
    if any(f.disputed for f in comparison.facts):
        failed.append("disputed")
    season = claimed_season(claim)
    if season is not None and not any(season in f.seasons for f in comparison.facts):
        failed.append("season")
        return replace(comparison, failed=tuple(failed), amber=False)
    return replace(comparison, failed=tuple(failed))


def _support_denial(claim: Claim, show: Show, comparison: Comparison) -> tuple[VerdictName, tuple[str, ...]]:
    """ "It is not by X": supported where the record would exclude X, or at least lists others completely."""
    excluded = comparison.grade is Grade.FAR and comparison.gate != "complete"
    complete = comparison.gate == "complete" and claim.relation in show.complete
    if (excluded or complete) and not set(comparison.failed) - {"explicit"}:
        return "supported", ()
    return "unverifiable", ("complete",)
