"""``reelcheck nightly`` and ``reelcheck digest``: the daily and weekly steps without Airflow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from pipeline.settings import World


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(nightly)
    app.command()(replay)
    app.command()(rescore)
    app.command()(digest)


def nightly(
    day: Annotated[str | None, typer.Option(help="YYYY-MM-DD; yesterday (UTC) when left out.")] = None,
    sites: Annotated[str, typer.Option(help="live, newsstand, or slugs of live sites separated by commas.")] = "live",
) -> None:
    """Run one night without Airflow: crawl, extract, load, detect, score, check, publish.

    Every step can be repeated; a day that was run gives the same rows again. A past day is never fetched again: it is replayed from the
    archive. A failed check publishes nothing and says why.

    Examples: `reelcheck nightly` · `reelcheck nightly --day 2026-11-18 --sites newsstand` · `reelcheck nightly --sites variety,slate`
    """
    from datetime import UTC, datetime, timedelta

    from pipeline.night import run_night
    from pipeline.settings import parse_day

    chosen = parse_day(day) if day else (datetime.now(UTC) - timedelta(days=1)).date()
    run_night(chosen, sites)


def replay(
    day: Annotated[str, typer.Argument(help="YYYY-MM-DD, a day that was crawled.")],
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
) -> None:
    """Extract a past day again from its archive, with today's extractor and records, and run the later stages. Fetches nothing."""
    from pipeline.night import replay_day
    from pipeline.settings import open_world, parse_day

    replay_day(parse_day(day), open_world(world))


def rescore(
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
) -> None:
    """Judge again what a changed record, a ruling or a quarantine touches, also old articles; check and publish. Fetches nothing."""
    from pipeline.night import rescore_world
    from pipeline.settings import open_world

    rescore_world(open_world(world))


def digest(
    week: Annotated[str | None, typer.Option(help="ISO week, for example 2026-W47; the newest published one when left out.")] = None,
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
    again: Annotated[bool, typer.Option("--again", help="List what composing it anew would print otherwise; change nothing.")] = False,
) -> None:
    """Build the weekly issue from the published snapshot, release it, and print where it is.

    An issue that is out is rendered again from its frozen context, byte for byte; it is never recomposed. One that an editor holds is
    built and not released; the second line on stderr says who holds it.
    """
    import sys

    from pipeline import steps
    from pipeline.errors import BadInputError
    from pipeline.settings import open_world, parse_week

    opened = open_world(world)
    monday = parse_week(week) if week else steps.newest_week(opened)
    if again:
        for line in list_differences(opened, monday):
            print(line)
        return
    made = steps.compose(opened, monday)
    print(made["html"])
    print(made["text"])
    try:
        steps.release(opened, monday)
    except BadInputError as held:
        print(f"reelcheck: not released: {held}", file=sys.stderr)
        raise typer.Exit(3) from held


def list_differences(world: World, monday: date) -> tuple[str, ...]:
    """What composing the week's issue anew, as of its cut-off, would print otherwise, one line each, or one that says so for none.

    Where more is known by now that would change it, those lines follow under a heading of their own.

    Raises BadInputError where no issue is frozen.
    """
    from reports.digest import build_digest, read_context

    read_context(world.digest(monday))
    made = build_digest(world, monday, again=True)
    as_of = made.differences or ("composed anew as of its cut-off, the issue is the same",)
    later = tuple(line for line in made.since if line not in made.differences)
    return (*as_of, "", "with what has become known since:", *later) if later else as_of
