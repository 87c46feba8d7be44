"""What holds for every test: property tests try the same examples everywhere, and nothing is left in the user's data.

The same examples on every machine, so that a red run can be repeated.
"""

from __future__ import annotations

from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Before anything is collected, since some modules load records then: one data root for all workers, which inherit it."""
    if hasattr(config, "workerinput"):
        return
    root = TemporaryDirectory(prefix="reelcheck-tests-")
    config.add_cleanup(root.cleanup)
    patch = pytest.MonkeyPatch()
    patch.setenv("REELCHECK_DATA", root.name)
    config.add_cleanup(patch.undo)
