"""The network behind the passages: is a statement the article's own, and about the work at hand?

A small transformer like that of the slots (claims/slots/model.py), trained further from its weights by scripts/train_passages.py. It reads
some two hundred word pieces around a statement and gives one likelihood. It sees kinds of names, never a name, and cannot know what is on
record: what it is asked is whose statement it is, and not whether it is right.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Protocol

import numpy as np
import onnxruntime

from pipeline.models import Passage


class PassageModel(Protocol):
    """Anything that tells whose a statement is."""

    def __call__(self, passage: Passage) -> float:
        """The likelihood, 0..1, that the article states it in its own word of the work at hand."""
        ...


class Network:
    """An ONNX file with inputs ``pieces``, ``mask`` and ``stated`` (1 where the pieces state it), each sentences x places, and the output
    ``logit`` of each."""

    def __init__(self, network: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # nights run several processes
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])

    def __call__(self, passage: Passage) -> float:
        """One passage by itself: the scale of eight-bit activations is that of a whole call."""
        pieces = np.array([passage.pieces], dtype=np.int64)
        stated = np.zeros_like(pieces)
        stated[0, passage.start : passage.end] = 1
        (logit,) = self._session.run(["logit"], {"pieces": pieces, "mask": np.ones_like(pieces), "stated": stated})
        return round(float(1 / (1 + np.exp(-np.clip(logit[0], -30, 30)))), 3)


@cache
def load_passage_model() -> PassageModel:
    """The model that is shipped."""
    return Network(files("pipeline.claims.passages").joinpath("network.onnx").read_bytes())
