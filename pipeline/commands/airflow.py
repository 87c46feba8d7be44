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
    from pipeline.airflow_processes import airflow_home, start
    from pipeline.settings import data_root, open_world

    opened = open_world(world)
    home = airflow_home(port=port)
    groups = start(home, {"REELCHECK_WORLD": opened.name, "REELCHECK_DATA": str(data_root())})
    print(f"Airflow is up at http://127.0.0.1:{port} for the {opened.name} sites ({', '.join(groups)})")
    passwords = home.folder / "simple_auth_manager_passwords.json.generated"
    print(f"user and password: {passwords}")


def down() -> None:
    """Stop the Airflow processes that `reelcheck up` started."""
    from pipeline.airflow_processes import airflow_home, stop

    stopped = stop(airflow_home())
    print(f"stopped {', '.join(stopped)}" if stopped else "nothing was running")
