"""Writes what the passage model learns from: statements in their passages, with whether the article states them of its work.

    .venv/bin/python -m scripts.passage_examples OUT.jsonl [--labelled FOLDER...] [--honest FOLDER...]   # held-out shows are left out

``--labelled`` are folders of labelled articles; ``--honest`` of articles in which every statement is true, in the same form without
claims: best such as tell of other works, of what was planned, of what others wrongly say. Every statement is taken that the record can be
held against. It is the article's own on its work where it is labelled so, right or wrong, or where it agrees with the record; in an honest
article one that contradicts a record, or would but for signs of whose it is, was said of something else or not at all. What a fuller
record might bear out is left out. So both answers come from all kinds of writers, and how a text is written is no sign.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.checker import Checker
from pipeline.evaluation.labelled import LabelledClaim, is_held_out, load_labelled, to_page
from pipeline.evaluation.matching import match_claim
from pipeline.extract import extract
from pipeline.models import Claim, Judgement, Report
from pipeline.records.loader import load_records
from pipeline.verdicts.company import OWN_WORD
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.judge import judge
from pipeline.verdicts.relations import COMPARE
from scripts.fit_confidence import find_repeated

# Closed gates behind which a true statement on this very work may stand: the record, not the reading, leaves it open.
OF_THE_RECORD = frozenset({"complete", "never", "evidence", "poor_evidence", "no_evidence", "season", "recast", "degree"})


def is_off_record(claim: Claim, checker: Checker, context: JudgeContext) -> bool:
    """Does the record say otherwise, whatever the gates?"""
    comparison = COMPARE[claim.relation](replace(claim, quote=claim.plain or claim.quote), checker.book.shows[claim.show], context)
    wanted = {Grade.MATCH} if claim.polarity == "negated" else {Grade.FAR, Grade.ABSENT}
    return comparison.grade in wanted


def answer_labelled(j: Judgement, labels: list[LabelledClaim], *, off: bool) -> bool | None:
    """Is it the article's own, on its work? None where nobody can tell."""
    hits = [labels[i] for i in match_claim(j.claim, labels)]
    own = [g for g in hits if g.modality in OWN_WORD]
    if not off:
        return True if j.verdict == "supported" and any(g.verdict == "supported" for g in own) else None
    told = hits or find_repeated(j.claim, labels)
    if any(g.verdict == "contradicted" and g.modality in OWN_WORD for g in told):
        return True
    if any(g.verdict != "supported" for g in own):
        return None
    return None if OF_THE_RECORD & set(j.gates_failed) else False


def answer_honest(j: Judgement, *, off: bool) -> bool | None:
    """The same, where nothing is false."""
    if not off:
        return True if j.verdict == "supported" and j.claim.modality in OWN_WORD else None
    return None if OF_THE_RECORD & set(j.gates_failed) else False


def statements(report: Report, checker: Checker) -> Iterator[tuple[Judgement, bool]]:
    """Judgements that a record can be held against, and whether it says otherwise. What is said of a work without a record is held
    against the one that the article is about."""
    published = report.article.published.date() if report.article.published else None
    language = (report.article.language or "en")[:2]
    context = JudgeContext(published=published, language=language, claims=report.reading.claims, shows=checker.book.shows)
    for j in report.judgements:
        if j.claim.passage is None:
            continue
        if j.claim.show in checker.book.shows:
            yield j, is_off_record(j.claim, checker, context)
        elif report.reading.about is not None:
            claim = replace(j.claim, show=report.reading.about)
            if is_off_record(claim, checker, context):
                yield judge(claim, checker.book.shows[claim.show], context), True


def read_examples(checker: Checker, folder: Path, *, honest: bool) -> Iterator[dict[str, Any]]:
    """Of all articles of a folder whose work is not held out."""
    articles = (
        [(json.loads(p.read_text(encoding="utf-8")), []) for p in sorted(folder.glob("*.json"))]
        if honest
        else [(a.data, list(a.claims)) for a in load_labelled(folder)]
    )
    for data, labels in articles:
        work = str(data["show"])
        if is_held_out(work):
            continue
        report = checker.check(extract(to_page(data).encode(), str(data["url"]), content_type="text/html; charset=utf-8"))
        for j, off in statements(report, checker):
            own = answer_honest(j, off=off) if honest else answer_labelled(j, labels, off=off)
            if own is not None and j.claim.passage is not None:
                passage = j.claim.passage
                yield {
                    "work": work,
                    "folder": folder.name,
                    "pieces": passage.pieces,
                    "start": passage.start,
                    "end": passage.end,
                    "own": own,
                    "verdict": j.verdict,
                }


def main() -> int:
    """Reads the folders, writes the file, says how much is in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--labelled", type=Path, nargs="*", default=[])
    parser.add_argument("--honest", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    checker = Checker(load_records())
    counts: Counter[bool] = Counter()
    with given.out.open("w", encoding="utf-8") as out:
        for folder in (*given.labelled, *given.honest):
            for example in read_examples(checker, folder, honest=folder in given.honest):
                out.write(json.dumps(example, ensure_ascii=False, separators=(",", ":")) + "\n")
                counts[example["own"]] += 1
    print(f"{counts[True]} statements of their articles on the work, {counts[False]} of others or none")
    return 0


if __name__ == "__main__":
    sys.exit(main())
