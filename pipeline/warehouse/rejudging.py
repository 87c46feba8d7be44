"""What has to be judged again: versions that a changed fact, a new record or a quarantine touches; and fields that belong in quarantine."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from pipeline.warehouse.store import Warehouse

# A field goes into quarantine when it contradicts so many unrelated sites that are otherwise right. An editor's word puts it back.
LEAST_SITES: Final = 3
LEAST_SCORE: Final = 0.7  # of a site's own reputation
LEAST_RIGHT: Final = 5.0  # right claims behind that reputation


@dataclass(frozen=True, slots=True)
class SuspectField:
    """A field of a record that contradicts ``sites`` sites, of ``origins`` origins, that are otherwise right."""

    show_slug: str
    property: str
    sites: int
    origins: int


def find_outdated(wh: Warehouse) -> dict[str, list[str]]:
    """Version ids whose last check is older than a change that touches them, by what changed."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in wh.rows("load/outdated_versions"):
        found[row["reason"]].append(row["version_id"])
    return dict(found)


def list_quarantined(wh: Warehouse) -> frozenset[tuple[str, str]]:
    """(slug, property) of the record fields that are out of service."""
    return frozenset((row["show_slug"], row["property"]) for row in wh.rows("load/quarantined"))


def find_suspect_fields(wh: Warehouse) -> list[SuspectField]:
    """Fields never yet in quarantine that contradict several unrelated sites which are otherwise right."""
    values = {"least_sites": LEAST_SITES, "least_score": LEAST_SCORE, "least_right": LEAST_RIGHT}
    return [SuspectField(**row) for row in wh.rows("load/suspect_fields", **values)]
