"""Answers kept on disk, one small file each, named by a hash of everything that was asked."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_MOST = 1_000_000  # bytes of a kept answer


def hash_question(kind: str, url: str, payload: Mapping[str, Any]) -> str:
    """SHA-256 over the service and the whole request body (claim, evidence, model, prompt): any change of these asks anew."""
    text = json.dumps([kind, url, payload], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class AnswerStore:
    """A folder of answers. What cannot be read is as if it was never kept; what cannot be written is not kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str) -> bytes | None:
        """The kept answer, None where there is none. It is validated by whoever asks, like one from the wire."""
        path = self._path(key)
        try:
            return path.read_bytes() if path.stat().st_size <= _MOST else None
        except OSError:
            return None

    def keep(self, key: str, answer: bytes) -> None:
        """Writes aside and renames, so that runs side by side never read half a file."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(answer)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"
