"""Where tests keep what the project keeps."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from pipeline.settings import copies_root, data_root

ROOT = Path(__file__).resolve().parent.parent


def test_what_is_kept_while_testing_is_not_in_the_users_data() -> None:
    assert data_root().is_relative_to(tempfile.gettempdir())
    assert not data_root().is_relative_to(ROOT)
    assert copies_root() == data_root() / "cache"


def test_what_a_killed_run_leaves_is_cleared_away_by_later_ones(tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.getbasetemp()
    assert data_root().parent in {base, base.parent}, "beside a worker's own folder where there are several"
