"""Python's collector of garbage in cycles, which looks through everything that lives: over a record book in memory that is dear."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_NEW_OBJECTS: Final = 50_000  # more than were freed, after which it looks at the young ones; Python's own 700 suit small programs


@contextmanager
def collect_rarely() -> Iterator[None]:
    """While it holds, the collector runs seventy times more rarely. Also a decorator. What is in no cycle is freed at once all the same."""
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
