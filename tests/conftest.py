"""What holds for every test: examples are the same everywhere, so that a red run can be repeated, and the user's data stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Before anything is collected, since some modules load records then: one data root for all workers, which inherit it.

    It lies among pytest's own temporary folders, which later runs clear away, those of killed runs too. The fixture that hands these out
    comes too late for it; xdist takes them from the same attribute.
    """
    if hasattr(config, "workerinput"):
        return
    patch = pytest.MonkeyPatch()
    patch.setenv("REELCHECK_DATA", str(config._tmp_path_factory.mktemp("data", numbered=False)))
    config.add_cleanup(patch.undo)
