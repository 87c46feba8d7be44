"""What the live sources add to the curated files, as a patch that an editor reads, cuts down and applies with ``git apply``."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from pipeline.models import Fact, RecordBook, Show
from pipeline.records.live.facts import QUALIFIERS, SOURCES
from pipeline.records.loader import BUNDLED
from pipeline.records.merging import Merged
from pipeline.records.whole_files import write_whole

PLACE = "pipeline/records/shows"  # of the curated files, from the root of the repository


def write_proposals(root: Path, curated: RecordBook, merged: Mapping[str, Merged], day: date, folder: Path = BUNDLED) -> Path | None:
    """``records/proposed/<day>.diff`` under a world's root, or None where no source adds anything. A show without a file is left out."""
    parts = [part for slug, m in merged.items() if (part := diff_record(folder / f"{slug}.toml", curated.shows[slug], m))]
    if not parts:
        return None
    path = root / "records" / "proposed" / f"{day}.diff"
    write_whole(path, "\n".join(parts).encode())
    return path


def diff_record(path: Path, curated: Show, merged: Merged) -> str:
    """The patch of one file, what sources dispute in remarks above it; "" where there is nothing to add."""
    if merged.show is curated or not path.is_file():
        return ""
    before = path.read_text(encoding="utf-8")
    after = propose_record(before, curated, merged.show)
    names = f"a/{PLACE}/{path.name}", f"b/{PLACE}/{path.name}"
    lines = "".join(difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), *names))
    remarks = (("disputed", merged.disputed), ("overruled", merged.overruled), ("near", merged.near))
    told = "".join(f"# {word}: {line}\n" for word, found in remarks for line in found)
    return f"{told}{lines}" if lines else ""


def propose_record(text: str, curated: Show, merged: Show) -> str:
    """The file's text with the live vouchers of its facts, the undisputed live facts and their sources; of the rest only ``as_of`` changes.

    Nothing becomes complete, and nothing of a source whose licence forbids it is proposed.
    """
    doc: Any = tomlkit.parse(text)
    names = {key: _name_source(key, curated) for key in merged.sources if key in SOURCES and not SOURCES[key].restricted}
    used: set[str] = set()
    for table, before, after in zip(doc["fact"], curated.facts, merged.facts, strict=False):
        for key in (k for k in after.sources if k in names and k not in before.sources):
            table["sources"].append(names[key])
            used.add(key)
    for fact in merged.facts[len(curated.facts) :]:
        if keys := [k for k in fact.sources if k in names and not fact.disputed]:
            doc["fact"].append(_to_table(fact, [names[k] for k in keys]))
            used.update(keys)
    if used:
        doc["as_of"] = max(curated.as_of, *(merged.sources[k].read for k in used))
    return tomlkit.dumps(doc).rstrip("\n") + "\n" + "".join(_write_sources(merged, names, used))


def _name_source(key: str, curated: Show) -> str:
    """ "live_wikidata" -> "wikidata": in a curated file it is a source that an editor has read."""
    plain = key.removeprefix("live_")
    return f"{plain}_entry" if plain in curated.sources else plain


def _to_table(fact: Fact, sources: Iterable[str]) -> Any:
    table = tomlkit.table()
    table["property"] = fact.property
    table["value"] = fact.value
    for key in QUALIFIERS:
        if (value := getattr(fact, key)) is not None:
            table[key] = value
    table["sources"] = list(sources)
    table.add(tomlkit.nl())
    return table


def _write_sources(merged: Show, names: Mapping[str, str], used: Iterable[str]) -> Iterator[str]:
    for key in sorted(used):
        source = merged.sources[key]
        row = {"url": source.url, "publisher": source.publisher, "after": source.after, "tier": source.tier, "read": source.read}
        told = {k: v for k, v in row.items() if v is not None}
        yield "\n" + tomlkit.dumps({"sources": {names[key]: told}})
