"""Airflow as four processes on loopback: started, watched and stopped from outside. Imports no Airflow; it only runs its command.

``airflow standalone`` opens its log servers on every interface and leaves children behind, so each process is started here in a session
of its own and stopped with its whole group.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from pipeline.errors import BadInputError, ReelcheckError

PORT = 8790
STARTUP_SECONDS = 90
STOP_SECONDS = 15


@dataclass(frozen=True, slots=True)
class AirflowHome:
    """The folder with Airflow's metadata and secrets, and the DAGs it runs; both belong to one checkout."""

    folder: Path
    dags: Path
    port: int = PORT

    @property
    def pids(self) -> Path:
        return self.folder / "processes.json"

    def environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """The environment in which every Airflow command of this checkout runs."""
        return {
            **os.environ,
            "AIRFLOW_HOME": str(self.folder),
            "AIRFLOW__CORE__DAGS_FOLDER": str(self.dags),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
            "AIRFLOW__CORE__PARALLELISM": "4",
            "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{self.port}/execution/",
            "AIRFLOW__API__BASE_URL": f"http://127.0.0.1:{self.port}",
            "AIRFLOW__API_AUTH__JWT_SECRET": self.secret("jwt"),
            "AIRFLOW__API__SECRET_KEY": self.secret("api"),
            "AIRFLOW__CORE__FERNET_KEY": "",
            "AIRFLOW__LOGGING__LOGGING_LEVEL": "WARNING",
            "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
            "AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK": "False",
            **(extra or {}),
        }

    def secret(self, name: str) -> str:
        """A secret shared by the processes, made once and kept readable by the owner alone."""
        path = self.folder / f"{name}.secret"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48))
        return path.read_text()


def airflow_home(root: Path | None = None, port: int = PORT) -> AirflowHome:
    """The checkout's Airflow home: AIRFLOW_HOME or ``airflow_home`` in the root. Raises BadInputError where there are no DAGs."""
    base = (root or Path.cwd()).absolute()
    if not (base / "dags").is_dir():
        raise BadInputError(f"{base} has no dags/ folder: run this in the project's folder")
    return AirflowHome(Path(os.environ.get("AIRFLOW_HOME", base / "airflow_home")).absolute(), base / "dags", port)


def run_airflow(home: AirflowHome, *arguments: str, extra: Mapping[str, str] | None = None) -> str:
    """Runs one Airflow command to its end and returns its output. Raises ReelcheckError with the last lines when it fails."""
    command = [str(Path(sys.executable).with_name("airflow")), *arguments]
    done = subprocess.run(command, env=home.environment(extra), capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise ReelcheckError(f"airflow {' '.join(arguments)} failed ({done.returncode}):\n{tail}")
    return done.stdout


def prepare(home: AirflowHome) -> None:
    """Migrates the metadata and makes the one-slot pool; safe to repeat."""
    home.folder.mkdir(parents=True, exist_ok=True)
    run_airflow(home, "db", "migrate")
    run_airflow(home, "pools", "set", "warehouse", "1", "One writer of the warehouse at a time")


def start(home: AirflowHome, extra: Mapping[str, str] | None = None, companions: Mapping[str, list[str]] | None = None) -> dict[str, int]:
    """Starts the four processes, and companions (name -> command) beside them; waits until the API answers.

    Returns name -> process group id. Raises BadInputError when they run already, ReelcheckError when they do not come up.
    """
    if running(home):
        raise BadInputError(f"Airflow already runs ({home.pids}); `reelcheck down` stops it")
    prepare(home)
    airflow = str(Path(sys.executable).with_name("airflow"))
    commands = {
        "api-server": [airflow, "api-server", "--host", "127.0.0.1", "--port", str(home.port), "--workers", "1"],
        "scheduler": [airflow, "scheduler", "--skip-serve-logs"],
        "dag-processor": [airflow, "dag-processor"],
        "triggerer": [airflow, "triggerer", "--skip-serve-logs"],
        **(companions or {}),
    }
    logs = home.folder / "process-logs"
    logs.mkdir(exist_ok=True)
    groups: dict[str, int] = {}
    for name, command in commands.items():
        with (logs / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 - our own command
                command, env=home.environment(extra), stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        groups[name] = process.pid
        home.pids.write_text(json.dumps(groups))
    wait_until_up(home, groups)
    return groups


def wait_until_up(home: AirflowHome, groups: Mapping[str, int]) -> None:
    """Returns when the API answers; stops everything and raises ReelcheckError when it does not, or a process ends."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline:
        dead = [name for name, group in groups.items() if not is_alive(group)]
        if dead:
            stop(home)
            raise ReelcheckError(f"{', '.join(dead)} ended at once: see {home.folder / 'process-logs'}")
        try:
            if httpx.get(f"http://127.0.0.1:{home.port}/api/v2/version", timeout=2, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    stop(home)
    raise ReelcheckError(f"Airflow did not answer within {STARTUP_SECONDS} s: see {home.folder / 'process-logs'}")


def running(home: AirflowHome) -> dict[str, int]:
    """The processes of this home that are alive: name -> process group id."""
    if not home.pids.exists():
        return {}
    return {name: group for name, group in json.loads(home.pids.read_text()).items() if is_alive(group)}


def stop(home: AirflowHome) -> list[str]:
    """Stops what `start` started, children included. Returns the names of what was running."""
    groups = running(home)
    for sig, patience in ((signal.SIGTERM, STOP_SECONDS), (signal.SIGKILL, 5)):
        for group in groups.values():
            _signal_group(group, sig)
        deadline = time.monotonic() + patience
        while any(is_alive(g) for g in groups.values()) and time.monotonic() < deadline:
            time.sleep(0.2)
    home.pids.unlink(missing_ok=True)
    return sorted(groups)


def is_alive(group: int) -> bool:
    """Whether any process of the group is left (a finished child of ours is reaped first)."""
    with contextlib.suppress(ChildProcessError):
        os.waitpid(group, os.WNOHANG)
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _signal_group(group: int, sig: signal.Signals) -> None:
    try:
        os.killpg(group, sig)
    except ProcessLookupError:
        return
