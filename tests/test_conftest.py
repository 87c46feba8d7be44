"""Where tests keep what the project keeps."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pipeline.settings import copies_root, data_root

ROOT = Path(__file__).resolve().parent.parent


def test_what_is_kept_while_testing_is_not_in_the_users_data() -> None:
    assert data_root().is_relative_to(tempfile.gettempdir())
    assert not data_root().is_relative_to(ROOT)
    assert copies_root() == data_root() / "cache"
