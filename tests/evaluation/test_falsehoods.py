"""How far off labelled falsehoods are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.evaluation.falsehoods import list_falsehoods
from pipeline.evaluation.labelled import is_held_out
from pipeline.models import Fact
from tests.builders import make_book, make_show

SHOW = make_show(
    Fact("episode_count", 6, ("paper",)), Fact("episode_count", 10, ("paper",)), Fact("premiere_date", "2025-10-15", ("paper",), season=1)
)


def claim(relation: str, verdict: str, **value: Any) -> dict[str, Any]:
    return {
        "quote": "q", "show": SHOW.slug, "relation": relation, "object": value, "polarity": "affirmed", "modality": "asserted",
        "verdict": verdict,
    }  # fmt: skip


def write_article(folder: Path, slug: str) -> None:
    claims = [
        claim("episode_count", "contradicted", value=7),
        claim("episode_count", "supported", value=6),
        claim("premiere_date", "contradicted", value="2023-10-15"),
        claim("premiere_date", "contradicted", value="2025-02"),
        claim("premiere_date", "contradicted", value="2028", season=2),
        claim("director", "contradicted", value="Ann Other"),
    ]
    data = {"id": f"{slug}-1", "show": slug, "label": "unreliable", "claims": claims}
    (folder / f"{slug}-1.json").write_text(json.dumps(data), encoding="utf-8")


def test_offsets_are_to_the_nearest_on_record_and_held_out_shows_stay_out(tmp_path: Path) -> None:
    hidden = next(name for name in map("show-{}".format, range(99)) if is_held_out(name))
    shown = next(name for name in map("show-{}".format, range(99)) if not is_held_out(name))
    write_article(tmp_path, hidden)
    write_article(tmp_path, shown)
    lines = list(list_falsehoods(tmp_path, make_book(SHOW)))
    assert lines[-2:] == ["episode_count: 1 false, {1: 1}", "premiere_date: 2 false, {-2: 1, 0: 1}"]
    assert all(line.startswith(f"{shown}-1: ") for line in lines[:-2])
