"""Fits the calibrated layer on labelled articles of the development shows, and tells out of fold whether it helps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from pipeline.calibration import FEATURES, IDENTITY, Layer, read_features, to_logit
from pipeline.checker import Checker
from pipeline.evaluation.figures import auroc
from pipeline.evaluation.samples import Sample
from pipeline.evaluation.swap_suite import UNSCORED
from pipeline.models import Label
from pipeline.rubric import distinct_statements

GRADES: dict[Label, float] = {"reliable": 1.0, "mixed": 0.5, "unreliable": 0.0}
FOLDS = 8
FEWEST = 60  # scored articles below which nothing is fitted
RIDGE = 0.02  # on weights of standardised features


@dataclass(frozen=True, slots=True)
class Row:
    """One article: its show (the unit of the folds), its grade, its raw score (None where it abstained) and its features."""

    show: str
    label: Label
    posterior: float | None
    features: dict[str, float]

    @property
    def grade(self) -> float:
        return GRADES[self.label]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The layer to use (the identity where fitting did not help) and the figures on which that was decided."""

    layer: Layer
    rows: int
    raw: dict[str, float | None]
    out_of_fold: dict[str, float | None]


def collect_rows(checker: Checker, samples: Iterable[Sample]) -> list[Row]:
    """Articles with what the layer may look at; ``checker`` must score without a layer."""
    rows = []
    for sample in samples:
        if sample.label not in GRADES or sample.show is None:
            continue
        report = checker.check(sample.article, sample.id)
        own = distinct_statements(j for j in report.judgements if j.claim.modality in {"asserted", "hedged"})
        features = read_features(own, report.findings, core_wrong=report.score.core == "wrong")
        rows.append(Row(sample.show, sample.label, report.score.score, features))
    return rows


def fit_layer(rows: Sequence[Row]) -> Calibration:
    """Fits on all rows, and judges by predictions for shows that a fit has not seen.

    The layer is taken where it lowers the Brier score and neither AUROC falls.
    """
    raw = _measure(rows, [UNSCORED if r.posterior is None else r.posterior for r in rows])
    scored = [r for r in rows if r.posterior is not None]
    if len(scored) < FEWEST:
        return Calibration(IDENTITY, len(scored), raw, raw)
    predicted = [UNSCORED] * len(rows)
    for fold in range(FOLDS):
        layer = _fit([r for r in scored if _fold_of(r.show) != fold])
        for i, row in enumerate(rows):
            if _fold_of(row.show) == fold and row.posterior is not None:
                predicted[i] = layer.apply(row.posterior, row.features)
    held = _measure(rows, predicted)
    return Calibration(_fit(scored) if _helps(raw, held) else IDENTITY, len(scored), raw, held)


def write_layer(result: Calibration) -> str:
    """The content of calibration.toml."""
    layer, head = result.layer, ["# Written by `make calibrate`; pipeline/calibration.py says what it means."]
    head += [f"# Fitted on {result.rows} scored articles; out of fold (by show) against the plain posterior:"]
    head += [f"#   {name}: {_show(result.out_of_fold[name])} against {_show(result.raw[name])}" for name in result.raw]
    weights = [f"{name} = {value}" for name, value in layer.weights.items()]
    return "\n".join([*head, f'version = "{layer.version}"', f"intercept = {layer.intercept}", "", "[weights]", *weights]) + "\n"


def _show(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _fold_of(show: str) -> int:
    return int(hashlib.sha1(show.encode(), usedforsecurity=False).hexdigest()[:8], 16) % FOLDS


def _fit(rows: Sequence[Row]) -> Layer:
    """Non-negative logistic regression on grades, with a ridge; each label weighs the same."""
    table = np.array([[to_logit(r.posterior or 0.0) if f == "posterior" else r.features[f] for f in FEATURES] for r in rows])
    grades = np.array([r.grade for r in rows])
    counts = {label: sum(r.label == label for r in rows) for label in GRADES}
    weights = np.array([len(rows) / (3 * max(1, counts[r.label])) for r in rows])
    scale = table.std(axis=0)
    scale[scale == 0] = 1.0

    def loss(theta: Any) -> tuple[float, Any]:
        z = theta[0] + (table / scale) @ theta[1:]
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        error = weights * (p - grades)
        entropy = -weights * (grades * np.log(p + 1e-12) + (1 - grades) * np.log(1 - p + 1e-12))
        gradient = np.concatenate([[error.mean()], (table / scale).T @ error / len(rows) + 2 * RIDGE * theta[1:]])
        return float(entropy.mean() + RIDGE * (theta[1:] ** 2).sum()), gradient

    start = np.concatenate([[0.0], np.full(len(FEATURES), 0.3)])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(None, None), *[(0.0, None)] * len(FEATURES)])
    told = {name: round(float(w), 4) for name, w in zip(FEATURES, found.x[1:] / scale, strict=True)}
    intercept = round(float(found.x[0]), 4)
    version = "c-" + hashlib.sha1(repr((intercept, told)).encode(), usedforsecurity=False).hexdigest()[:8]
    return Layer(version, intercept, told)


def _measure(rows: Sequence[Row], scores: Sequence[float]) -> dict[str, float | None]:
    by_label = {label: [s for r, s in zip(rows, scores, strict=True) if r.label == label] for label in GRADES}
    brier = sum((s - r.grade) ** 2 for r, s in zip(rows, scores, strict=True)) / max(1, len(rows))
    return {
        "brier": round(brier, 4),
        "auroc_reliable_unreliable": auroc(by_label["reliable"], by_label["unreliable"]),
        "auroc_reliable_mixed": auroc(by_label["reliable"], by_label["mixed"]),
        "auroc_mixed_unreliable": auroc(by_label["mixed"], by_label["unreliable"]),
    }


def _helps(raw: dict[str, float | None], held: dict[str, float | None]) -> bool:
    names = ("auroc_reliable_unreliable", "auroc_reliable_mixed")
    return (held["brier"] or 0.0) < (raw["brier"] or 0.0) and all((held[n] or 0.0) >= (raw[n] or 0.0) - 0.005 for n in names)
