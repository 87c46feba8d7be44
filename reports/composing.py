"""From the snapshot to one issue's frozen context."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.settings import iso_week
from reports.context import Correction, Health, HeldLine, Imprint, IssueContext, Item, Memory, Run, ShowLine, Words
from reports.facts import read_object, read_records, read_standing
from reports.holding import may_announce, may_deny, needs_an_editor
from reports.items import ItemMaker, has_changed
from reports.language import LANGUAGES, mark, name_language, ntr, speak, tr
from reports.lines import (
    MOST_CONFLICTS,
    hold_back,
    list_conflicts,
    list_corrections,
    list_edits,
    list_paused,
    list_radar,
    list_shows,
    list_sites,
    read_conflict,
    read_health,
)
from reports.record_news import list_record_news
from reports.snapshot import Row, Snapshot, open_snapshot
from reports.stories import gather_stories
from reports.wording import count, plain_words

MOST_ITEMS = 10
MOST_HELD = 12
MOST_MEMORIES = 2000
# Candidates that are looked at: several make one story, and some turn out to be an editor's.
_LOOKED_AT = 150
_NUMBERS: tuple[str, ...] = (mark("No"), mark("One"), mark("Two"), mark("Three"), mark("Four"), mark("Five"))
_NUMBERS += (mark("Six"), mark("Seven"), mark("Eight"), mark("Nine"), mark("Ten"))

METHOD = (
    mark(
        "Every night new articles on the watched sites are archived and read; "
        "what they state about a show on record is taken out with quote."
    ),
    mark(
        "Each statement is compared, typed, with a sourced record. “Contradicts” needs a complete or exact record, strong sources, an "
        "explicit subject and the article’s own word; anything less is not held against anybody."
    ),
    mark(
        "Pages are counted by origin: an article with its copies, translations and rewritten versions is one, and copies confirm nothing."
        " The biggest carrier is the most copied page, or else that of the busiest site watched: nobody’s readership is known."
    ),
    mark("An item’s place is harm (what it is about) × reach (origins first, copies less) × certainty (sources firm, words plain)."),
    mark(
        "A site’s score is the mean of its own checked claims with a 90 % interval; few claims make it wide, and nobody is judged by name."
    ),
)


def compose(
    snapshot: Path, monday: date, *, previous: IssueContext | None, imprint: Imprint | None = None, cut_off: datetime | None = None
) -> IssueContext:
    """Everything that the issue of the week beginning on ``monday`` prints.

    ``previous`` is the issue before it: known items come again only where something changed. ``cut_off`` (with zone): leave out what was
    recorded later, None for nothing. Raises BadInputError without a snapshot.
    """
    known_at = cut_off.astimezone(UTC).replace(tzinfo=None) if cut_off else None
    with open_snapshot(snapshot, monday, known_at) as opened:
        return _compose_week(opened, previous, imprint or Imprint())


def compose_all(snapshot: Path, monday: date, *, previous: IssueContext | None, imprint: Imprint | None = None) -> dict[str, IssueContext]:
    """The same issue in each of LANGUAGES, from one look at the snapshot: only its words differ."""
    with open_snapshot(snapshot, monday) as opened:
        composed = {}
        for language in LANGUAGES:
            with speak(language):
                composed[language] = _compose_week(opened, previous, imprint or Imprint())
        return composed


def _compose_week(snapshot: Snapshot, previous: IssueContext | None, imprint: Imprint) -> IssueContext:
    week = iso_week(snapshot.monday)
    memory = {m.key: m for m in previous.memory} if previous else {}
    corrections, unprinted = list_corrections(snapshot)
    candidates = [row for row in snapshot.fetch_rows("candidates") if has_changed(row, memory.get(row["falsehood_id"]))]
    items, withheld, left = _choose_items(snapshot, imprint, candidates, memory, corrections)
    shows, health = list_shows(snapshot), read_health(snapshot)
    held = _list_held(snapshot, [*withheld, *(line for line in unprinted if line.key not in {w.key for w in withheld})])
    standing = snapshot.fetch_rows("standing", falsehoods=sorted(set(memory) - {key for item in items for key in item.keys}))
    quiet = not items
    edits, edits_hidden = list_edits(snapshot)
    return IssueContext(
        imprint=imprint,
        language=name_language(),
        week=week,
        monday=snapshot.monday,
        sunday=snapshot.sunday,
        cut_off=snapshot.cut_off,
        previous_week=previous.week if previous else None,
        title=title_issue(items),
        quiet=quiet,
        opening=_open_issue(items, shows, health, [c for _, c in corrections], len(standing), len(held)),
        items=items,
        more_items=left,
        standing=len(standing),
        shows=shows,
        sites=list_sites(snapshot),
        corrections=tuple(c for _, c in corrections),
        edits=edits,
        edits_hidden=edits_hidden,
        records=list_record_news(snapshot, previous, read_standing(snapshot)),
        radar=list_radar(snapshot),
        held=held[:MOST_HELD],
        held_hidden=max(0, len(held) - MOST_HELD),
        health=health,
        method=tuple(tr(line) for line in METHOD),
        memory=_remember(memory, items, {row["falsehood_id"]: row for row in candidates}, week),
    )


def _choose_items(
    snapshot: Snapshot,
    imprint: Imprint,
    candidates: Sequence[Row],
    memory: dict[str, Memory],
    corrections: Sequence[tuple[str, Correction]],
) -> tuple[tuple[Item, ...], list[HeldLine], int]:
    """The items, what is held back from them, and how many candidates found no place."""
    looked_at = candidates[:_LOOKED_AT]
    by_falsehood: dict[str, list[Correction]] = {}
    for key, correction in corrections:
        by_falsehood.setdefault(key, []).append(correction)
    maker = ItemMaker(snapshot, imprint, looked_at, by_falsehood, memory)
    printable: list[Row] = []
    withheld: list[HeldLine] = []
    headlines: dict[str, str] = {}
    for row in looked_at:
        key = str(row["falsehood_id"])
        why = None if row["is_confirmed"] else _find_objection(row, maker.quotes_of(key), maker.headlines_of(key))
        if not why and not row["is_confirmed"] and maker.is_doubtful(row):
            why = tr("its words may only report what they seem to say")
        answer = maker.answer_to(key)
        if why or answer is None:
            withheld.append(hold_back(row, why or tr("no source of it may be named")))
        else:
            printable.append(row)
            headlines[key] = answer
    stories = gather_stories(printable, headlines, {key: maker.pages_of(key) for key in headlines})
    items = tuple(maker.make_item(story, rank) for rank, story in enumerate(stories[:MOST_ITEMS], 1))
    printed = sum(len(item.keys) for item in items)
    return items, withheld, len(candidates) - printed - len(withheld)


def _find_objection(row: Row, quotes: tuple[str, ...], headlines: tuple[str, ...]) -> str | None:
    """Why an editor has to see it before it is printed, None for nothing."""
    values = read_object(row["object"])
    titles = (row["show_title"], str(values.get("value", "")))
    return (
        needs_an_editor(row["relation"], values, quotes + headlines, titles)
        or may_deny(row["polarity"], quotes, titles[:1])
        or may_announce(row["relation"], row["polarity"], quotes)
    )


def _list_held(snapshot: Snapshot, withheld: Sequence[HeldLine]) -> tuple[HeldLine, ...]:
    """Held items first, then paused ones, then the widest conflicts with a record."""
    rows = list_conflicts(snapshot)
    widest = rows[:MOST_CONFLICTS]
    records = read_records(snapshot, (row["show_slug"] for row in widest))
    conflicts = []
    for row in widest:
        why = _find_objection(row, (row["quote"] or "",), (row["title"] or "",))
        conflicts.append(hold_back(row, why) if why else read_conflict(row, records))
    return (*withheld, *list_paused(snapshot), *conflicts)


def _open_issue(
    items: Sequence[Item], shows: Sequence[ShowLine], health: Health, corrections: Sequence[Correction], standing: int, held: int
) -> tuple[Words, ...]:
    """Three lines: what was looked at, what was found, what else happened."""
    looked = tr("%s on %s, about %s on record.") % (
        count(health.articles_new, "new article"),
        count(health.sites_crawled, "site"),
        count(len(shows), "show"),
    )
    waiting = ntr("%s waits for an editor.", "%s wait for an editor.", held) % count(held, "statement")
    stands = ntr("%s stands unchanged. ", "%s stand unchanged. ", standing) % count(standing, "known falsehood")
    unchanged = stands if standing else ""
    if not items:
        quiet = tr("A quiet week: nothing new contradicts the record, and nothing known has spread.")
        return plain_words(quiet), plain_words(looked), plain_words(f"{unchanged}{waiting}")
    widest = max(items, key=lambda item: (item.pages, -item.rank))
    carried = tr("Most carried, on %s from %s: that ") % (count(widest.pages, "page"), count(widest.origins, "origin"))
    found = Words(
        runs=(Run(text=carried), *_lower_first(widest.said), Run(text=tr(". On record: ")), *_lower_first(widest.headline), Run(text="."))
    )
    return plain_words(looked), found, plain_words(f"{_say_corrections(corrections)}{unchanged}{waiting}")


def _say_corrections(corrections: Sequence[Correction]) -> str:
    opened, number = sum(c.kind == "open" for c in corrections), len(corrections)
    if number <= 1:
        return (tr("One correction, announced on the page. ") if opened else tr("One quiet correction. ")) if number else ""
    some = tr("%d of them announced") % opened
    how = tr("all announced") if opened == number else some if opened else tr("none announced")
    return tr("%d corrections, %s. ") % (number, how)


def title_issue(items: Sequence[Item]) -> str:
    """The issue's headline, in our own words and numbers."""
    false = count_statements(items)
    if false:
        number = tr(_NUMBERS[false]) if false < len(_NUMBERS) else str(false)
        return ntr("%s statement that the record contradicts", "%s statements that the record contradicts", false) % number
    if items:
        return ntr("%s page put right", "%s pages put right", len(items)) % tr(_NUMBERS[len(items)])
    return tr("A quiet week")


def count_statements(items: Sequence[Item]) -> int:
    """False statements printed in these items, those beside the leading ones too."""
    return sum((item.kind == "falsehood") + sum(s.kind == "falsehood" for s in item.also) for item in items)


def _lower_first(words: Words) -> tuple[Run, ...]:
    first = words.runs[0]
    return words.runs if first.em else (first.model_copy(update={"text": first.text[:1].lower() + first.text[1:]}), *words.runs[1:])


def _remember(memory: dict[str, Memory], items: Sequence[Item], rows: dict[str, Row], week: str) -> tuple[Memory, ...]:
    said = {key: item.said.plain for item in items for key in (item.key, *item.folded)}
    said |= {statement.key: statement.said.plain for item in items for statement in item.also}
    fresh = {
        key: Memory(
            key=key, week=week, pages=rows[key]["articles"], origins=rows[key]["origins"], sites=rows[key]["sites"],
            corrected=rows[key]["corrected"], claimed=claimed,
        )
        for key, claimed in said.items()
    }  # fmt: skip
    merged = {**memory, **fresh}
    return tuple(sorted(merged.values(), key=lambda m: (m.week, m.key))[-MOST_MEMORIES:])
