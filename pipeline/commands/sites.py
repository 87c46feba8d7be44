"""``reelcheck sites``: the sites that are watched."""

from __future__ import annotations

from typing import Annotated

import typer

sites = typer.Typer(help="The watched sites: list, check, add, health.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds the group."""
    app.add_typer(sites, name="sites")


@sites.command("list")
def list_sites(world: Annotated[str, typer.Option(help="live or newsstand.")] = "live") -> None:
    """List the watched sites: slug, kind, language, home, why."""
    from rich.console import Console
    from rich.table import Table

    from pipeline import steps
    from pipeline.settings import open_world

    table = Table("slug", "name", "kind", "language", "home", "why", box=None)
    for site in steps.load_sites_of(open_world(world)).values():
        table.add_row(site.slug, site.name, site.kind, site.language, site.home, site.why)
    Console().print(table)


@sites.command()
def check(
    slugs: Annotated[list[str] | None, typer.Argument(help="Slugs; all when left out.")] = None,
    live: Annotated[bool, typer.Option("--live", help="Ask every address, politely, and report feed by feed what answered.")] = False,
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
) -> None:
    """Check the site files; with --live also that their feeds and sitemaps answer."""
    from pipeline import steps
    from pipeline.errors import BadInputError
    from pipeline.settings import open_world
    from spiders.probe import probe_site

    known = steps.load_sites_of(open_world(world))
    unknown = [s for s in slugs or () if s not in known]
    if unknown:
        raise BadInputError(f"no site {', '.join(unknown)}: `reelcheck sites list` names them")
    chosen = [known[s] for s in slugs] if slugs else list(known.values())
    if not live:
        print(f"{len(chosen)} site files are well-formed; --live asks their addresses")
        return
    bad = 0
    for site in chosen:
        for answer in probe_site(site, proxy=steps.newsstand_proxy(open_world(world))):
            print(f"{site.slug}: {answer}")
            bad += not answer.ok
    if bad:
        raise typer.Exit(1)


@sites.command()
def add(url: Annotated[str, typer.Argument(help="Home page of the site.")]) -> None:
    """Discover a site's feeds and sitemaps, and print a draft of its file for spiders/sites/."""
    from spiders.probe import draft_site

    print(draft_site(url))


@sites.command()
def health(
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
    days: Annotated[int, typer.Option(help="How many days back from the newest.")] = 7,
) -> None:
    """Show each site's last days: what was fetched, and the cause where something was off."""
    import duckdb

    from pipeline.errors import BadInputError
    from pipeline.settings import open_world
    from pipeline.warehouse.statements import read_sql

    opened = open_world(world)
    if not opened.snapshot.exists():
        raise BadInputError(f"no snapshot at {opened.snapshot}: run a night first")
    with duckdb.connect(str(opened.snapshot), read_only=True) as db:
        db.execute(read_sql("queries/site_health_recent"), {"days": days})
        from rich.console import Console
        from rich.table import Table

        table = Table(*[c[0] for c in db.description or ()], box=None)
        for row in db.fetchall():
            table.add_row(*("" if v is None else str(v) for v in row))
        Console().print(table)


@sites.command()
def networks(
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
    everything: Annotated[bool, typer.Option("--all", help="Also pairs that have something in common and too little of it.")] = False,
) -> None:
    """Show which sites one hand seems to run, and by what: such sites count as one source. It says nothing of their truth."""
    from itertools import groupby

    from pipeline.settings import open_world
    from pipeline.warehouse.store import open_reader

    with open_reader(open_world(world).snapshot) as wh:
        for row in wh.rows("queries/networks_told"):
            print(f"network {row['network_id']}: {', '.join(row['sites'])} (since {row['since']}, {row['articles']} articles)")
        ties = wh.rows("queries/networks", all=everything)
    for (site, other, is_one_hand), rows in groupby(ties, key=lambda r: (r["site"], r["other_site"], r["is_one_hand"])):
        print(f"\n{site} and {other}: {'one hand' if is_one_hand else 'too little to say so'}")
        for row in rows:
            print(f"    {row['weight']}: {row['evidence']}")
            for url in (row["url"], row["other_url"]):
                print(f"        {url}") if url else None
    if not ties:
        print("no two sites have anything in common that tells who runs them")
