"""Asking a service within a run: budget, cache, and failing open. One `Questions` is shared by all back-ends of a run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from pipeline.backends.answers import AnswerStore, hash_question
from pipeline.backends.post import Poster, UnansweredError

T = TypeVar("T")
PATIENCE = 3  # failures in a row after which a service is not asked again in this run


def say_on_stderr(message: str) -> None:
    """One line for the operator; stdout belongs to the reports."""
    sys.stderr.write(f"reelcheck: {message}\n")


class Questions:
    """Counts requests against one budget and remembers which services failed."""

    def __init__(self, store: AnswerStore, budget: int, say: Callable[[str], None] = say_on_stderr) -> None:
        self.left = budget
        self._store = store
        self._say = say
        self._said: set[str] = set()
        self._failures: dict[str, int] = {}

    def ask(self, kind: str, poster: Poster, payload: Mapping[str, Any], read: Callable[[bytes], T]) -> T | None:
        """The answer as ``read`` understands it, from the cache where it was asked before; None where there is none to be had.

        ``read`` raises ValueError (pydantic's is one) for a body that is no proper answer; such a body is not kept.
        """
        key = hash_question(kind, poster.url, payload)
        kept = self._store.find(key)
        if kept is not None:
            try:
                return read(kept)
            except ValueError:
                pass  # damaged on disk: ask again
        if self._failures.get(kind, 0) >= PATIENCE:
            return None
        try:
            body = poster.post(payload, self._spend)
            answer = read(body)
        except UnansweredError as e:
            self._fail(kind, str(e))
            return None
        except ValueError as e:
            self._fail(kind, f"{poster.host} gave no proper answer ({_reason(e)})")
            return None
        self._failures[kind] = 0
        self._store.keep(key, body)
        return answer

    def _spend(self) -> None:
        if self.left <= 0:
            raise UnansweredError("the budget of this run is used up")
        self.left -= 1

    def _fail(self, kind: str, reason: str) -> None:
        """Says once per back-end that it goes on without it."""
        self._failures[kind] = self._failures.get(kind, 0) + 1
        if kind not in self._said:
            self._said.add(kind)
            self._say(f"the {kind} back-end is left out where it does not answer: {reason}")


def _reason(error: ValueError) -> str:
    """Our own words, or the kind of the first thing that pydantic found wrong: nothing that the server wrote."""
    if isinstance(error, ValidationError):
        return error.errors(include_input=False, include_context=False, include_url=False)[0]["type"]
    return str(error) if isinstance(error, ImproperAnswerError) else type(error).__name__


class ImproperAnswerError(ValueError):
    """A well-formed body that does not answer the question; the message is in our own words."""
