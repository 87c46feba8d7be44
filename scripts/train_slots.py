"""Fits the slot model on labelled articles and writes pipeline/claims/slots/weights.tsv.

    .venv/bin/python scripts/train_slots.py FOLDER...       # folders of labelled articles; held-out shows are left out

An entity of a sentence is an example of each part that a labelled claim of that sentence gives it about the work at hand, true or false:
what is learned is how such statements are put, not what is so. One logistic regression (L2) per type of entity and part, on features that
occur with at least three works. Prints precision and recall by part, of entities in works left out in turn (sixfold).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline.claims.entities import Entity
from pipeline.claims.reader import Reader
from pipeline.claims.slots.features import describe, is_asked, lay_out_words
from pipeline.claims.slots.model import GROUPS, SlotModel, write_table
from pipeline.evaluation.labelled import LabelledClaim, load_labelled, to_page
from pipeline.evaluation.matching import fold
from pipeline.extract import extract
from pipeline.records.loader import load_records

TARGET = Path(__file__).resolve().parent.parent / "pipeline" / "claims" / "slots" / "weights.tsv"
PARTS: Mapping[tuple[str, str], str] = {
    ("cast_member", "value"): "actor",
    ("cast_member", "character"): "character",
    ("cast_member", "real_person"): "real_person",
    ("director", "value"): "director",
    ("creator", "value"): "creator",
    ("writer", "value"): "writer",
    ("producer", "value"): "producer",
    ("production_company", "value"): "company",
    ("based_on", "author"): "source_author",
    ("based_on", "value"): "source_title",
    ("based_on", "year"): "source_year",
    ("platform", "value"): "platform",
    ("filming_location", "value"): "filmed_in",
    ("setting_place", "value"): "set_in",
    ("setting_time", "value"): "set_at",
    ("premiere_date", "value"): "premiere",
    ("episode_count", "value"): "episodes",
}
LEAST_WORKS = 3  # works with which a feature must occur
LEAST_EXAMPLES = 25  # of a part, to learn it at all
LEAST_WEIGHT = 0.04  # smaller ones are left out: most of the table, and none of the figures
STRENGTH = 0.25  # inverse of the L2 penalty
FOLDS = 6
_SMALL = frozenset(["the", "of", "a", "and", "de", "la", "el", "in", "y", "le"])
HEAD = """Weights of the slot model (model.py): group of entity types, feature, part=weight. Written by scripts/train_slots.py; do not edit.
Features are of single words and short runs of them that occur with at least three works; no sentence of an article is in here."""


@dataclass(frozen=True)
class Example:
    """One entity of one sentence."""

    group: str
    work: str
    features: list[str]
    parts: frozenset[str]


def names(entity: Entity, value: str) -> bool:
    """Is the entity what a label's value says?"""
    wanted = fold(value)
    if entity.type == "N":
        return str(entity.number) == wanted
    if entity.type == "D":
        words = set(wanted.split())
        if entity.years:
            return any(str(y) in words or str(y) in wanted for y in entity.years)
        return bool(set(fold(entity.surface).split()) & words)
    mine, theirs = set(fold(f"{entity.value} {entity.surface}").split()) - _SMALL, set(wanted.split()) - _SMALL
    return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine or fold(entity.surface) == wanted)


def parts_of(entity: Entity, claims: Iterable[LabelledClaim], work: str) -> frozenset[str]:
    """The parts that labelled claims of its sentence give an entity."""
    return frozenset(
        part
        for claim in claims
        if claim.show == work
        for key, value in claim.object.items()
        if (part := PARTS.get((claim.relation, key))) is not None and names(entity, str(value))
    )


def read_examples(reader: Reader, folder: Path) -> Iterable[Example]:
    """All entities of a folder's articles that are not held out."""
    for article in load_labelled(folder):
        if article.held_out:
            continue
        page = extract(to_page(article.data).encode(), str(article.data["url"]), content_type="text/html; charset=utf-8")
        work, sentences = reader.sentences(page)
        if work is None:
            continue
        for sentence in sentences:
            text = fold(sentence.text(0, len(sentence.typed))) if sentence.typed else ""
            claims = [c for c in article.claims if fold(c.quote) and (fold(c.quote) in text or (len(text) > 20 and text in fold(c.quote)))]
            laid = lay_out_words(sentence, work)
            for number, entity in enumerate(sentence.entities):
                group = GROUPS.get(entity.type)
                if group is None or laid.kinds[number] == "SHOW" or not is_asked(laid, group):
                    continue
                features = describe(sentence, laid, number)
                if features:
                    yield Example(group, work, features, parts_of(entity, claims, work))


def fit(examples: Sequence[Example]) -> SlotModel:
    """One regression per group and part."""
    weights: dict[str, dict[str, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
    for group in sorted({e.group for e in examples}):
        mine = [e for e in examples if e.group == group]
        works: dict[str, set[str]] = defaultdict(set)
        for e in mine:
            for f in e.features:
                works[f].add(e.work)
        vocabulary = {f: i for i, f in enumerate(sorted(f for f, w in works.items() if len(w) >= LEAST_WORKS))}
        matrix = _to_matrix(mine, vocabulary)
        counted = Counter(p for e in mine for p in e.parts)
        for part in sorted(p for p, n in counted.items() if n >= LEAST_EXAMPLES):
            found = _regress(matrix, np.array([part in e.parts for e in mine], dtype=float))
            for feature, i in vocabulary.items():
                if abs(found[i]) >= LEAST_WEIGHT:
                    weights[group][feature].append((part, round(float(found[i]), 2)))
    return SlotModel({g: {f: tuple(p) for f, p in table.items()} for g, table in weights.items()})


def _to_matrix(examples: Sequence[Example], vocabulary: Mapping[str, int]) -> csr_matrix:
    rows, columns = [], []
    for row, example in enumerate(examples):
        known = {vocabulary[f] for f in example.features if f in vocabulary}
        columns += sorted(known)
        rows += [row] * len(known)
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(examples), len(vocabulary)))


def _regress(matrix: csr_matrix, truth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of an L2 logistic regression; the feature "bias" is penalised like the others."""

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = matrix @ w
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = np.sum(np.logaddexp(0, z) - truth * z) + w @ w / (2 * STRENGTH)
        return float(value), matrix.T @ (p - truth) + w / STRENGTH

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x)


def fold_of(work: str, works: Sequence[str]) -> int:
    """Works to folds by their place in the alphabet."""
    return works.index(work) % FOLDS


def print_figures(examples: Sequence[Example]) -> None:
    """Precision and recall by part at a few lines, each work by a model that has not seen it."""
    works = sorted({e.work for e in examples})
    seen: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    for n in range(FOLDS):
        model = fit([e for e in examples if fold_of(e.work, works) != n])
        for e in examples:
            if fold_of(e.work, works) == n:
                for part, p in model.likelihoods(e.group, e.features).items():
                    seen[e.group, part].append((p, part in e.parts))
    print(f"{'group':8}{'part':15}{'examples':>9}" + "".join(f"{f'  P/R at {line}':>18}" for line in (0.3, 0.5, 0.7, 0.85)))
    for (group, part), found in sorted(seen.items()):
        total = sum(t for _, t in found)
        row = f"{group:8}{part:15}{total:9}"
        for line in (0.3, 0.5, 0.7, 0.85):
            above = [t for p, t in found if p >= line]
            row += f"{sum(above) / max(1, len(above)):11.2f} / {sum(above) / max(1, total):.2f}"
        print(row)


def main() -> int:
    """Reads, prints the figures, writes the table."""
    folders = [Path(a) for a in sys.argv[1:]]
    if not folders:
        print(__doc__)
        return 2
    reader = Reader(load_records())
    examples = [e for folder in folders for e in read_examples(reader, folder)]
    print(f"{len(examples)} entities of {len({e.work for e in examples})} works")
    print_figures(examples)
    TARGET.write_text(write_table(fit(examples), HEAD), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
