"""An OpenAI-compatible chat completion with structured output: the request, and what may be taken from the response.

Field names are those of the chat completions API (response_format of type json_schema, strict), which vLLM, llama.cpp's server, Ollama and
others serve as well.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, SecretStr

from pipeline.backends.post import Poster
from pipeline.backends.questions import ImproperAnswerError, Questions
from pipeline.backends.settings import BackendSettings
from pipeline.errors import BadInputError

A = TypeVar("A", bound=BaseModel)


class _Message(BaseModel):
    model_config = ConfigDict(strict=True)
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice]


class Chat:
    """Asks one model at one server, at temperature 0."""

    def __init__(self, url: str, model: str, key: SecretStr | None, questions: Questions, timeout: float = 60.0) -> None:
        self._poster = Poster(f"{url.rstrip('/')}/chat/completions", key, timeout)
        self._model = model
        self._questions = questions

    def ask(self, kind: str, system: str, data: Mapping[str, Any], answer: type[A], max_tokens: int) -> A | None:
        """The model's answer to ``system`` about ``data``; None where there is none (said once on stderr)."""
        payload = {
            "model": self._model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": write_data(data)}],
            "temperature": 0,
            "max_tokens": max_tokens,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": kind, "strict": True, "schema": answer.model_json_schema()},
            },
        }
        return self._questions.ask(kind, self._poster, payload, lambda body: read_completion(body, answer))


def open_chat(settings: BackendSettings, questions: Questions) -> Chat:
    """The chat of the settings; raises BadInputError where server or model is not set."""
    if settings.llm_url is None or settings.llm_model is None:
        raise BadInputError("the extractor and adjudicator back-ends need REELCHECK_LLM_URL and REELCHECK_LLM_MODEL")
    return Chat(settings.llm_url, settings.llm_model, settings.llm_key, questions, settings.timeout)


def write_data(data: Mapping[str, Any]) -> str:
    """JSON in which no text can end its own string, open a mark-up tag or spell a control token of a chat template ("<|...|>")."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")


def read_completion(body: bytes, answer: type[A]) -> A:
    """The structured content of a finished first choice. Raises ValueError for refusals, cut-off answers and anything malformed."""
    completion = _Completion.model_validate_json(body)
    if not completion.choices:
        raise ImproperAnswerError("no choice")
    choice = completion.choices[0]
    if choice.message.refusal:
        raise ImproperAnswerError("the model declined")
    if choice.finish_reason not in {"stop", None}:
        raise ImproperAnswerError("the answer was cut off")
    return answer.model_validate_json(choice.message.content or "")
