"""The scorer over a local ONNX file, for machines where onnxruntime and tokenizers are installed (the project does not need them).

Beside ``model.onnx`` stand ``tokenizer.json`` and ``config.json`` (its ``id2label`` says which output is entailment), as exporters of
sequence classifiers write them. No pickle is read.
"""

from __future__ import annotations

import importlib
import json
import math
import sys
from pathlib import Path
from typing import Any

from pipeline.backends.nli import is_entailment
from pipeline.errors import BadInputError

_MOST_TOKENS = 512


class OnnxScorer:
    """Loads the model once, at building. Raises BadInputError where a library, a file or the label is missing."""

    def __init__(self, file: Path) -> None:
        runtime, tokenizers = _import("onnxruntime"), _import("tokenizers")
        for needed in (file, file.with_name("tokenizer.json"), file.with_name("config.json")):
            if not needed.is_file():
                raise BadInputError(f"REELCHECK_NLI_FILE: {needed} is not there")
        self._entailment = _read_label(file.with_name("config.json"))
        try:
            self._tokenizer = tokenizers.Tokenizer.from_file(str(file.with_name("tokenizer.json")))
            self._tokenizer.enable_truncation(max_length=_MOST_TOKENS)
            self._session = runtime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
        except Exception as e:  # both libraries raise bare exceptions of their own
            raise BadInputError(f"REELCHECK_NLI_FILE: {file} cannot be loaded ({type(e).__name__})") from e
        self._inputs = {i.name for i in self._session.get_inputs()}
        self._failed = False

    def score_entailment(self, premise: str, hypothesis: str) -> float | None:
        """See nli.Scorer; None where the model fails on this pair, said once on stderr."""
        try:
            return self._score(premise, hypothesis)
        except Exception as e:
            if not self._failed:
                self._failed = True
                sys.stderr.write(f"reelcheck: the nli back-end is left out where it fails: {type(e).__name__}\n")
            return None

    def _score(self, premise: str, hypothesis: str) -> float | None:
        import numpy as np  # noqa: PLC0415 - only where the back-end is on

        encoded = self._tokenizer.encode(premise, hypothesis)
        columns = {"input_ids": encoded.ids, "attention_mask": encoded.attention_mask, "token_type_ids": encoded.type_ids}
        feed = {name: np.array([values], dtype=np.int64) for name, values in columns.items() if name in self._inputs}
        logits = [float(x) for x in self._session.run(None, feed)[0][0]]
        return softmax(logits)[self._entailment]


def softmax(logits: list[float]) -> list[float]:
    """Probabilities of raw outputs. Raises ValueError where one of them is no number."""
    if not all(map(math.isfinite, logits)):
        raise ValueError("an output is no number")
    top = max(logits)
    raised = [math.exp(x - top) for x in logits]
    return [x / sum(raised) for x in raised]


def _import(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise BadInputError(
            f"the nli back-end over REELCHECK_NLI_FILE needs {name}, which is not installed: install onnxruntime and tokenizers, "
            "or set REELCHECK_NLI_URL"
        ) from None


def _read_label(config: Path) -> int:
    try:
        labels = json.loads(config.read_text(encoding="utf-8"))["id2label"]
        found = [int(i) for i, label in labels.items() if is_entailment(str(label))]
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as e:
        raise BadInputError(f"REELCHECK_NLI_FILE: {config} has no readable id2label") from e
    if len(found) != 1:
        raise BadInputError(f"REELCHECK_NLI_FILE: id2label of {config} does not name entailment once")
    return found[0]
