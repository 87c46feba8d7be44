"""``reelcheck sites``: the sites that are watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

PROBES = 4  # sites that `check --live` asks side by side

sites = typer.Typer(help="The watched sites: list, check, add, health.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds the group."""
    app.add_typer(sites, name="sites")


@sites.command("list")
def list_sites(world: Annotated[str, typer.Option(help="live or newsstand.")] = "live") -> None:
    """List the watched sites: slug, kind, language, home, why."""
    from rich.table import Column, Table

    from pipeline import steps
    from pipeline.settings import open_world

    fixed = [Column(name, no_wrap=True) for name in ("slug", "kind", "language")]
    table = Table(*fixed, Column("home", overflow="fold"), Column("why", overflow="fold"), box=None)
    for site in steps.load_sites_of(open_world(world)).values():
        why = f"(retired on {site.retired}) {site.why}" if site.retired else site.why
        table.add_row(site.slug, site.kind, site.language, site.home, why)
    _open_console().print(table)


def _open_console() -> Console:
    """A console as wide as the terminal; wide enough for whole lines where a file or another program reads them."""
    from rich.console import Console

    return Console() if Console().is_terminal else Console(width=400)


@sites.command()
def check(
    slugs: Annotated[list[str] | None, typer.Argument(help="Slugs; all when left out.")] = None,
    live: Annotated[bool, typer.Option("--live", help="Ask every address, politely, and report feed by feed what answered.")] = False,
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
) -> None:
    """Check the site files; with --live also that their feeds and sitemaps answer."""
    from concurrent.futures import ThreadPoolExecutor

    from pipeline import steps
    from pipeline.errors import BadInputError
    from pipeline.settings import open_world
    from spiders.probe import probe_site
    from spiders.settings import user_agent

    known = steps.load_sites_of(open_world(world))
    unknown = [s for s in slugs or () if s not in known]
    if unknown:
        raise BadInputError(f"no site {', '.join(unknown)}: `reelcheck sites list` names them")
    chosen = [known[s] for s in slugs] if slugs else list(known.values())
    if not live:
        unsaid = [(site.slug, d.url) for site in chosen for d in site.discover if not d.documented and not d.guessed]
        for slug, url in unsaid if world == "live" else ():
            print(f"{slug}: {url} says neither where it was seen (documented) nor that it is guessed")
        print(f"{len(chosen)} site files are well-formed; --live asks their addresses")
        return
    proxy = steps.newsstand_proxy(open_world(world))
    user_agent(proxy)  # says at once when nobody could reach us
    bad = asked = 0
    with ThreadPoolExecutor(PROBES) as pool:  # each site at its own pace, a few side by side
        for site, answers in zip(chosen, pool.map(lambda site: probe_site(site, proxy=proxy), chosen), strict=True):
            for answer in answers:
                print(f"{site.slug}: {answer}", flush=True)
                asked, bad = asked + 1, bad + (not answer.ok)
    print(f"{asked} addresses of {len(chosen)} sites asked, {bad} announced nothing that can be used")
    if bad:
        raise typer.Exit(1)


@sites.command()
def add(
    url: Annotated[str, typer.Argument(help="Home page of the site.")],
    world: Annotated[str, typer.Option(help="live or newsstand.")] = "live",
) -> None:
    """Discover a site's feeds and sitemaps, and print a draft of its file for spiders/sites/."""
    from pipeline import steps
    from pipeline.settings import open_world
    from spiders.probe import draft_site

    print(draft_site(url, proxy=steps.newsstand_proxy(open_world(world))))


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
        from rich.table import Table

        table = Table(*[c[0] for c in db.description or ()], box=None)
        for row in db.fetchall():
            table.add_row(*("" if v is None else str(v) for v in row))
        _open_console().print(table)


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
