"""Generates records and measures how long they take to load, first parsed and then from the parsed copy.

    python scripts/measure_loading.py [--shows 5000] [--facts 60]

Prints seconds of wall clock and of CPU, and the peak of resident memory, each load in a process of its own. On a busy machine only the
CPU tells something.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

_LOAD = """
import resource, sys, time
from pathlib import Path
from pipeline.records.loader import load_records
if __name__ == "__main__":
    started, spent = time.perf_counter(), time.process_time()
    book = load_records(Path(sys.argv[1]))
    seconds, own = time.perf_counter() - started, time.process_time() - spent
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own + children.ru_utime + children.ru_stime
    facts = sum(len(show.facts) for show in book.shows.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(book.shows)} records, {facts} facts: {seconds:.2f} s of wall clock, {cpu:.2f} s of CPU on all cores, {memory:.0f} MB")
"""


def write_record(folder: Path, n: int, facts: int) -> None:
    """One invented show of that many facts and six sources."""
    lines = [
        f'title = "Show Number {n}"',
        "also_known_as = []",
        f"year = {1990 + n % 35}",
        'format = "limited series"',
        "as_of = 2026-11-22",
    ]
    lines += ["[[fact]]", 'property = "story_basis"', 'value = "true story"', 'sources = ["s0", "s1"]']
    for k in range(facts - 1):
        lines += ["[[fact]]", 'property = "cast_member"', f'value = "Actor {n * 7919 + k} Name"', f'character = "Part {k} Of {n}"']
        lines += [f'sources = ["s{k % 6}", "s{(k + 1) % 6}"]']
    lines += ["[complete]", 'story_basis = ["s0", "s1"]']
    for k in range(6):
        lines += [f"[sources.s{k}]", f'url = "https://site{k}.example/{n}"', f'publisher = "Site {k}"', "tier = 2", "read = 2026-11-22"]
    (folder / f"show-number-{n}.toml").write_text("\n".join(lines))


def main() -> None:
    """Runs both loads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shows", type=int, default=5000)
    parser.add_argument("--facts", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root, "shows")
        folder.mkdir()
        for n in range(options.shows):
            write_record(folder, n, options.facts)
        program = Path(root, "load.py")
        program.write_text(_LOAD)
        environment = {**os.environ, "REELCHECK_DATA": str(Path(root, "data")), "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
        for what in ("parsed", "from the copy"):
            print(f"{what}: ", end="", flush=True)
            subprocess.run([sys.executable, str(program), str(folder)], env=environment, check=True)


if __name__ == "__main__":
    main()
