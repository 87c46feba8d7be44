"""What holds for every test: property tests try the same examples on every machine, so that a red run can be repeated."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
