"""A world with the sample week published, once per session; tests that write get a copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from pipeline.settings import World
from reports.composing import compose
from reports.context import IssueContext
from reports.digest import build_digest
from reports.release import release_issue
from tests.reports.browsing import ARGUMENTS, CHROMIUM
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


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One for all tests of this folder. No longer: while it is open, nothing in this process can start an event loop of its own."""
    assert CHROMIUM.exists(), "no chromium: `make setup` installs Debian's package (apt-get install chromium)"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample week, released, and a quiet week after it."""
    return release(publish(build_sample(), World("newsstand", tmp_path_factory.mktemp("pages"))), MONDAY, Stage().day(7))


@pytest.fixture(scope="session")
def hostile_digests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile week, released."""
    return release(publish(build_hostile(), World("newsstand", tmp_path_factory.mktemp("hostile-pages"))), MONDAY)


def release(world: World, *mondays: date) -> Path:
    """Compose and release the issues; the folder of all issues."""
    for monday in mondays:
        build_digest(world, monday)
        release_issue(world, monday)
    return world.digest(mondays[0]).parent
