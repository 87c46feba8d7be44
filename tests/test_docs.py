"""Generated pages are committed and never stale, and what the README names is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_generated_pages_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_docs.py"), "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_path_that_the_readme_names_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:spiders|pipeline|reports|docs|dags|tests|scripts)/[\w./-]*)`", readme))
    named |= set(re.findall(r"\]\((?!http)([^)#]+)\)", readme))
    assert len(named) > 8
    assert sorted(n for n in named if not (ROOT / n).exists()) == []


def test_no_text_of_the_project_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\0")
    words = ("/wo" + "rk/", "py" + "pi.org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian.org")
    found = []
    for name in filter(None, listed):
        path = ROOT / name
        if path.is_file() and path.stat().st_size < 2_000_000:
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [f"{name}: {word}" for word in words if word in text]
    assert found == []
