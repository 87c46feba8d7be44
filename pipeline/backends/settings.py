"""Where the optional back-ends are and what they may cost, from the environment. Nothing is read at import."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from pipeline.errors import BadInputError
from pipeline.settings import data_root

_NAMES = {
    "llm_url": "REELCHECK_LLM_URL",
    "llm_model": "REELCHECK_LLM_MODEL",
    "llm_key": "REELCHECK_LLM_KEY",
    "nli_url": "REELCHECK_NLI_URL",
    "nli_key": "REELCHECK_NLI_KEY",
    "nli_file": "REELCHECK_NLI_FILE",
    "nli_threshold": "REELCHECK_NLI_THRESHOLD",
    "budget": "REELCHECK_BACKEND_BUDGET",
    "timeout": "REELCHECK_BACKEND_TIMEOUT",
    "cache": "REELCHECK_BACKEND_CACHE",
}


class BackendSettings(BaseModel):
    """Settings of all back-ends; having them turns nothing on.

    ``llm_url``: base address of an OpenAI-compatible server, up to and with ``/v1``. ``budget``: most requests of one run, retries
    included, cached answers not. ``timeout``: seconds for one question with all its retries. ``cache``: folder of kept answers.
    ``nli_threshold``: least probability of entailment that vetoes. Keys are secrets: their text is asked for in one place, the header.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    llm_url: str | None = None
    llm_model: str | None = None
    llm_key: SecretStr | None = None
    nli_url: str | None = None
    nli_key: SecretStr | None = None
    nli_file: Path | None = None
    nli_threshold: float = Field(default=0.5, ge=0.3, le=1.0)
    budget: int = Field(default=200, ge=0)
    timeout: float = Field(default=60.0, gt=0, le=600)
    cache: Path = Field(default_factory=lambda: data_root() / "backends")

    @field_validator("llm_url", "nli_url")
    @classmethod
    def _is_plain_address(cls, url: str | None) -> str | None:
        """Addresses are named in messages, so no secret may hide in one."""
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("write an http(s) address")
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ValueError("no user, password, query or fragment in the address: keys have a variable of their own")
        return url.rstrip("/")

    @field_validator("llm_key", "nli_key")
    @classmethod
    def _fits_a_header(cls, key: SecretStr | None) -> SecretStr | None:
        text = key.get_secret_value() if key else ""
        if not (text.isascii() and (text.isprintable() or not text)):
            raise ValueError("a key is one line of ASCII")
        return key


def read_settings(environ: Mapping[str, str] | None = None) -> BackendSettings:
    """Settings of the environment, empty variables as if unset. Raises BadInputError that names the variable, never its value."""
    found = os.environ if environ is None else environ
    given: dict[str, Any] = {field: found[name].strip() for field, name in _NAMES.items() if found.get(name, "").strip()}
    try:
        return BackendSettings(**given)
    except ValidationError as e:
        first = e.errors(include_input=False, include_context=False, include_url=False)[0]
        name = _NAMES.get(str(first["loc"][0]) if first["loc"] else "", "a back-end setting")
        raise BadInputError(f"{name} cannot be used: {first['msg'].removeprefix('Value error, ')}") from None
