"""Fits how far a would-be contradiction may be trusted: writes licences.toml and confidence.toml of pipeline/verdicts.

    .venv/bin/python -m scripts.fit_confidence NETWORKS FOLDER... [--line-from FOLDER...]     # held-out shows are left out

NETWORKS is a folder with 0.onnx, 1.onnx, ... of `scripts/train_slots.py --fold N`; the other folders hold labelled articles.

A would-be contradiction is a judgement of the article's own word to which every gate is open but those of verdicts/confidence.py. It is
right when it matches a labelled contradiction in the article's own word, or repeats one where no label stands, else wrong; the newsstand's
articles count too, their planted falsehoods being known. Nothing is measured on what it was made of: works are dealt to folds, and the
slot model, the licences and the weights with which a fold is judged come from the others. The line is the lowest from which on precision
is as wanted, on the articles of the folders after --line-from (best those that nobody wrote a pattern for) and on all.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from pipeline.checker import Checker
from pipeline.claims.slots.model import Network, load_vocabulary
from pipeline.evaluation.labelled import LabelledClaim, is_held_out, load_labelled, to_page
from pipeline.evaluation.matching import fold as fold_text
from pipeline.evaluation.matching import match_claim
from pipeline.extract import extract
from pipeline.models import Article, Claim, Judgement, Paragraph, Report
from pipeline.records.loader import load_records
from pipeline.verdicts.bars import is_barred
from pipeline.verdicts.company import ALONE, OWN_WORD, WEAK_GATES, Company, find_company
from pipeline.verdicts.confidence import read_signs, weigh
from scripts.slot_examples import FOLDS, fold_of
from spiders.newsstand.stand import load_stands

VERDICTS = Path(__file__).resolve().parent.parent / "pipeline" / "verdicts"
SEEN_ELSEWHERE = {"protagonist.follows": 2}  # in the article that Reelcheck was started for and one of the tests, in no folder
# Precision on the fresh texts and on all, by models that saw two thirds of them: the aim of 0.97, and what texts by new writers cost.
WANTED = 0.98
FRESH = 4.0  # what an example weighs in a text that nobody wrote a pattern for
STRENGTH = 1.0  # inverse of the L2 penalty
# Signs that never weigh in favour, and such as never weigh against.
AGAINST = (
    "doubt.",
    "hedged",
    "negated",
    "read_by_likelihood",
    "unlikely",
    "against",
    "company.right_elsewhere",
)
IN_FAVOUR = ("licence", "likelihood", "anchored", "company.others", "company.repeated")
LICENCES_HEAD = """# How often a contradiction that rests on a pattern was right and wrong: pattern = [right, wrong].
# Counted where nothing else speaks against the statement, on the labelled articles of the development shows, the practice newsstand and
# articles written for the purpose by people who knew no pattern. A pattern that is not listed was never seen to contradict. A changed
# expression starts again from nothing under a new name. Written by scripts/fit_confidence.py.

[patterns]
"""
WEIGHTS_HEAD = """# What each sign weighs (log odds) for a would-be contradiction; see confidence.py. Written by scripts/fit_confidence.py.
"""


@dataclass(frozen=True)
class Row:
    """One would-be contradiction."""

    work: str
    claim: Claim
    right: bool
    reliable: bool
    folder: str = ""
    company: Company = ALONE


def would_contradict(report: Report) -> Iterator[Judgement]:
    """Judgements of the article's own word that contradict, or would but for weak signs."""
    for j in report.judgements:
        weak = bool(j.gates_failed) and set(j.gates_failed) <= WEAK_GATES and "confidence" in j.gates_failed
        if j.claim.modality in OWN_WORD and (j.verdict == "contradicted" or weak) and not is_barred(j.claim):
            yield j


def read_labelled(checkers: Sequence[Checker], folder: Path) -> Iterator[Row]:
    """Rows of labelled articles, each checked with the slot model that has not seen its work."""
    for article in load_labelled(folder):
        if article.held_out:
            continue
        work = str(article.data["show"])
        checker = checkers[fold_of(work)]
        page = extract(to_page(article.data).encode(), str(article.data["url"]), content_type="text/html; charset=utf-8")
        report = checker.check(page)
        for j in would_contradict(report):
            hits = [article.claims[i] for i in match_claim(j.claim, article.claims)]
            false = [g for g in hits or find_repeated(j.claim, article.claims) if g.verdict == "contradicted"]
            right = any(g.modality in OWN_WORD for g in false)
            company = find_company(j.claim, report.judgements)
            yield Row(work, j.claim, right, article.data["label"] == "reliable", str(folder), company)


def find_repeated(claim: Claim, labelled: Sequence[LabelledClaim]) -> list[LabelledClaim]:
    """Labelled elsewhere in the article: the same value of the same work and relation, where no label stands at this place."""

    def folded(values: Mapping[str, Any]) -> dict[str, str]:
        return {key: fold_text(value) for key, value in values.items()}

    mine = folded(claim.object)
    return [g for g in labelled if (g.show, g.relation) == (claim.show, claim.relation) and mine.items() <= folded(g.object).items()]


def read_newsstand(checker: Checker) -> Iterator[Row]:
    """Rows of the newsstand's articles, by their planted falsehoods."""
    for stand in load_stands():
        for told in stand.articles:
            for version in told.versions:
                paragraphs = tuple(Paragraph(b.text) for b in version.blocks)
                page = Article(told.url, version.title, paragraphs, published=version.published, language=version.language)
                report = checker.check(page)
                for j in (j for j in would_contradict(report) if not is_held_out(j.claim.show)):
                    quotes = [fold_text(f.quote) for f in version.falsehoods]
                    mine = fold_text(j.claim.quote)
                    right = any(q in mine or mine in q or len(set(q.split()) & set(mine.split())) >= 3 for q in quotes)
                    company = find_company(j.claim, report.judgements)
                    yield Row(j.claim.show, j.claim, right, not version.falsehoods, company=company)


def count_licences(rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """Pattern to (right, wrong), of claims without a doubt: those have weights of their own."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        if row.claim.pattern and not row.claim.pattern.startswith("slot.") and not row.claim.doubts:
            counts[row.claim.pattern][not row.right] += 1
    for pattern, right in SEEN_ELSEWHERE.items():
        counts[pattern][0] += right
    return {pattern: (right, wrong) for pattern, (right, wrong) in counts.items()}


def fit_weights(signs: Sequence[Mapping[str, float]], truth: NDArray[np.float64], worth: NDArray[np.float64]) -> dict[str, float]:
    """An L2 logistic regression within the bounds of AGAINST and IN_FAVOUR."""
    names = sorted({name for s in signs for name in s})
    matrix = np.array([[s.get(name, 0.0) for name in names] for s in signs])
    bounds = [(None, 0.0) if n.startswith(AGAINST) else (0.0, None) if n in IN_FAVOUR else (None, None) for n in names]

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = matrix @ w
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        return float(np.sum(worth * (np.logaddexp(0, z) - truth * z)) + w @ w / (2 * STRENGTH)), matrix.T @ (
            worth * (p - truth)
        ) + w / STRENGTH

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    return {name: round(float(weight), 3) for name, weight in zip(names, found.x, strict=True)}


def weigh_apart(rows: Sequence[Row], fresh: set[str]) -> list[float]:
    """The confidence of each row by licences and weights of the other folds."""
    fold = [fold_of(r.work) for r in rows]
    found = [0.0] * len(rows)
    for n in range(FOLDS):
        others = [i for i in range(len(rows)) if fold[i] != n]
        weights = fit_weights(*_signs_apart([rows[i] for i in others], [fold[i] for i in others], fresh))
        licences = count_licences([rows[i] for i in others])
        for i in range(len(rows)):
            if fold[i] == n:
                found[i] = weigh(read_signs(rows[i].claim, licences, rows[i].company), weights)
    return found


def _signs_apart(
    rows: Sequence[Row], fold: Sequence[int], fresh: set[str]
) -> tuple[list[dict[str, float]], NDArray[np.float64], NDArray[np.float64]]:
    """Signs of each row with licences counted without its own fold, so that a pattern never vouches for itself."""
    licences = {n: count_licences([r for r, f in zip(rows, fold, strict=True) if f != n]) for n in set(fold)}
    signs = [read_signs(r.claim, licences[f], r.company) for r, f in zip(rows, fold, strict=True)]
    return signs, np.array([float(r.right) for r in rows]), np.array([FRESH if r.folder in fresh else 1.0 for r in rows])


def choose_line(confidence: Sequence[float], rows: Sequence[Row]) -> float:
    """The lowest confidence from which on precision is as wanted, at every higher line too."""
    ordered = sorted(zip(confidence, rows, strict=True), key=lambda x: -x[0])
    line, right = 1.0, 0
    for n, (p, row) in enumerate(ordered, 1):
        right += row.right
        if right / n >= WANTED:
            line = p
    return round(line - 0.0005, 3)


def main() -> int:
    """Reads, fits, prints what to expect, writes both tables."""
    arguments = sys.argv[1:]
    split = arguments.index("--line-from") if "--line-from" in arguments else len(arguments)
    folders = [Path(a) for a in (*arguments[1:split], *arguments[split + 1 :])]
    if not folders:
        print(__doc__)
        return 2
    fresh = set(arguments[split + 1 :]) or {str(f) for f in folders} | {""}
    book, vocabulary = load_records(), load_vocabulary()
    networks = [Network(Path(arguments[0], f"{n}.onnx").read_bytes(), vocabulary) for n in range(FOLDS)]
    checkers = [Checker(book, slots=network, thorough=True) for network in networks]
    rows = [row for folder in folders for row in read_labelled(checkers, folder)]
    rows += list(read_newsstand(Checker(book, thorough=True)))
    confidence = weigh_apart(rows, fresh)
    chosen = [(p, r) for p, r in zip(confidence, rows, strict=True) if r.folder in fresh]
    line = max(choose_line([p for p, _ in chosen], [r for _, r in chosen]), choose_line(confidence, rows))
    for title, part in (("all", list(zip(confidence, rows, strict=True))), ("for the line", chosen)):
        print(f"{title}: {len(part)} would-be contradictions, {sum(r.right for _, r in part)} right")
        for at in (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, line):
            above = [r for p, r in part if p >= at]
            right, reliable = sum(r.right for r in above), sum(r.reliable and not r.right for r in above)
            print(f"  from {at:.3f}: {right} right, {len(above) - right} wrong, {reliable} of them in reliable articles")
    fold = [fold_of(r.work) for r in rows]
    weights = fit_weights(*_signs_apart(rows, fold, fresh))
    table = "".join(f'"{name}" = {weight}\n' for name, weight in sorted(weights.items()) if weight)
    (VERDICTS / "confidence.toml").write_text(f"{WEIGHTS_HEAD}line = {line}\n\n[signs]\n{table}", encoding="utf-8")
    counted = "".join(f'"{p}" = [{right}, {wrong}]\n' for p, (right, wrong) in sorted(count_licences(rows).items()))
    (VERDICTS / "licences.toml").write_text(LICENCES_HEAD + counted, encoding="utf-8")
    for p, row in sorted(zip(confidence, rows, strict=True), key=lambda x: -x[0]):
        if not row.right and p >= line - 0.1:
            c = row.claim
            print(f"    wrong {p:.2f} {row.work} {c.pattern} {dict(c.object)} {c.doubts} {c.likelihood} | {c.sentence[:200]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
