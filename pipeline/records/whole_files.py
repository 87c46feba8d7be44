"""Files that a reader sees old or new, never in part."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, content: bytes) -> None:
    """Writes aside and renames; makes the folder where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=path.parent, suffix=".part", delete=False) as f:
        f.write(content)
    Path(f.name).replace(path)
