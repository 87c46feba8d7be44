from __future__ import annotations

import gc

import pytest

from pipeline.collector import collect_rarely


def test_the_collector_rests_inside_and_is_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with pytest.raises(RuntimeError), collect_rarely():
        assert gc.get_threshold()[0] > before[0]
        assert gc.isenabled()
        raise RuntimeError
    assert gc.get_threshold() == before
