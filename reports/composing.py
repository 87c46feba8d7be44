"""From the snapshot to one issue's frozen context."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipeline.settings import iso_week
from reports.context import Correction, Health, HeldLine, Imprint, IssueContext, Item, Memory, Run, ShowLine, Words
from reports.facts import read_object, read_qualifiers
from reports.holding import may_deny, needs_an_editor
from reports.items import ItemMaker, has_changed
from reports.lines import (
    MOST_CONFLICTS,
    hold_back,
    list_conflicts,
    list_corrections,
    list_paused,
    list_radar,
    list_shows,
    list_sites,
    read_conflict,
    read_health,
)
from reports.snapshot import Row, Snapshot, open_snapshot
from reports.wording import count, plain_words

MOST_ITEMS = 10
MOST_HELD = 12
MOST_MEMORIES = 2000
# Candidates that are looked at beyond the ten: some turn out to be an editor's.
_MARGIN = 30
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")

METHOD = (
    "Every night new articles on the watched sites are archived and read; what they state about a show on record is taken out with quote.",
    "Each statement is compared, typed, with a sourced record. “Contradicts” needs a complete or exact record, strong sources, an explicit "
    "subject and the article’s own word; anything less is not held against anybody.",
    "Pages are counted by origin: an article with its copies, translations and rewritten versions is one, and copies confirm nothing.",
    "An item’s place is harm (what it is about) × reach (origins first, copies less) × certainty (sources firm, words plain).",
    "A site’s score is the mean of its own checked claims with a 90 % interval; few claims make it wide, and nobody is judged by name.",
)


def compose(snapshot: Path, monday: date, *, previous: IssueContext | None, imprint: Imprint | None = None) -> IssueContext:
    """Everything that the issue of the week beginning on ``monday`` prints.

    ``previous`` is the issue before it: known items come again only where something changed. Raises BadInputError without a snapshot.
    """
    with open_snapshot(snapshot, monday) as opened:
        return _compose_week(opened, previous, imprint or Imprint())


def _compose_week(snapshot: Snapshot, previous: IssueContext | None, imprint: Imprint) -> IssueContext:
    week = iso_week(snapshot.monday)
    memory = {m.key: m for m in previous.memory} if previous else {}
    corrections, unprinted = list_corrections(snapshot)
    candidates = [row for row in snapshot.fetch_rows("candidates") if has_changed(row, memory.get(row["falsehood_id"]))]
    items, withheld, left = _choose_items(snapshot, imprint, week, candidates, memory, corrections)
    shows, health = list_shows(snapshot), read_health(snapshot)
    held = _list_held(snapshot, [*withheld, *(line for line in unprinted if line.key not in {w.key for w in withheld})])
    standing = snapshot.fetch_rows("standing", falsehoods=sorted(set(memory) - {item.key for item in items}))
    quiet = not items
    return IssueContext(
        imprint=imprint,
        week=week,
        monday=snapshot.monday,
        sunday=snapshot.sunday,
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
        radar=list_radar(snapshot),
        held=held[:MOST_HELD],
        held_hidden=max(0, len(held) - MOST_HELD),
        health=health,
        method=METHOD,
        memory=_remember(memory, items, {row["falsehood_id"]: row for row in candidates}, week),
    )


def _choose_items(
    snapshot: Snapshot,
    imprint: Imprint,
    week: str,
    candidates: Sequence[Row],
    memory: dict[str, Memory],
    corrections: Sequence[tuple[str, Correction]],
) -> tuple[tuple[Item, ...], list[HeldLine], int]:
    """The items, what is held back from them, and how many candidates found no place."""
    looked_at = candidates[: MOST_ITEMS + _MARGIN]
    by_falsehood: dict[str, list[Correction]] = {}
    for key, correction in corrections:
        by_falsehood.setdefault(key, []).append(correction)
    maker = ItemMaker(snapshot, imprint, week, looked_at, by_falsehood)
    qualifiers = read_qualifiers(snapshot, (row["show_slug"] for row in looked_at))
    items: list[Item] = []
    withheld: list[HeldLine] = []
    for row in looked_at:
        if len(items) == MOST_ITEMS:
            break
        if row["relation"] == "story_basis" and any((i.show.slug, i.relation) == (row["show_slug"], "story_basis") for i in items):
            continue  # "a true story" and "all of it is true" are one item
        why = (
            None
            if row["is_confirmed"]
            else _find_objection(row, maker.quotes_of(row["falsehood_id"]), maker.headlines_of(row["falsehood_id"]))
        )
        item = None if why else maker.make_item(row, len(items) + 1, memory.get(row["falsehood_id"]), qualifiers)
        if item:
            items.append(item)
        else:
            withheld.append(hold_back(row, why or "no source of it may be named"))
    return tuple(items), withheld, len(candidates) - len(items) - len(withheld)


def _find_objection(row: Row, quotes: tuple[str, ...], headlines: tuple[str, ...]) -> str | None:
    """Why an editor has to see it before it is printed, None for nothing."""
    values = read_object(row["object"])
    titles = (row["show_title"], str(values.get("value", "")))
    return needs_an_editor(row["relation"], values, quotes + headlines, titles) or may_deny(row["polarity"], quotes, titles[:1])


def _list_held(snapshot: Snapshot, withheld: Sequence[HeldLine]) -> tuple[HeldLine, ...]:
    """Held items first, then paused ones, then the widest conflicts with a record."""
    rows = list_conflicts(snapshot)
    widest = rows[:MOST_CONFLICTS]
    qualifiers = read_qualifiers(snapshot, (row["show_slug"] for row in widest))
    conflicts = []
    for row in widest:
        why = _find_objection(row, (row["quote"] or "",), (row["title"] or "",))
        conflicts.append(hold_back(row, why) if why else read_conflict(row, qualifiers))
    return (*withheld, *list_paused(snapshot), *conflicts)


def _open_issue(
    items: Sequence[Item], shows: Sequence[ShowLine], health: Health, corrections: Sequence[Correction], standing: int, held: int
) -> tuple[Words, ...]:
    """Three lines: what was looked at, what was found, what else happened."""
    covered = f"{count(len(shows), 'show')} on record in them."
    looked = f"{count(health.articles_new, 'new article')} on {count(health.sites_crawled, 'site')}, {covered}"
    waiting = f"{count(held, 'statement')} {'waits' if held == 1 else 'wait'} for an editor."
    unchanged = f"{count(standing, 'known falsehood')} {'stands' if standing == 1 else 'stand'} unchanged. " if standing else ""
    if not items:
        quiet = "A quiet week: nothing new contradicts the record, and nothing known has spread."
        return plain_words(quiet), plain_words(looked), plain_words(f"{unchanged}{waiting}")
    widest = max(items, key=lambda item: (item.pages, -item.rank))
    carried = f"Most carried, on {count(widest.pages, 'page')} from {count(widest.origins, 'origin')}: that "
    found = Words(
        runs=(Run(text=carried), *_lower_first(widest.said), Run(text=". On record: "), *_lower_first(widest.headline), Run(text="."))
    )
    opened = sum(c.kind == "open" for c in corrections)
    mended = f"{count(len(corrections), 'correction')} seen, {opened} of them announced. " if corrections else ""
    return plain_words(looked), found, plain_words(f"{mended}{unchanged}{waiting}")


def title_issue(items: Sequence[Item]) -> str:
    """The issue's headline, in our own words and numbers."""
    false = sum(item.kind == "falsehood" for item in items)
    if false:
        return f"{_NUMBERS[false]} {'statement' if false == 1 else 'statements'} that the record contradicts"
    return f"{_NUMBERS[len(items)]} {'page' if len(items) == 1 else 'pages'} put right" if items else "A quiet week"


def _lower_first(words: Words) -> tuple[Run, ...]:
    first = words.runs[0]
    return words.runs if first.em else (first.model_copy(update={"text": first.text[:1].lower() + first.text[1:]}), *words.runs[1:])


def _remember(memory: dict[str, Memory], items: Sequence[Item], rows: dict[str, Row], week: str) -> tuple[Memory, ...]:
    fresh = {
        item.key: Memory(
            key=item.key,
            week=week,
            pages=item.pages,
            origins=item.origins,
            sites=len(item.sites),
            corrected=rows[item.key]["corrected"],
            claimed=item.said.plain,
        )
        for item in items
    }
    merged = {**memory, **fresh}
    return tuple(sorted(merged.values(), key=lambda m: (m.week, m.key))[-MOST_MEMORIES:])
