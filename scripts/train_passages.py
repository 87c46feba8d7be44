"""Trains the passage model and writes pipeline/claims/passages/network.onnx, from the examples of scripts/passage_examples.py.

    build/train/env/bin/python scripts/train_passages.py EXAMPLES.jsonl [--out FILE] [--without FOLDER...] [--epochs N]

It starts from the encoder of the slot model (its weights of eight bits turned back into numbers), which knows our tokens and how statements
are put, and adds one linear layer over the first place and the mean of the places that state what is asked. ``--without`` leaves the
examples of some folders (by their name) out, and prints how they are told apart after every round.

Passages on other works are few, so more are made: a statement with what stands before it is put behind another article's headline and
text, once as the foreign one (its title becomes some other title, its people unknown), once with the foreign text before it and
its own title kept. Both have the seam, so that only the titles tell which is which.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx  # type: ignore[import-not-found]
import torch  # type: ignore[import-not-found]
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn  # type: ignore[import-not-found]
from transformers import BertConfig, BertModel  # type: ignore[import-not-found]

CLAIMS = Path(__file__).resolve().parent.parent / "pipeline" / "claims"
WIDTH, HEADS, INNER, PLACES = 384, 12, 1536, 512  # of MiniLM
RATE, HEAD_RATE = 8e-5, 1e-3  # of the encoder and of the new layer
WARM_UP = 0.06  # share of the steps
BATCH = 16  # passages
UNKNOWN_NAMES = 0.3  # share of known names that are shown as unknown
AGREEING = 1.5  # as many statements that agree with the record as others are learned from
SPLICED = 0.15  # as many passages, of each of the two kinds, are made of two
MOST_WORTH = 4.0  # of a statement that is not the article's own, beside one that is
SEED = 1


class PassageNetwork(nn.Module):  # type: ignore[misc]
    """The slot model's encoder with one linear layer over a passage."""

    def __init__(self, pieces: int, layers: int) -> None:
        super().__init__()
        shape = BertConfig(
            vocab_size=pieces,
            hidden_size=WIDTH,
            num_hidden_layers=layers,
            num_attention_heads=HEADS,
            intermediate_size=INNER,
            max_position_embeddings=PLACES,
            attn_implementation="eager",
        )
        self.encoder = BertModel(shape, add_pooling_layer=False)
        self.dropout, self.head = nn.Dropout(0.1), nn.Linear(2 * WIDTH, 1)

    def forward(self, pieces: Any, mask: Any, stated: Any) -> Any:
        """Logits of passages."""
        found = self.encoder(pieces, attention_mask=mask, token_type_ids=stated).last_hidden_state
        weights = stated.to(found.dtype).unsqueeze(-1)
        mean = (found * weights).sum(1) / weights.sum(1).clamp(min=1)
        return self.head(self.dropout(torch.cat([found[:, 0], mean], 1))).squeeze(-1)


def read_encoder(path: Path) -> dict[str, Any]:
    """The encoder's weights of a slot model, by their names in BertModel under ``encoder.``."""
    graph = onnx.load(str(path)).graph
    kept = {i.name: numpy_helper.to_array(i) for i in graph.initializer}

    def plain(name: str) -> np.ndarray:
        numbers: np.ndarray = kept[f"{name}_quantized"].astype(np.float32) - kept[f"{name}_zero_point"].astype(np.float32)
        return numbers * kept[f"{name}_scale"]

    suffixes = ("_scale", "_zero_point", "_quantized")
    weights = {name: values for name, values in kept.items() if name.startswith("encoder.") and not name.endswith(suffixes)}
    for kind in ("word_embeddings", "token_type_embeddings", "position_embeddings"):
        weights[f"encoder.embeddings.{kind}.weight"] = plain(f"encoder.embeddings.{kind}.weight")
    for node in graph.node:
        if node.op_type == "MatMulInteger" and "/encoder/" in node.output[0]:
            place = node.output[0].strip("/").split("/MatMul")[0].replace("/", ".")
            weights[f"{place}.weight"] = plain(node.input[1].removesuffix("_quantized")).T
    return {name: torch.tensor(np.array(values, dtype=np.float32)) for name, values in weights.items()}


class Splicer:
    """Makes passages of two."""

    def __init__(self, pieces: list[str]) -> None:
        number = {piece: i for i, piece in enumerate(pieces)}
        self._stop, self._work, self._break = number["[SEP]"], number["[work]"], number["[paragraph]"]
        self._titles = [number[f"[{kind}]"] for kind in ("other_work", "quoted_work", "name")]
        self._people = {number[f"[{r}]"] for r in ("actor", "character", "director", "creator", "writer", "producer")}
        self._person = number["[person]"]

    def __call__(self, one: dict[str, Any], other: dict[str, Any], *, foreign: bool) -> dict[str, Any] | None:
        """``one``'s statement behind ``other``'s text; None where no title tells what it is about."""
        parts, others = self._parts(one), self._parts(other)
        if len(parts) != len(others) or self._work not in [*parts[2], *parts[3]]:
            return None
        title = random.choice(self._titles)
        if foreign:
            parts = [parts[0], others[1], [*others[2][-60:], self._break, *self._strange(parts[2][-60:], title)],
                     *(self._strange(p, title) for p in parts[3:])]  # fmt: skip
        else:
            parts[2] = [*self._strange(others[2][-60:], title), self._break, *parts[2][-60:]]
        shift = sum(len(p) + 1 for p in parts[:3]) - sum(len(p) + 1 for p in self._parts(one)[:3])
        pieces = [piece for part in parts for piece in (*part, self._stop)]
        return one | {"pieces": pieces, "start": one["start"] + shift, "end": one["end"] + shift, "own": not foreign}

    def _parts(self, example: dict[str, Any]) -> list[list[int]]:
        parts: list[list[int]] = [[]]
        for piece in example["pieces"]:
            if piece == self._stop:
                parts.append([])
            else:
                parts[-1].append(piece)
        return parts[:-1]

    def _strange(self, pieces: list[int], title: int) -> list[int]:
        return [title if p == self._work else self._person if p in self._people else p for p in pieces]


def to_batch(chosen: list[dict[str, Any]]) -> tuple[Any, Any, Any, Any]:
    """Pieces, mask and which are stated (passages x places), and the answers."""
    longest = max(len(e["pieces"]) for e in chosen)
    pieces, mask, stated = (torch.zeros(len(chosen), longest, dtype=torch.long) for _ in range(3))
    for row, example in enumerate(chosen):
        pieces[row, : len(example["pieces"])] = torch.tensor(example["pieces"])
        mask[row, : len(example["pieces"])] = 1
        stated[row, example["start"] : example["end"]] = 1
    return pieces, mask, stated, torch.tensor([float(e["own"]) for e in chosen])


def by_length(examples: list[dict[str, Any]], size: int, near: int) -> list[list[dict[str, Any]]]:
    """Batches of like length, gathered from ``near`` examples at a time, in random order."""
    order = random.sample(range(len(examples)), len(examples))
    order = [i for k in range(0, len(order), near) for i in sorted(order[k : k + near], key=lambda i: len(examples[i]["pieces"]))]
    batches = [[examples[i] for i in order[k : k + size]] for k in range(0, len(order), size)]
    random.shuffle(batches)
    return batches


def splice(examples: list[dict[str, Any]], pieces: list[str]) -> Iterator[dict[str, Any]]:
    """As many of each kind as SPLICED asks for, but for those that can't be made."""
    make, own = Splicer(pieces), [e for e in examples if e["own"]]
    for n in range(2 * int(SPLICED * len(examples))):
        one, other = random.sample(own, 2)
        made = make(one, other, foreign=n % 2 == 0) if one["work"] != other["work"] else None
        if made is not None:
            yield made


def train(examples: list[dict[str, Any]], left_out: list[dict[str, Any]], pieces: list[str], epochs: int) -> PassageNetwork:
    """AdamW with a linear warm-up and decay."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    agreeing = [e for e in examples if e["verdict"] == "supported"]
    rest = [e for e in examples if e["verdict"] != "supported"]
    examples = rest + random.sample(agreeing, min(len(agreeing), int(AGREEING * len(rest))))
    weights = read_encoder(CLAIMS / "slots" / "network.onnx")
    model = PassageNetwork(len(pieces), sum(name.endswith("attention.self.query.weight") for name in weights))
    missing = model.load_state_dict(weights, strict=False)
    assert set(missing.missing_keys) == {"head.weight", "head.bias"}, missing
    roles = torch.tensor([pieces.index(f"[{r}]") for r in ("actor", "director", "creator", "writer", "producer", "stranger")])
    person = pieces.index("[person]")
    others = sum(not e["own"] for e in examples)
    worth = min(MOST_WORTH, max(1.0, (len(examples) - others) / max(1, others) / 2))
    print(f"{len(examples)} statements, {others} of them not the article's own on its work, which weigh {worth:.1f}", flush=True)
    optimizer = torch.optim.AdamW([{"params": model.encoder.parameters()}, {"params": model.head.parameters()}], weight_decay=0.01)
    for epoch in range(epochs):
        model.train()
        began, total = time.monotonic(), 0.0
        batches = by_length([*examples, *splice(examples, pieces)], BATCH, 640)
        for n, batch in enumerate(batches):
            done = (epoch + n / len(batches)) / epochs
            share = min(1.0, (done + 1e-3) / WARM_UP) * (1 - done) + 1e-3
            optimizer.param_groups[0]["lr"], optimizer.param_groups[1]["lr"] = RATE * share, HEAD_RATE * share
            numbers, mask, stated, own = to_batch(batch)
            numbers[torch.isin(numbers, roles) & (torch.rand(numbers.shape) < UNKNOWN_NAMES)] = person
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(numbers, mask, stated).float()
            loss = nn.functional.binary_cross_entropy_with_logits(logits, own, weight=torch.where(own == 0, worth, 1.0))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {time.monotonic() - began:.0f} s", flush=True)
        if left_out:
            print_figures(model, left_out)
    return model.eval()


def print_figures(model: PassageNetwork, examples: list[dict[str, Any]]) -> None:
    """How well what is not the article's own is told from the rest: among all, those off the record, and those contradicted."""
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in by_length(examples, 32, len(examples)):
            for example, logit in zip(batch, model(*to_batch(batch)[:3]).tolist(), strict=True):
                example["logit"] = logit
    for name, kept in (("all", lambda _: True), ("off the record", lambda v: v != "supported"), ("contradicted", "contradicted".__eq__)):
        chosen = [e for e in examples if kept(e["verdict"])]
        own, not_own = ([e["logit"] for e in chosen if e["own"] is answer] for answer in (True, False))
        better = np.mean([a > b for a in own for b in not_own]) if own and not_own else math.nan
        print(f"  {name}: {len(own)} own, {len(not_own)} not, area under the curve {better:.3f}", flush=True)


def export(model: PassageNetwork, out: Path) -> None:
    """ONNX with weights of eight bits (dynamic quantisation by channel)."""
    plain = out.with_suffix(".float.onnx")
    pieces = torch.randint(1, 50, (2, 12))
    names = ("pieces", "mask", "stated")
    torch.onnx.export(
        model,
        (pieces, torch.ones_like(pieces), torch.ones_like(pieces)),
        str(plain),
        input_names=list(names),
        output_names=["logit"],
        dynamic_axes={name: {0: "passages", 1: "places"} for name in names} | {"logit": {0: "passages"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(plain), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    plain.unlink()


def main() -> int:
    """Trains, prints figures where folders were left out, writes the network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples", type=Path)
    parser.add_argument("--out", type=Path, default=CLAIMS / "passages" / "network.onnx")
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=4)
    given = parser.parse_args()
    examples = [json.loads(line) for line in given.examples.read_text(encoding="utf-8").splitlines()]
    left_out = [e for e in examples if e["folder"] in given.without]
    pieces = (CLAIMS / "slots" / "pieces.txt").read_text(encoding="utf-8").splitlines()
    model = train([e for e in examples if e["folder"] not in given.without], left_out, pieces, given.epochs)
    export(model, given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
