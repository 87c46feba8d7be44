"""Who gets the issue by mail, and what of it: ``readers.toml`` at the world's root.

[[reader]]
address   = "editor@paper.example"
name      = "Culture desk"              # optional
shows     = ["no-one-saw-us-leave"]     # optional: only these shows' items; slugs
sites     = ["example-film"]            # optional: only items that these sites carry
languages = ["es"]                      # optional: only items carried in these languages
mail      = "es"                        # optional: language of the mail's own words, en or es
quiet     = false                       # optional: false sends nothing in a week without an item for this reader
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import BadInputError
from reports.context import IssueContext, RecordNews, Run, Words
from reports.language import speak, tr

READERS = "readers.toml"


class Reader(BaseModel):
    """One reader. Empty choices mean everything."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: str = Field(pattern=r"^[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+$", max_length=254)
    name: str = Field(default="", pattern=r"^[^\r\n]*$", max_length=120)
    shows: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    mail: Literal["en", "es"] = "en"
    quiet: bool = True

    @property
    def key(self) -> str:
        """A hash of the address: what the journal knows the reader by."""
        return hashlib.sha256(self.address.lower().encode()).hexdigest()[:16]

    @property
    def wants_everything(self) -> bool:
        return not (self.shows or self.sites or self.languages)


def read_readers(path: Path) -> tuple[Reader, ...]:
    """The readers in the file's order; none where there is no file. Raises BadInputError naming file, reader and key."""
    if not path.exists():
        return ()
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadInputError(f"{path}: no TOML: {error}") from error
    unknown = sorted(set(entries) - {"reader"})
    if unknown:
        raise BadInputError(f"{path}: unknown key {unknown[0]!r}: readers are [[reader]] tables")
    readers = tuple(_read_reader(path, number, entry) for number, entry in enumerate(entries.get("reader", ()), 1))
    addresses = [reader.address.lower() for reader in readers]
    for address in addresses:
        if addresses.count(address) > 1:
            raise BadInputError(f"{path}: {address} is there twice: leave one [[reader]]")
    return readers


def _read_reader(path: Path, number: int, entry: object) -> Reader:
    try:
        return Reader.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "reader"
        raise BadInputError(f"{path}: reader {number}: {key}: {first['msg']}; allowed keys are {', '.join(Reader.model_fields)}") from error


def choose_for(context: IssueContext, reader: Reader) -> IssueContext:
    """The issue as this reader wants it: their items, shows and corrections; health and method are everybody's."""
    if reader.wants_everything:
        return context
    items = tuple(
        item
        for item in context.items
        if (not reader.shows or item.show.slug in reader.shows)
        and (not reader.sites or {site.slug for site in item.sites} & set(reader.sites))
        and (not reader.languages or set(item.languages) & set(reader.languages))
    )
    corrections = tuple(
        c
        for c in context.corrections
        if (not reader.shows or c.show.slug in reader.shows) and (not reader.sites or c.site.slug in reader.sites)
    )
    return context.model_copy(
        update={
            "items": items,
            "corrections": corrections,
            "edits": tuple(
                e
                for e in context.edits
                if (not reader.shows or e.show.slug in reader.shows) and (not reader.sites or e.site.slug in reader.sites)
            ),
            "records": choose_records(context.records, reader),
            "shows": tuple(line for line in context.shows if not reader.shows or line.show.slug in reader.shows),
            "sites": tuple(line for line in context.sites if not reader.sites or line.site.slug in reader.sites),
            "held": tuple(line for line in context.held if not reader.shows or line.show.slug in reader.shows),
        }
        | ({} if len(items) == len(context.items) else _open_choice(context, len(items)))
    )


def choose_records(records: RecordNews | None, reader: Reader) -> RecordNews | None:
    """Changes of the records of this reader's shows."""
    if records is None or not reader.shows:
        return records
    return records.model_copy(update={"changes": tuple(c for c in records.changes if c.show.slug in reader.shows)})


def _open_choice(context: IssueContext, chosen: int) -> dict[str, object]:
    """Title and opening of a letter with some of the items: the issue's own speak of items that this reader may not have."""
    with speak(context.language):
        told = tr("%d of %d items, as you chose") % (chosen, len(context.items))
    return {"title": told, "opening": (*context.opening[:1], Words(runs=(Run(text=f"{told}."),)))}
