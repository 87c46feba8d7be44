"""A veto by natural language inference: where the record's sentence entails the claim, the two do not exclude each other."""

from __future__ import annotations

from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field, SecretStr, TypeAdapter

from pipeline.backends.post import Poster
from pipeline.backends.questions import ImproperAnswerError, Questions
from pipeline.backends.sentences import say_claim, say_record
from pipeline.models import Article, Judgement, Show

MAX_SENTENCE = 1_000  # characters


class Scorer(Protocol):
    """Scores whether one sentence follows from another."""

    def score_entailment(self, premise: str, hypothesis: str) -> float | None:
        """Probability 0..1; None where it cannot be asked."""
        ...


class NliVeto:
    """The second look over a scorer. It reads typed values in sentences of ours, so that no page's prose reaches the model."""

    gate = "nli"

    def __init__(self, scorer: Scorer, threshold: float) -> None:
        self._scorer = scorer
        self._threshold = threshold

    def has_doubt(self, judgement: Judgement, article: Article, show: Show) -> bool:
        """See seams.SecondLook."""
        del article
        premise, hypothesis = say_record(judgement.evidence, show)[:MAX_SENTENCE], say_claim(judgement.claim, show)[:MAX_SENTENCE]
        if not premise:
            return False
        score = self._scorer.score_entailment(premise, hypothesis)
        return score is not None and score >= self._threshold


class _Scored(BaseModel):
    model_config = ConfigDict(strict=True)

    label: str
    score: float = Field(ge=0.0, le=1.0)


_ANSWER = TypeAdapter(list[_Scored] | list[list[_Scored]])


class HttpScorer:
    """A text-classification service: ``{"inputs": {"text", "text_pair"}}`` in, ``[{"label", "score"}, ...]`` out (flat, or nested once)."""

    def __init__(self, url: str, key: SecretStr | None, questions: Questions, timeout: float = 60.0) -> None:
        self._poster = Poster(url, key, timeout)
        self._questions = questions

    def score_entailment(self, premise: str, hypothesis: str) -> float | None:
        """See Scorer."""
        payload = {"inputs": {"text": premise, "text_pair": hypothesis}, "parameters": {"top_k": None}}
        return self._questions.ask("nli", self._poster, payload, read_scores)


def read_scores(body: bytes) -> float:
    """The probability of entailment. Raises ValueError where no label, or more than one, means entailment."""
    rows = _ANSWER.validate_json(body)
    flat = [s for row in rows for s in (row if isinstance(row, list) else [row])]
    found = [s.score for s in flat if is_entailment(s.label)]
    if len(found) != 1:
        raise ImproperAnswerError("its labels do not name entailment once")
    return found[0]


def is_entailment(label: str) -> bool:
    """ "entailment", "ENTAILMENT"; not "not_entailment" or "LABEL_0"."""
    return label.strip().casefold() in {"entailment", "entails", "entailed"}
