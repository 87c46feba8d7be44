"""The wheel carries every data file of the packages, and works where it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("spiders", "pipeline", "reports")
DATA = {".toml", ".sql", ".html", ".txt", ".mjml", ".css", ".js", ".json", ".md", ".xml", ".csv", ".tsv", ".gz", ".j2", ".sparql"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(folder),
        str(source),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    (built,) = folder.glob("*.whl")
    return built


def test_every_data_file_is_in_the_wheel(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(["git", "ls-files", "-z", *PACKAGES], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    wanted = {n for n in listed if n and (Path(n).suffix in DATA or n.endswith(".py")) and (ROOT / n).is_file()}
    assert len(wanted) > 300
    assert sorted(wanted - carried) == []


def test_the_installed_wheel_checks_an_article(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    article = tmp_path / "article.txt"
    article.write_text(
        "Chernobyl: who made the HBO series\n\nChernobyl is a five-part HBO miniseries written by Craig Mazin.\n"
        "The series was directed by Johan Renck and stars Jared Harris.\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    where = subprocess.run(
        [sys.executable, "-c", "import pipeline; print(pipeline.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert str(installed) in where.stdout
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "check", "--json", str(article)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert '"slug": "chernobyl"' in done.stdout
