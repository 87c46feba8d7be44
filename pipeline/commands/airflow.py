"""``reelcheck up`` and ``down``: Airflow's processes on loopback."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(up)
    app.command()(down)


def up(
    port: Annotated[int, typer.Option(help="Port of Airflow's API and pages on 127.0.0.1.")] = 8790,
    world: Annotated[str, typer.Option(help="live or newsstand: which sites the DAGs crawl.")] = "live",
) -> None:
    """Start Airflow (API server, scheduler, DAG processor, triggerer) on loopback; the nights then run by themselves.

    Run it in the project's folder. Logs are in airflow_home/process-logs; `reelcheck down` stops everything.
    """
    import sys

    from pipeline.airflow_processes import airflow_home, start
    from pipeline.settings import data_root, open_world
    from pipeline.steps import NEWSSTAND

    opened = open_world(world)
    home = airflow_home(port=port)
    settings = {"REELCHECK_WORLD": opened.name, "REELCHECK_DATA": str(data_root())}
    companions = {}
    if not opened.is_live:
        settings[NEWSSTAND] = f"http://127.0.0.1:{port + 1}"
        clock = "2026-11-16T23:30:00Z"  # every request of a crawl carries its own instant; this is for whoever looks with a browser
        companions["newsstand"] = [sys.executable, "-m", "spiders.newsstand", "--port", str(port + 1), "--clock", clock]
    groups = start(home, settings, companions)
    print(f"Airflow is up at http://127.0.0.1:{port} for the {opened.name} sites ({', '.join(groups)})")
    passwords = home.folder / "simple_auth_manager_passwords.json.generated"
    print(f"user and password: {passwords}")


def down() -> None:
    """Stop the Airflow processes that `reelcheck up` started."""
    from pipeline.airflow_processes import airflow_home, stop

    stopped = stop(airflow_home())
    print(f"stopped {', '.join(stopped)}" if stopped else "nothing was running")
