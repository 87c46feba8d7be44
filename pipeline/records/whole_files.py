"""Files that a reader sees old or new, never in part."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from tempfile import mkstemp


def write_whole(path: Path, content: bytes) -> None:
    """Writes aside and renames; makes the folder where there is none. A write that fails leaves the old file and nothing beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = mkstemp(dir=path.parent, suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as f:
            f.write(content)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sign_makers(sources: Iterable[Path], packages: Iterable[str]) -> str:
    """What a kept copy is made by, for its seal: a hash of these modules' sources and of the installed packages' versions."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    for package in packages:
        digest.update(f"{package} {version(package)}\n".encode())
    return digest.hexdigest()


def write_sealed(path: Path, sign: str, body: bytes) -> None:
    """``write_whole`` under a first line of ``sign`` (one line: what the body was made from) and the body's SHA-256."""
    write_whole(path, _seal(sign, body) + body)


def read_sealed(path: Path, sign: str) -> bytes:
    """The body, as it was written. Raises ValueError where it was written under another sign or has changed since, and OSError."""
    seal, newline, body = path.read_bytes().partition(b"\n")
    if seal + newline != _seal(sign, body):
        raise ValueError(f"{path}: not what was written under this sign")
    return body


def _seal(sign: str, body: bytes) -> bytes:
    return f"{sign} {hashlib.sha256(body).hexdigest()}\n".encode()
