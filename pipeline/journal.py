"""Writing down what a person decided: one JSON file an act, never changed. pipeline/warehouse/journal.py has the kinds."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pipeline.errors import BadInputError
from pipeline.settings import World


def write_act(world: World, kind: str, by: str, values: Mapping[str, Any], at: datetime | None = None) -> Path:
    """Writes one act and returns its file. ``at`` (aware) is now when left out; values that are None are left out.

    The same act at the same instant is one file. Raises BadInputError when nobody signs it.
    """
    if not by.strip():
        raise BadInputError("an act needs a name: give --by, or set REELCHECK_EDITOR")
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    act = {"kind": kind, "by": by.strip(), "at": moment.isoformat(), **{k: v for k, v in values.items() if v is not None}}
    text = json.dumps(act, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    name = f"{moment:%Y%m%dT%H%M%S}-{kind}-{blake2b(text.encode(), digest_size=4).hexdigest()}.json"
    world.journal.mkdir(parents=True, exist_ok=True)
    path, aside = world.journal / name, world.journal / f".{name}.part"
    with aside.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    aside.replace(path)
    return path
