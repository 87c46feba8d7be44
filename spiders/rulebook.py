"""What a site's hosts said of their rules earlier the same day, so that a further attempt need not ask again.

RFC 9309 2.4 lets a crawler go by a robots.txt for a day. The archive of the earlier attempt is where it stands; of a host that could not be
reached, or asked to be left alone, nothing is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from spiders.archive import ArchivedResponse, read_archive

GOOD_FOR = timedelta(hours=24)

Rulebook = dict[str, ArchivedResponse]


def read_rulebook(archives: Iterable[Path], now: datetime) -> Rulebook:
    """Answers for robots.txt and tdmrep.json of less than a day ago, by the address that was asked for; the newest of each."""
    said: Rulebook = {}
    for path in archives:
        for answer in read_archive(path):
            if answer.found.role in ("robots", "policy") and is_settled(answer) and answer.fetched_at + GOOD_FOR > now:
                said[answer.found.asked or answer.url] = answer
    return said


def is_settled(answer: ArchivedResponse) -> bool:
    """Did the host say what its rules are, or that it has none?"""
    return answer.status == 200 or (400 <= answer.status < 500 and answer.status not in (408, 429))
