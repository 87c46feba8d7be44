"""From one article to its report: read the claims, judge them, ask the signals, score. No clock, no network, no warehouse.

Only the optional back-ends, off by default, reach a network; what they may change is in backends/guard.py.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.backends.guard import cap_reading, lower_doubted, mark_reading
from pipeline.backends.seams import Backends
from pipeline.claims.passages.model import PassageModel, load_passage_model
from pipeline.claims.reader import Reader
from pipeline.claims.slots.model import SlotModel
from pipeline.errors import BadInputError
from pipeline.models import Article, Finding, Judgement, Passage, Premise, Reading, RecordBook, Report, Score
from pipeline.rubric import RUBRIC, Rubric
from pipeline.signals.registry import find_signals
from pipeline.verdicts.confirm import SyntaxCheck
from pipeline.verdicts.context import Bar
from pipeline.verdicts.judge import Judge
from pipeline.verdicts.premise import judge_premise


def _ask_shipped(passage: Passage) -> float:
    """The passage model, loaded at the first question."""
    return load_passage_model()(passage)


class Checker:
    """Checks articles against one record book. Building it is dear (title automata); checking is cheap and pure."""

    def __init__(
        self,
        book: RecordBook,
        rubric: Rubric = RUBRIC,
        quarantined: frozenset[tuple[str, str]] = frozenset(),
        backends: Backends | None = None,
        slots: SlotModel | None = None,
        passages: PassageModel | None = None,
        *,
        thorough: bool = False,
    ) -> None:
        """``quarantined``: (slug, property) of record fields that are out of service: they contradict nobody. ``backends``: None for
        none, and reports that can be made again to the byte.
        ``slots``, ``passages``: other models than those shipped. ``thorough``: as of the judge."""
        self.book = book
        self.rubric = rubric
        self._backends = backends or Backends()
        self._reader = Reader(book, slots)
        self._judge = Judge(book, confirm=SyntaxCheck(book), ask=passages or _ask_shipped, quarantined=quarantined, thorough=thorough)

    def check(self, article: Article, source: str = "", show: str | None = None, bar: Bar | None = None) -> Report:
        """The report on one article; ``show`` (a slug) forces the work that it is about. Raises BadInputError for an unknown slug.

        ``bar``: which sources on record cannot count for this article (itself, its copies, its own network, what came later).
        """
        if show is not None and show not in self.book.shows:
            raise BadInputError(f"no show {show!r} on record: `reelcheck shows list` names them")
        reading = self._reader.read(article, about=show)
        judgements = lower_doubted(self._judge.judge_all(reading, article, bar), self._backends.second_looks, article, self.book)
        about = self.book.shows.get(reading.about or "")
        premise = judge_premise(reading, about, judgements) if about else Premise(None, None, None)
        findings = find_signals(article, reading, judgements, self.book)
        everything = self._add_readings(article, reading, judgements, bar)
        return Report(
            article=article,
            source=source,
            reading=reading if everything is judgements else replace(reading, claims=tuple(j.claim for j in everything)),
            judgements=everything,
            premise=premise,
            findings=findings,
            score=self.rubric.score(about.slug if about else None, judgements, findings),
            show_scores=self._scores_by_show(judgements, findings),
        )

    def _add_readings(
        self, article: Article, reading: Reading, judgements: tuple[Judgement, ...], bar: Bar | None
    ) -> tuple[Judgement, ...]:
        """With what an extractor reads besides, judged apart and capped: no verdict, premise, finding or score depends on it."""
        extra = self._backends.extractor.extract(article, reading, self.book) if self._backends.extractor else ()
        if not extra:
            return judgements
        claims = tuple(mark_reading(c) for c in extra)
        added = (cap_reading(j) for j in self._judge.judge_all(replace(reading, claims=claims), article, bar))
        return tuple(sorted((*judgements, *added), key=lambda j: (j.claim.paragraph, j.claim.start, j.claim.end)))

    def _scores_by_show(self, judgements: tuple[Judgement, ...], findings: tuple[Finding, ...]) -> dict[str, Score]:
        """One score per recorded work that the article makes checkable statements about, where there are several (listicles)."""
        slugs = sorted({j.claim.show for j in judgements if j.claim.show in self.book.shows})
        if len(slugs) < 2:
            return {}
        return {slug: self.rubric.score(slug, tuple(j for j in judgements if j.claim.show == slug), findings) for slug in slugs}
