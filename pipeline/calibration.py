"""The calibrated layer over the rubric's score: readable weights in calibration.toml, each with the sign that sense demands.

The posterior of the rubric knows only how many statements are right. Labelled articles also show how much one contradiction, a wrong core
answer or a cast that nobody knows should cost. The layer is a logistic function of a few features with non-negative weights, so that more
evidence against an article never raises its score. It is fitted to the grades that people gave (reliable 1, mixed 0.5, unreliable 0),
cross-validated by show, and is the identity where that did not help. It moves scores, never labels. ``make calibrate`` writes the file.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.models import Finding, Judgement

FILE = Path(__file__).with_name("calibration.toml")
# Each feature raises the score; what counts against an article is entered with a minus sign. Coverage is none of them: what no record
# can tell must not count against whoever reports it.
FEATURES = ("posterior", "contradictions", "ambers", "conflict_share", "record_overlap", "core_wrong")
MOST_COUNTED = 3.0  # contradictions beyond the third change nothing
USUAL_OVERLAP = 0.8  # share of people on record in an honest article; what an article that names nobody gets
_EDGE = 0.005


@dataclass(frozen=True, slots=True)
class Layer:
    """A fitted layer; ``weights`` is empty for the identity. ``version`` goes into the rubric's name and so into every stored score."""

    version: str
    intercept: float
    weights: Mapping[str, float]

    def apply(self, posterior: float, features: Mapping[str, float]) -> float:
        """The calibrated value for a mean, or a bound, of the posterior beside the article's other features."""
        if not self.weights:
            return posterior
        told = {**features, "posterior": to_logit(posterior)}
        total = self.intercept + sum(weight * told[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


IDENTITY = Layer("", 0.0, {})


def load_layer(path: Path = FILE) -> Layer:
    """The shipped layer; the identity where there is no file."""
    if not path.is_file():
        return IDENTITY
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Layer(str(table["version"]), float(table["intercept"]), {k: float(v) for k, v in table["weights"].items()})


def read_features(own: Iterable[Judgement], findings: Iterable[Finding], *, core_wrong: bool) -> dict[str, float]:
    """Everything but the posterior, from an article's distinct statements in its own word and its signals."""
    statements = list(own)
    judged = [j for j in statements if j.verdict != "unverifiable"]
    false = sum(0.5 if j.claim.modality == "hedged" else 1.0 for j in judged if j.verdict == "contradicted")
    amber = sum(0.5 if j.claim.modality == "hedged" else 1.0 for j in judged if j.verdict == "conflicts_with_record")
    overlap = next((f.value for f in findings if f.signal == "names_people_on_record" and f.value is not None), USUAL_OVERLAP)
    return {
        "contradictions": -min(MOST_COUNTED, false),
        "ambers": -min(MOST_COUNTED, amber),
        "conflict_share": -(false + amber) / max(1, len(judged)),
        "record_overlap": min(overlap, USUAL_OVERLAP),
        "core_wrong": -1.0 if core_wrong else 0.0,
    }


def to_logit(share: float) -> float:
    """Log odds, kept finite."""
    held = min(1 - _EDGE, max(_EDGE, share))
    return math.log(held / (1 - held))
