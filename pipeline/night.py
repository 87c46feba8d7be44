"""One night from the shell, with progress: the same steps that Airflow's tasks call, in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from rich.console import Console

from pipeline import steps
from pipeline.errors import BadInputError, CheckFailedError
from pipeline.settings import World, open_world


def run_night(day: date, sites: str) -> None:
    """Runs every daily step of ``day`` for "live", "newsstand" or some live slugs. Raises CheckFailedError when nothing was published."""
    world, slugs = choose_sites(sites)
    out = Console(stderr=True)
    with newsstand_of(world):
        for number, slug in enumerate(slugs, 1):
            result = steps.crawl(world, day, slug)
            out.print(f"[dim]{number}/{len(slugs)}[/] crawl {slug}: {_in_words(result)}")
        run_stages(world, day, out)


def replay_day(day: date, world: World) -> None:
    """Extracts the day's archive again and runs every later stage; fetches nothing. Raises BadInputError when nothing was archived."""
    out = Console(stderr=True)
    result = steps.extract(world, day, again=True)
    if not result["archives"]:
        raise BadInputError(f"nothing is archived for {day} in {world.archive(day)}")
    out.print(f"extract: {_in_words(result)}")
    run_stages(world, day, out)


def rescore_world(world: World) -> None:
    """Judges anew what has changed since, on the newest day; then checks and publishes. Raises BadInputError before the first night."""
    day = steps.newest_day(world)
    out = Console(stderr=True)
    for step in (steps.score, steps.check, steps.publish):
        out.print(f"{step.__name__}: {_in_words(step(world, day))}")
    print(world.snapshot)  # noqa: T201 - the command's result


def run_stages(world: World, day: date, out: Console) -> None:
    """The stages behind the crawl, with a line each; prints where the snapshot is. Raises CheckFailedError."""
    for step in (steps.extract, steps.load, steps.detect, steps.score, steps.check, steps.publish):
        try:
            result = step(world, day)
        except CheckFailedError:
            out.print(f"{step.__name__}: [red]failed[/], nothing is published")
            raise
        out.print(f"{step.__name__}: {_in_words(result)}")
    print(world.snapshot)  # noqa: T201 - the command's result


def choose_sites(sites: str) -> tuple[World, list[str]]:
    """The world and the slugs to crawl. Raises BadInputError naming a slug that is no live site."""
    if sites in {"live", "newsstand"}:
        world = open_world(sites)
        return world, steps.list_sites(world)
    world = open_world("live")
    known = steps.list_sites(world)
    slugs = [s.strip() for s in sites.split(",") if s.strip()]
    unknown = [s for s in slugs if s not in known]
    if unknown or not slugs:
        raise BadInputError(
            f"no site {', '.join(map(repr, unknown)) or repr(sites)}: `reelcheck sites list` names them; or give live or newsstand"
        )
    return world, slugs


@contextmanager
def newsstand_of(world: World) -> Iterator[None]:
    """Runs the bundled newsstand while the block runs, unless the world is live or one is running already."""
    if world.name != "newsstand" or os.environ.get(steps.NEWSSTAND):
        yield
        return
    with steps.serve_newsstand() as proxy:
        os.environ[steps.NEWSSTAND] = proxy
        try:
            yield
        finally:
            del os.environ[steps.NEWSSTAND]


def _in_words(result: dict[str, Any]) -> str:
    return ", ".join(f"{v} {k.replace('_', ' ')}" for k, v in result.items() if not isinstance(v, (dict, list)) and v not in (None, 0, ""))
