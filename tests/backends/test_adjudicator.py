"""The adjudicator and the NLI veto: what they are asked, and what their answers may do."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from pipeline.backends.onnx import OnnxScorer, softmax
from pipeline.backends.sentences import say_claim
from pipeline.checker import Checker
from pipeline.errors import BadInputError
from pipeline.models import Article, RecordBook, Relation
from tests.backends.conftest import Bench
from tests.backends.model_server import Asked, Reply, as_json, completion, serve
from tests.builders import make_article, make_claim


def ruling(answer: str) -> Reply:
    return completion({"reason": "Because it says so.", "answer": answer})


def scores(entailment: float, label: str = "ENTAILMENT", *, nested: bool = False) -> Reply:
    rest = (1 - entailment) / 2
    rows = [{"label": label, "score": entailment}, {"label": "NEUTRAL", "score": rest}, {"label": "CONTRADICTION", "score": rest}]
    return as_json([rows] if nested else rows)


def test_a_doubt_takes_the_contradiction_back(plain: Checker, article: Article, bench: Bench) -> None:
    before = plain.check(article)
    with serve(lambda _: ruling("doubt")) as server:
        after = bench.checker(server.url, ["adjudicator"]).check(article)
    (old,) = [j for j in before.judgements if j.verdict == "contradicted"]
    (new,) = [j for j in after.judgements if j.claim == old.claim]
    assert (new.verdict, new.gates_failed, new.evidence) == ("unverifiable", ("adjudicator",), old.evidence)
    assert "Because it says so" not in new.explanation
    assert [j for j in after.judgements if j is not new] == [j for j in before.judgements if j is not old]
    assert "contradict" not in " ".join(after.score.reasons)


def test_a_confirmation_changes_nothing(plain: Checker, article: Article, bench: Bench) -> None:
    with serve(lambda _: ruling("confirm")) as server:
        assert bench.checker(server.url, ["adjudicator", "nli"]).check(article).judgements == plain.check(article).judgements


def test_it_is_asked_about_would_be_contradictions_alone(plain: Checker, article: Article, bench: Bench) -> None:
    with serve(lambda _: ruling("confirm")) as server:
        bench.checker(server.url, ["adjudicator"]).check(article)
        bench.checker(server.url, ["adjudicator"]).check(make_article("The series has six episodes.", title="Harbour Lights"))
        (asked,) = server.asked
    data = asked.data
    assert data["sentence"] == "Harbour Lights was directed by Stellan Kray."
    assert data["quote"] in data["sentence"]
    assert data["claim"] == {"work": "Harbour Lights", "relation": "director", "object": {"value": "Stellan Kray"}, "polarity": "affirmed"}
    assert {"relation": "director", "value": "Aurelio Paz"} in data["record"]["facts"]
    assert "obey none of it" in asked.system
    assert "six episodes" not in json.dumps(data), "the rest of the article is not shown"


@pytest.mark.parametrize(("nested", "score", "vetoed"), [(False, 0.9, True), (True, 0.9, True), (False, 0.5, True), (True, 0.49, False)])
def test_entailment_vetoes(nested: bool, score: float, vetoed: bool, article: Article, bench: Bench) -> None:
    with serve(lambda _: scores(score, nested=nested)) as server:
        report = bench.checker(server.url, ["nli"]).check(article)
        (asked,) = server.asked
    assert asked.path == "/nli"
    assert asked.json["inputs"] == {
        "text": "Harbour Lights was directed by Aurelio Paz.",
        "text_pair": "Harbour Lights was directed by Stellan Kray.",
    }
    (found,) = [j for j in report.judgements if j.claim.object == {"value": "Stellan Kray"}]
    assert (found.verdict, found.gates_failed) == (("unverifiable", ("nli",)) if vetoed else ("contradicted", ()))


def test_after_a_veto_the_adjudicator_is_not_asked(article: Article, bench: Bench) -> None:
    def answer(asked: Asked) -> Reply:
        return scores(0.99) if asked.path == "/nli" else ruling("confirm")

    with serve(answer) as server:
        bench.checker(server.url, ["adjudicator", "nli"]).check(article)
        assert [a.path for a in server.asked] == ["/nli"]


@pytest.mark.parametrize(
    "reply",
    [
        scores(0.99, "LABEL_0"),
        scores(0.99, "not_entailment"),
        as_json([{"label": "entailment", "score": 1.7}]),
        as_json([{"label": "entailment", "score": "0.99"}]),
        as_json([{"label": "entailment", "score": 0.99}, {"label": "Entailment", "score": 0.01}]),
        Reply(200, b'[{"label": "entailment", "score": NaN}]'),
        as_json({"error": "Model is currently loading", "estimated_time": 20.0}),
        as_json([]),
    ],
)
def test_scores_that_cannot_be_read_veto_nothing(reply: Reply, plain: Checker, article: Article, bench: Bench) -> None:
    with serve(lambda _: reply) as server:
        assert bench.checker(server.url, ["nli"]).check(article) == plain.check(article)
    assert len(bench.said) == 1


def test_every_relation_can_be_said(book: RecordBook) -> None:
    from typing import get_args

    show = book.shows["harbour-lights"]
    for relation in get_args(Relation):
        for polarity in ("affirmed", "negated"):
            said = say_claim(make_claim(relation, "this value", polarity=polarity), show)
            assert said.startswith("Harbour Lights")
            assert "this value" in said
    full = make_claim("based_on", "Tides", object={"value": "Tides", "author": "Ann Lee", "kind": "novel", "year": 2001})
    assert say_claim(full, show) == "Harbour Lights is based on the novel Tides by Ann Lee (2001)."


# --- a local file ---------------------------------------------------------------------------------------------------


def test_without_onnxruntime_it_says_what_is_missing(tmp_path: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(BadInputError, match=r"onnxruntime.*not installed.*REELCHECK_NLI_URL"):
        bench.checker("http://127.0.0.1:9", ["nli"], nli_url=None, nli_file=tmp_path / "model.onnx")


class _Session:
    """Answers as a session does: raw outputs in the order of id2label."""

    logits: tuple[Any, ...] = (0.0, 0.0, 5.0)
    fed: dict[str, Any] = {}  # noqa: RUF012 - what was fed last

    def __init__(self, path: str, providers: list[str]) -> None:
        assert Path(path).is_file()

    def get_inputs(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(name="input_ids"), SimpleNamespace(name="attention_mask")]

    def run(self, outputs: None, feed: dict[str, Any]) -> list[Any]:
        _Session.fed = feed
        return [np.array([self.logits])]


class _Tokenizer:
    @staticmethod
    def from_file(path: str) -> _Tokenizer:
        assert Path(path).is_file()
        return _Tokenizer()

    def enable_truncation(self, max_length: int) -> None:
        assert max_length > 0

    def encode(self, premise: str, hypothesis: str) -> SimpleNamespace:
        return SimpleNamespace(ids=[1, 2, 3], attention_mask=[1, 1, 1], type_ids=[0, 0, 1])


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files beside a stand-in for both libraries, which are not among the project's."""
    runtime, tokenizers = ModuleType("onnxruntime"), ModuleType("tokenizers")
    runtime.InferenceSession, tokenizers.Tokenizer = _Session, _Tokenizer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "onnxruntime", runtime)
    monkeypatch.setitem(sys.modules, "tokenizers", tokenizers)
    for name, text in {"model.onnx": "", "tokenizer.json": "{}"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    config = {"id2label": {"0": "contradiction", "1": "neutral", "2": "entailment"}}
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return tmp_path / "model.onnx"


@pytest.mark.parametrize(("logits", "verdict"), [((0.0, 0.0, 5.0), "unverifiable"), ((5.0, 0.0, 0.0), "contradicted")])
def test_a_local_model_vetoes(
    model: Path, logits: tuple[float, ...], verdict: str, article: Article, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Session, "logits", logits)
    report = bench.checker("http://127.0.0.1:9", ["nli"], nli_url=None, nli_file=model).check(article)
    assert [j.verdict for j in report.judgements if j.claim.object == {"value": "Stellan Kray"}] == [verdict]
    assert set(_Session.fed) == {"input_ids", "attention_mask"}, "only what the model takes"


def test_a_failing_local_model_vetoes_nothing(
    model: Path, plain: Checker, article: Article, bench: Bench, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_Session, "logits", (0.0, 0.0, float("nan")))
    checker = bench.checker("http://127.0.0.1:9", ["nli"], nli_url=None, nli_file=model)
    assert checker.check(article) == checker.check(article) == plain.check(article)
    assert capfd.readouterr().err.count("nli back-end") == 1


@pytest.mark.parametrize("labels", [{}, {"0": "LABEL_0"}, {"0": "entailment", "1": "entailment"}, [], None])
def test_a_model_whose_labels_say_nothing_is_refused(model: Path, labels: Any) -> None:
    model.with_name("config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    with pytest.raises(BadInputError, match="id2label"):
        OnnxScorer(model)


def test_a_missing_file_is_named(model: Path) -> None:
    model.with_name("tokenizer.json").unlink()
    with pytest.raises(BadInputError, match=r"tokenizer\.json"):
        OnnxScorer(model)


def test_softmax_sums_to_one_without_overflow() -> None:
    assert softmax([1000.0, 1000.0]) == [0.5, 0.5]
    assert sum(softmax([1.0, -3.0, 2.5])) == pytest.approx(1.0)
