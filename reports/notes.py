"""The ready note to the publisher of one page, about every passage of it that contradicts a record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInputError
from reports.context import Imprint, Source
from reports.facts import Answer, Records, read_object, read_records
from reports.holding import may_announce, may_not_mean_it, needs_an_editor
from reports.items import read_carrier, refer_to_show
from reports.kit import issue_link, write_note
from reports.snapshot import Row, open_standing


@dataclass(frozen=True, slots=True)
class Note:
    """Subject and text of a note, and what it is about: the site, the article and all falsehoods that it names."""

    site: str
    article_id: str
    falsehoods: tuple[str, ...]
    subject: str
    text: str


def write_note_about(snapshot: Path, claim: str, imprint: Imprint) -> Note:
    """The note about the page that makes this claim. Passages that an editor has to see first are left out.

    Raises BadInputError for an unknown claim, one that the page no longer makes, or one that waits for an editor.
    """
    with open_standing(snapshot) as opened:
        rows = opened.fetch_rows("passages", claim=claim)
        records = read_records(opened, (row["show_slug"] for row in rows))
    if not rows or rows[0]["claim_id"] != claim:
        raise BadInputError(f"no contradicted claim {claim!r} in the snapshot: `reelcheck corrections list` names them")
    if not rows[0]["is_live"]:
        raise BadInputError(f"claim {claim!r}: the page no longer states it, there is nothing to write about")
    why = find_objection(rows[0])
    if why:
        raise BadInputError(f"claim {claim!r} waits for an editor ({why}): confirm it first with `reelcheck review rule {claim} confirm`")
    passages = [(row, sources) for row in rows if row["is_live"] and not find_objection(row) and (sources := _list_sources(row, records))]
    if not passages or passages[0][0]["claim_id"] != claim:
        raise BadInputError(f"claim {claim!r} has no source that may be named")
    carrier = read_carrier(rows[0])
    link = issue_link(imprint, rows[0]["week"], rows[0]["anchor"]) if rows[0]["week"] else imprint.base_url
    return Note(
        site=carrier.site.name,
        article_id=rows[0]["article_id"],
        falsehoods=tuple(row["falsehood_id"] for row, _ in passages),
        subject=f"A passage in “{carrier.title}”",
        text=write_note(imprint, link, carrier, [(read_carrier(row).quote, sources) for row, sources in passages]),
    )


def find_objection(row: Row) -> str | None:
    """Why an editor has to see a passage before it goes anywhere, None for nothing or where one has confirmed it."""
    if row["is_confirmed"]:
        return None
    values, quotes = read_object(row["object"]), (row["quote"] or "",)
    titles = (row["show_title"], str(values.get("value", "")))
    if may_not_mean_it(row["polarity"], quotes[0], titles[:1]):
        return "its words may deny or only report what they seem to say"
    return needs_an_editor(row["relation"], values, (*quotes, row["title"] or ""), titles) or may_announce(
        row["relation"], row["polarity"], quotes
    )


def _list_sources(row: Row, records: Records) -> tuple[Source, ...]:
    title = refer_to_show(row["show_slug"], row["show_title"]).title
    return Answer(row["show_slug"], title, row["relation"], row["evidence"], records, row["explanation"]).sources
