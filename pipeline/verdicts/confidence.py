"""How sure is it that the article says this of this work? Signs, weighed together; below the line nothing is contradicted.

    confidence = 1 / (1 + exp(-sum of weight x sign))

Signs are how the statement names the work (*subject*, *anchored*), what the reader saw around it (*doubt*, claims/doubts.py), how often
contradictions that rest on the same pattern turned out right on texts with known answers (*licence*, licences.toml: a wrong one weighs four
times a right one), what the slot model thinks of the same words (*likelihood*), and what else the article says (*company*, company.py).
Weights and line are in confidence.toml, fitted and written by scripts/fit_confidence.py, with doubts held to weigh against and licences and
likelihoods in favour.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.models import Claim
from pipeline.verdicts.anchors import is_anchored
from pipeline.verdicts.bars import is_barred
from pipeline.verdicts.company import ALONE, Company

WRONG = 4  # a false accusation weighs so many times a just one
MOST_RIGHT = 20  # more of them say no more
SURE_ALONE = 0.9  # likelihood that a doubted statement needs where nothing else is off; on works left out none under it came to the line
UNLIKELY, LIKELY = 0.02, 0.98  # likelihoods are cut to this before their odds are taken
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Weights:
    """``line``: the confidence, 0..1, from which a contradiction may stand. A sign without a weight counts nothing."""

    line: float
    signs: Mapping[str, float]


@cache
def load_weights() -> Weights:
    """From confidence.toml."""
    table = tomllib.loads((_FOLDER / "confidence.toml").read_text(encoding="utf-8"))
    return Weights(table["line"], table["signs"])


@cache
def load_licences() -> Mapping[str, tuple[int, int]]:
    """Pattern to (right, wrong) contradictions on texts with known answers."""
    counts = tomllib.loads((_FOLDER / "licences.toml").read_text(encoding="utf-8"))["patterns"]
    return {name: (right, wrong) for name, (right, wrong) in counts.items()}


def license_of(pattern: str, licences: Mapping[str, tuple[int, int]] | None = None) -> float:
    """Log of the odds that the pattern's counts give: 0 for one that nobody has seen at work."""
    right, wrong = (load_licences() if licences is None else licences).get(pattern, (0, 0))
    return math.log((min(right, MOST_RIGHT) + 1) / (WRONG * wrong + 1))


def read_signs(claim: Claim, licences: Mapping[str, tuple[int, int]] | None = None, company: Company = ALONE) -> dict[str, float]:
    """The signs of a claim. ``licences``: other counts than those on file."""
    signs = {"base": 1.0, f"subject.{claim.subject}": 1.0, f"relation.{claim.relation}": 1.0}
    signs |= {f"doubt.{doubt}": 1.0 for doubt in claim.doubts}
    if is_anchored(claim):
        signs["anchored"] = 1.0
    if claim.pattern.startswith("slot."):
        signs |= {"read_by_likelihood": 1.0, f"by_likelihood.{claim.pattern}": 1.0}
    else:
        signs["licence"] = license_of(claim.pattern, licences)
    if claim.likelihood is None:
        signs["no_likelihood"] = 1.0
    elif claim.likelihood > 0:
        p = min(LIKELY, max(UNLIKELY, claim.likelihood))
        signs["likelihood"] = math.log(p / (1 - p)) - math.log(UNLIKELY / LIKELY)
    else:
        signs |= {"unlikely": 1.0, f"unlikely.{claim.relation}": 1.0}
    if claim.against:
        p = min(LIKELY, max(UNLIKELY, claim.against))
        signs["against"] = math.log(p / (1 - p)) - math.log(UNLIKELY / LIKELY)
    if ";" in claim.sentence:
        signs["semicolon"] = 1.0  # more than one statement, of which one may turn the other
    if len(claim.object) > 1:
        signs["more_values"] = len(claim.object) - 1.0
    if company.others:
        signs["company.others"] = math.log1p(company.others)
    if company.repeated:
        signs["company.repeated"] = 1.0
    if company.right_elsewhere:
        signs["company.right_elsewhere"] = 1.0
    if claim.modality == "hedged":
        signs["hedged"] = 1.0
    if claim.polarity == "negated":
        signs["negated"] = 1.0
    return signs


def weigh(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The confidence, 0..1."""
    total = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + math.exp(-min(30.0, max(-30.0, total))))


def find_weak_signs(claim: Claim, company: Company = ALONE) -> list[str]:
    """None where the signs are strong together; else "confidence" with what speaks against: doubts, no anchor, an unproven pattern."""
    if not claim.pattern:  # nothing of ours found it (a back-end's reading, capped elsewhere): its wording is not ours to weigh
        return [*claim.doubts, "confidence"] if claim.doubts else []
    weights = load_weights()
    signs = read_signs(claim, company=company)
    unproven = signs.get("licence", 0.0) <= 0.0 and not signs.get("likelihood")  # neither counts nor the slot model vouch for the wording
    lonely = bool(claim.doubts) and not company.others and claim.likelihood is not None and claim.likelihood < SURE_ALONE
    if weigh(signs, weights.signs) >= weights.line and not (unproven or lonely) and not is_barred(claim):
        return []
    closed = list(claim.doubts)
    if signs.get("licence", 0.0) <= 0.0:
        closed.append("pattern")
    if "anchored" not in signs:
        closed.append("anchor")
    return [*closed, "confidence"]
