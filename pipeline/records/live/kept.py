"""What the live sources said of one show, night after night: one JSON file, statements with first day seen and the day they were gone.

Nothing is overwritten: a statement that a source no longer makes gets the day on which it was first missed. So the file answers for any
day that it covers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Literal, cast, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import BadInputError
from pipeline.models import Property
from pipeline.records.live.facts import SOURCES, Answer, SourcedFact
from pipeline.records.whole_files import write_whole

FORMAT = 1
State = Literal["ok", "down", "refused", "gone", "other work"]
_KNOWN = frozenset(get_args(Property))


class Said(BaseModel):
    """One statement, title or exhaustive list of one source. ``first_seen`` <= day < ``gone``: in force."""

    model_config = ConfigDict(extra="forbid")

    source: str
    property: str  # of a record; "title", "character" and "exhaustive" are the three others
    value: str | int
    qualifiers: dict[str, str | int] = Field(default_factory=dict)
    also: list[str] = Field(default_factory=list)
    first_seen: date
    gone: date | None = None
    retrieved_at: datetime
    revision: str | None = None

    def key(self) -> tuple[object, ...]:
        return (self.source, self.property, self.value, tuple(sorted(self.qualifiers.items())))

    def is_in_force(self, day: date) -> bool:
        return self.first_seen <= day and (self.gone is None or day < self.gone)


class Asked(BaseModel):
    """How asking one source went. ``answered``: the last day with a usable answer; ``read``: days on which what it said changed."""

    model_config = ConfigDict(extra="forbid")

    url: str | None = None
    state: State = "ok"
    message: str | None = None
    asked: date
    answered: date | None = None
    revision: str | None = None
    read: list[date] = Field(default_factory=list)
    refused: list[str] = Field(default_factory=list)
    hints: list[str] = Field(default_factory=list)


class KeptShow(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    format: int = FORMAT
    slug: str
    sources: dict[str, Asked] = Field(default_factory=dict)
    said: list[Said] = Field(default_factory=list)

    def in_force(self, day: date, source: str | None = None) -> list[Said]:
        return [s for s in self.said if s.is_in_force(day) and source in {None, s.source}]

    def facts_of(self, day: date) -> Iterator[SourcedFact]:
        """Statements in force on a day, without titles, characters and lists."""
        for s in self.in_force(day):
            if s.property in _KNOWN and s.source in SOURCES:
                tier = SOURCES[s.source].tier
                prop = cast("Property", s.property)
                yield SourcedFact(prop, s.value, s.source, tier, s.retrieved_at, s.revision, s.qualifiers, tuple(s.also))

    def last_answered(self) -> date | None:
        """The oldest of the sources' last usable answers; None where one never answered."""
        days = [a.answered for a in self.sources.values()]
        return None if not days or None in days else min(d for d in days if d)


def folder_of(root: Path) -> Path:
    """Where the files of a world lie, under its root."""
    return root / "records" / "live"


def read_kept(root: Path, slug: str) -> KeptShow:
    """The file of a show, an empty one where there is none yet. Raises BadInputError for a damaged one."""
    path = folder_of(root) / f"{slug}.json"
    if not path.is_file():
        return KeptShow(slug=slug)
    try:
        kept = KeptShow.model_validate_json(path.read_bytes())
    except ValidationError as e:
        raise BadInputError(
            f"{path} is no file of kept statements ({e.error_count()} problems): move it away, it is asked for again"
        ) from e
    if kept.format != FORMAT:
        raise BadInputError(f"{path} has format {kept.format}, this Reelcheck reads {FORMAT}: move it away, it is asked for again")
    return kept


def write_kept(root: Path, kept: KeptShow) -> Path:
    """Writes the file whole, in a stable order, so that two days differ where they differ."""
    kept.said.sort(key=lambda s: (s.source, s.property, str(s.value), json.dumps(s.qualifiers, sort_keys=True), s.first_seen))
    kept.sources = dict(sorted(kept.sources.items()))
    path = folder_of(root) / f"{kept.slug}.json"
    text = kept.model_dump_json(indent=1, exclude_defaults=True)
    table = {"format": FORMAT, **json.loads(text)}
    write_whole(path, (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode())
    return path


def take_in(kept: KeptShow, answer: Answer, day: date) -> int:
    """Brings a usable answer in; returns how many statements are new. A day taken in again gives the same file."""
    said = {s.key(): s for s in to_said(answer, day)}
    for old in kept.said:
        if old.source == answer.source and (old.gone is None or old.gone >= day) and old.first_seen <= day and old.key() not in said:
            old.gone = day
    kept.said = [s for s in kept.said if s.gone is None or s.first_seen < s.gone]
    new = 0
    for key, statement in said.items():
        standing = next((s for s in kept.said if s.key() == key and (s.gone is None or s.gone >= day)), None)
        if standing is None:
            kept.said.append(statement)
            new += 1
        else:
            standing.gone = None
            standing.also = statement.also
    changed = new > 0 or any(s.source == answer.source and s.gone == day for s in kept.said)
    earlier = kept.sources.get(answer.source)
    read = [d for d in earlier.read if d != day] if earlier else []
    was_read_today = bool(earlier and day in earlier.read)
    kept.sources[answer.source] = Asked(
        url=answer.url, asked=day, answered=day, revision=answer.revision, refused=list(answer.refused),
        hints=[*answer.real, *answer.hints],
        read=[*read, day] if changed or was_read_today or not read else read,
    )  # fmt: skip
    return new


def list_changes(kept: KeptShow, day: date) -> Iterator[str]:
    """What sources that were read before say anew on a day, and what they no longer say, one line each."""
    known = {key for key, asked in kept.sources.items() if asked.read and min(asked.read) < day}
    for s in kept.said:
        if s.source in known and day in {s.first_seen, s.gone}:
            word = "now says" if s.first_seen == day else "no longer says"
            more = "".join(f", {k} {v}" for k, v in sorted(s.qualifiers.items()))
            yield f"{kept.slug}: {SOURCES[s.source].publisher} {word} {s.property} {s.value}{more}"


def to_said(answer: Answer, day: date) -> Iterable[Said]:
    """Everything that an answer says, as first seen on a day."""
    when = {"first_seen": day, "retrieved_at": answer.retrieved_at, "revision": answer.revision, "source": answer.source}
    for f in answer.facts:
        yield Said.model_validate(
            {"property": f.property, "value": f.value, "qualifiers": dict(f.qualifiers), "also": list(f.also), **when}
        )
    for title in answer.titles:
        yield Said.model_validate({"property": "title", "value": title, **when})
    for name in answer.characters:
        yield Said.model_validate({"property": "character", "value": name, **when})
    for prop in answer.exhaustive:
        yield Said.model_validate({"property": "exhaustive", "value": prop, **when})


def mark(kept: KeptShow, source: str, state: State, message: str, day: date, refused: Iterable[str] = ()) -> None:
    """Notes that a source gave no usable answer; what it said before stays in force."""
    earlier: Mapping[str, object] = kept.sources[source].model_dump() if source in kept.sources else {}
    kept.sources[source] = Asked.model_validate({**earlier, "state": state, "message": message, "asked": day, "refused": list(refused)})
