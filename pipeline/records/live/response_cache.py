"""Answers kept on disk by address, with what is needed to ask whether they changed. Deleting the folder costs requests, nothing else."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer. ``checked_at``: when the source last said that it stands; ``retrieved_at``: when its bytes came."""

    url: str
    body: bytes
    retrieved_at: datetime
    checked_at: datetime
    etag: str | None = None
    last_modified: str | None = None


class ResponseCache:
    """A folder of answers, one compressed file each, written aside and renamed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, url: str) -> Kept | None:
        """The kept answer; None where there is none or the file is damaged."""
        try:
            head, _, body = gzip.decompress(self._path(url).read_bytes()).partition(b"\n")
            told = json.loads(head)
            retrieved, checked = (datetime.fromisoformat(told[key]) for key in ("retrieved_at", "checked_at"))
            kept = Kept(told["url"], body, retrieved, checked, told["etag"], told["last_modified"])
        except (OSError, ValueError, TypeError, KeyError, EOFError):
            return None
        return kept if kept.url == url else None

    def write(self, kept: Kept) -> None:
        head = {
            "url": kept.url, "retrieved_at": kept.retrieved_at.isoformat(), "checked_at": kept.checked_at.isoformat(),
            "etag": kept.etag, "last_modified": kept.last_modified,
        }  # fmt: skip
        write_whole(self._path(kept.url), gzip.compress(json.dumps(head).encode() + b"\n" + kept.body, compresslevel=3))

    def prune(self, now: datetime, older_than: timedelta) -> int:
        """Deletes answers that nothing asked for since; returns how many."""
        oldest = (now - older_than).timestamp()
        old = [path for path in self._folder.glob("*/*.gz") if path.stat().st_mtime < oldest]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(url.encode()).hexdigest()
        return self._folder / name[:2] / f"{name}.gz"


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that a reader sees the old or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=path.parent, suffix=".part", delete=False) as f:
        f.write(content)
    Path(f.name).replace(path)
