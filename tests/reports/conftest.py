"""A world with the sample week published, once per session; tests that write get a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.settings import World
from reports.composing import compose
from reports.context import IssueContext
from tests.reports.hostile import build_hostile
from tests.reports.sample import build_sample
from tests.reports.stage import MONDAY, Stage


def publish(stage: Stage, world: World) -> World:
    """Write the stage as the world's snapshot."""
    world.published.mkdir(parents=True, exist_ok=True)
    stage.write(world.snapshot)
    return world


@pytest.fixture(scope="session")
def sample_snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample().write(tmp_path_factory.mktemp("sample") / "snapshot.duckdb")


@pytest.fixture(scope="session")
def issue(sample_snapshot: Path) -> IssueContext:
    """The sample week's issue, without an issue before it."""
    return compose(sample_snapshot, MONDAY, previous=None)


@pytest.fixture(scope="session")
def hostile_issue(tmp_path_factory: pytest.TempPathFactory) -> IssueContext:
    """An issue whose every title, name, quote and address tries something."""
    return compose(build_hostile().write(tmp_path_factory.mktemp("hostile") / "snapshot.duckdb"), MONDAY, previous=None)


@pytest.fixture
def world(tmp_path: Path, sample_snapshot: Path) -> World:
    world = World("newsstand", tmp_path / "world")
    world.published.mkdir(parents=True)
    shutil.copy(sample_snapshot, world.snapshot)
    return world
