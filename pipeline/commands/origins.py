"""``reelcheck spread`` and ``reelcheck radar``: who said it first and who followed; which works nobody watches yet."""

from __future__ import annotations

import shlex
from collections import defaultdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from pipeline.warehouse.store import Warehouse

Row = dict[str, Any]


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("spread")(tell_spread)
    app.command("radar")(tell_radar)


def tell_spread(
    what: Annotated[str, typer.Argument(help="A show's slug or a falsehood's id; the most carried ones of all when left out.")] = "",
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
    most: Annotated[int, typer.Option(help="How many falsehoods.")] = 10,
) -> None:
    """Show each false statement with its pages and origins, and the tree of who followed whom."""
    from pipeline.errors import BadInputError

    with _open(world) as wh:
        told = wh.rows("queries/falsehoods_told", wanted=what, most=most)
        if what and not told:
            raise BadInputError(f'nothing false is on record of {what!r}: `reelcheck sql "FROM falsehoods"` has ids and slugs')
        for number, row in enumerate(told):
            if number:
                print()
            print(say_falsehood(row))
            for line in draw_tree(wh.rows("queries/carriers_of", falsehood_id=row["falsehood_id"])):
                print(line)


def tell_radar(
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
    most: Annotated[int, typer.Option(help="How many works.")] = 20,
) -> None:
    """List works without a record that articles call a true story, each with its evidence and the command that adopts it."""
    with _open(world) as wh:
        for row in wh.rows("queries/radar_told", most=most):
            print(f"{row['title']}: {count_pages(row['articles'], row['origins'], row['sites'])}")
            print(f"    {row['example_site']}: “{row['example_quote']}”")
            print(f"    {row['example_url']}")
            print(f"    adopt: reelcheck shows add {shlex.quote(row['title'])}")


def say_falsehood(row: Mapping[str, Any]) -> str:
    """Two lines: what is said, and "12 pages, 1 origin, 9 sites"."""
    counted = count_pages(row["articles"], row["origins"], row["sites"])
    if row["independent_origins"] < row["origins"]:
        counted += f"; {row['independent_origins']} where a network counts once ({', '.join(row['networks'])})"
    return f"{row['show_title']}, {row['relation']}: “{row['first_quote']}”\n{counted}   [{row['falsehood_id']}]"


def count_pages(pages: int, origins: int, sites: int) -> str:
    """ "12 pages, 1 origin, 9 sites"."""
    counts = ((pages, "page"), (origins, "origin"), (sites, "site"))
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts)


def draw_tree(carriers: Sequence[Row]) -> Iterator[str]:
    """A line a page under the one that it follows, in order of appearance. Who follows a page that is not here stands for itself."""
    following: defaultdict[str | None, list[Row]] = defaultdict(list)
    here = {row["article_id"] for row in carriers}
    for row in carriers:
        leader = row["follows_article_id"]
        following[leader if leader in here else None].append(row)
    yield from _draw(following, None, "")


def _draw(following: Mapping[str | None, Sequence[Row]], article_id: str | None, indent: str) -> Iterator[str]:
    rows = following.get(article_id, ())
    for number, row in enumerate(rows):
        last = number == len(rows) - 1
        branch = "" if article_id is None else ("└─ " if last else "├─ ")
        share = f" {row['follows_similarity']:.2f}" if row["follows_similarity"] is not None else ""
        how = f" ({row['follows_kind']}{share})" if row["follows_kind"] else ""
        gone = "" if row["is_live"] else ", no longer"
        yield f"{indent}{branch}{row['stated_since']:%Y-%m-%d %H:%M} {row['site']}{how}{gone}  {row['url']}"
        yield from _draw(following, row["article_id"], indent + ("  " if article_id is None else "   " if last else "│  "))


def _open(world: str) -> AbstractContextManager[Warehouse]:
    from pipeline.settings import open_world
    from pipeline.warehouse.store import open_reader

    return open_reader(open_world(world).snapshot)
