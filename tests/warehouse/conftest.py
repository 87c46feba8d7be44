from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.settings import World
from pipeline.warehouse.store import Warehouse, open_writer


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World("newsstand", tmp_path / "data")


@pytest.fixture
def wh(world: World) -> Iterator[Warehouse]:
    with open_writer(world) as warehouse:
        yield warehouse
