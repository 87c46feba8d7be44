"""The linear model behind the slots: one logistic regression per type of entity and part that it may play, all read from a table.

weights.tsv has a line per feature: the group of entity types, the feature, and ``part=weight`` pairs. It is written by
scripts/train_slots.py from labelled articles (whose text is not in it) and read as it stands; the same table gives the same likelihoods.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

GROUPS: Mapping[str, str] = {"P": "person", "O": "name", "X": "name", "W": "title", "S": "title", "L": "place", "D": "date", "N": "number"}


@dataclass(frozen=True)
class SlotModel:
    """``weights``: group -> feature -> ((part, weight), ...)."""

    weights: Mapping[str, Mapping[str, tuple[tuple[str, float], ...]]]

    def likelihoods(self, group: str, features: Iterable[str]) -> dict[str, float]:
        """Part to the likelihood, 0..1, that the entity plays it in a statement about the work at hand; {} for an unknown group."""
        table = self.weights.get(group)
        if table is None:
            return {}
        sums: dict[str, float] = defaultdict(float)
        for feature in features:
            for part, weight in table.get(feature, ()):
                sums[part] += weight
        return {part: 1 / (1 + math.exp(-min(30.0, max(-30.0, s)))) for part, s in sums.items()}


def read_table(text: str) -> SlotModel:
    """A table as written by ``write_table``. Raises ValueError on a malformed line."""
    weights: dict[str, dict[str, tuple[tuple[str, float], ...]]] = defaultdict(dict)
    for line in text.splitlines():
        if not line or line.startswith("# "):
            continue
        group, feature, *pairs = line.split("\t")
        weights[group][feature] = tuple((part, float(weight)) for part, weight in (p.split("=") for p in pairs))
    return SlotModel({group: dict(table) for group, table in weights.items()})


def write_table(model: SlotModel, head: str) -> str:
    """The table: head lines first, then features in order."""
    rows = [f"# {line}" for line in head.splitlines()]
    for group in sorted(model.weights):
        for feature, pairs in sorted(model.weights[group].items()):
            rows.append("\t".join((group, feature, *(f"{part}={weight:.2f}" for part, weight in sorted(pairs)))))
    return "\n".join(rows) + "\n"


@cache
def load_model() -> SlotModel:
    """The model that is shipped."""
    return read_table(files("pipeline.claims.slots").joinpath("weights.tsv").read_text(encoding="utf-8"))
