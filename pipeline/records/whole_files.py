"""Files that a reader sees old or new, never in part."""

from __future__ import annotations

import os
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
