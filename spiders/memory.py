"""The crawl's memory bound, by what the process itself holds.

Scrapy's own extension reads ``ru_maxrss``, which a child takes over from the process that started it: a crawl started by a large parent
would end before its first request.
"""

from __future__ import annotations

import os
from pathlib import Path

from scrapy.extensions.memusage import MemoryUsage

STATM = Path("/proc/self/statm")


class ResidentMemory(MemoryUsage):
    """MEMUSAGE_LIMIT_MB held against resident memory now."""

    def get_virtual_size(self) -> int:
        """Bytes resident; Scrapy's figure where the system does not tell."""
        try:
            return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError, ValueError):
            return int(super().get_virtual_size())
