"""A crawl's memory is its own: what the process that started it once held does not end it."""

from __future__ import annotations

import subprocess
import sys

BIG_PARENT = """
import subprocess, sys
block = bytearray(700_000_000)
block[::4096] = b"x" * len(block[::4096])
child = "from spiders.memory import ResidentMemory as R; print(R.get_virtual_size(R.__new__(R)))"
print(subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True).stdout)
"""


def test_a_child_of_a_large_process_starts_small() -> None:
    done = subprocess.run([sys.executable, "-c", BIG_PARENT], capture_output=True, text=True, check=True)
    assert 5_000_000 < int(done.stdout) < 400_000_000
