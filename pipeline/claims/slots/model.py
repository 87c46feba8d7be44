"""The network behind the slots: what each name, date, place and number of a sentence is said to be of the work at hand.

A small transformer (MiniLM, Wang et al. 2020, four layers of 384; weights of all-MiniLM-L6-v2, Apache-2.0, trained further on labelled
articles by scripts/train_slots.py) with one linear layer over each token. network.onnx holds it, pieces.txt its word pieces; the names of
its outputs stand in the network's own metadata. It sees kinds of names and the words around them, never a name (coding.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from pipeline.claims.slots.coding import Coded, Vocabulary

LEAST_PAIR = 0.1
NOT_OWN, DENIED = "not_own", "denied"
BASIS = "basis."  # before the outputs that are asked of the whole sentence


@dataclass(frozen=True, slots=True)
class Marks:
    """What the model makes of one sentence; likelihoods of 0..1 throughout.

    ``parts``: entity -> part -> likelihood that the sentence gives it this part in the work at hand. ``kinds``: the same of the words for
    source works: (typed offset, kind, likelihood). ``voices``: entity or typed offset of a noun -> ("not_own", "denied"), if it has a part.
    ``basis``: what the sentence says of the truth of the story, with "not_own" and "denied" likewise. ``pairs``: (kind, entity, entity) ->
    that a statement joins the two: "plays" an actor and a character, "portrays" a character and a real person; from LEAST_PAIR up."""

    parts: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    kinds: tuple[tuple[int, str, float], ...] = ()
    voices: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    basis: Mapping[str, float] = field(default_factory=dict)
    pairs: Mapping[tuple[str, int, int], float] = field(default_factory=dict)


class SlotModel(Protocol):
    """Anything that marks coded sentences."""

    vocabulary: Vocabulary

    def read(self, sentences: Sequence[Coded]) -> list[Marks]:
        """The marks of each, in order."""
        ...


class Network:
    """An ONNX file with inputs ``pieces`` and ``mask`` (sentences x places) and two outputs: logits (sentences x places x parts) and the
    sides of pairs (sentences x places x (kinds of pairs x 2 x width)), whose products over the root of the width give logits of pairs."""

    def __init__(self, network: bytes, vocabulary: Vocabulary) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # nights run several processes
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        notes = self._session.get_modelmeta().custom_metadata_map
        self._outputs = notes["outputs"].split()
        width, start, *self._kinds = notes["pairs"].split()
        self._width, self._start = int(width), float(start)
        self.vocabulary = vocabulary

    def read(self, sentences: Sequence[Coded]) -> list[Marks]:
        """Each for itself: the scale of eight-bit activations is that of a whole call, and neighbours would move it."""
        return [self._mark(sentence, *self._run(sentence.pieces)) for sentence in sentences]

    def _run(self, pieces: Sequence[int]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        numbers = np.array([pieces], dtype=np.int64)
        logits, sides = self._session.run(["logits", "sides"], {"pieces": numbers, "mask": np.ones_like(numbers)})
        return _to_likelihoods(logits[0]), sides[0]

    def _join(self, sentence: Coded, sides: NDArray[np.float32]) -> dict[tuple[str, int, int], float]:
        """All pairs of entities that may be joined."""
        numbers = list(sentence.entities)
        shaped = sides[list(sentence.entities.values())].reshape(len(numbers), len(self._kinds), 2, self._width)
        joined = {}
        for k, kind in enumerate(self._kinds):
            likelihoods = _to_likelihoods(shaped[:, k, 0] @ shaped[:, k, 1].T / self._width**0.5 + self._start)
            for a, b in zip(*np.nonzero(likelihoods >= LEAST_PAIR), strict=True):
                if a != b:
                    joined[kind, numbers[a], numbers[b]] = round(float(likelihoods[a, b]), 3)
        return joined

    def _mark(self, sentence: Coded, likelihoods: NDArray[np.float32], sides: NDArray[np.float32]) -> Marks:
        rows = np.round(likelihoods.astype(np.float64), 3).tolist()

        def at(place: int) -> dict[str, float]:
            return dict(zip(self._outputs, rows[place], strict=True))

        def voice(found: Mapping[str, float], prefix: str = "") -> tuple[float, float]:
            return found[prefix + NOT_OWN], found[prefix + DENIED]

        named = {entity: at(place) for entity, place in sentence.entities.items()}
        nouns = [(offset, kind, at(place)) for offset, kind, place in sentence.nouns]
        whole = at(0)
        return Marks(
            parts={e: {p: v for p, v in found.items() if not p.startswith(BASIS)} for e, found in named.items()},
            kinds=tuple((offset, kind, found["source_kind"]) for offset, kind, found in nouns),
            voices={e: voice(found) for e, found in named.items()} | {-1 - offset: voice(found) for offset, _, found in nouns},
            basis={name.removeprefix(BASIS): p for name, p in whole.items() if name.startswith(BASIS)},
            pairs=self._join(sentence, sides) if len(named) > 1 else {},
        )


def _to_likelihoods(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    likelihoods: NDArray[np.float32] = (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).astype(np.float32)
    return likelihoods


def load_vocabulary() -> Vocabulary:
    """The word pieces of the shipped model."""
    return Vocabulary(files("pipeline.claims.slots").joinpath("pieces.txt").read_text(encoding="utf-8").splitlines())


@cache
def load_model() -> SlotModel:
    """The model that is shipped."""
    return Network(files("pipeline.claims.slots").joinpath("network.onnx").read_bytes(), load_vocabulary())
