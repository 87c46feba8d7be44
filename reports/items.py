"""From a candidate falsehood to a printed item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from reports.context import Carrier, Correction, Imprint, Item, Memory, ShowRef, SiteRef, SpreadPoint
from reports.facts import Qualifiers, list_sources, read_object, say_record
from reports.kit import make_kit
from reports.snapshot import Row, Snapshot
from reports.text import TITLE_LIMIT, clean_optional, clean_text, make_anchor, safe_link
from reports.wording import TOPICS, count, say_claim, say_day, say_list, say_verdict

MOST_CARRIERS = 40
ORIGIN_NAMES = "ABCDE"

_ABOUT = {
    "story_basis": "whether the story is true",
    "based_on": "what the story comes from",
    "protagonist": "whom the story is about",
    "cast_member": "who plays whom",
    "premiere_date": "when it came out",
    "episode_count": "how long it is",
    "season_count": "how long it is",
    "setting_place": "where it is set",
    "setting_time": "when it is set",
    "filming_location": "where it was filmed",
    "platform": "where it is to be seen",
}


def refer_to_show(slug: str, title: str) -> ShowRef:
    """The show as printed, with its page in the archive; works without a record have a page by their title."""
    return ShowRef(slug=slug, title=clean_text(title or slug, TITLE_LIMIT), page=f"shows/{_file_stem(slug)}.html")


def refer_to_site(slug: str, name: str | None) -> SiteRef:
    return SiteRef(slug=slug, name=clean_text(name or slug, 80), page=f"sites/{_file_stem(slug)}.html")


def _file_stem(slug: str) -> str:
    """A slug is its own file name; anything else gets a safe one."""
    return slug if slug.replace("-", "").replace("_", "").isalnum() and slug.isascii() else make_anchor(slug, slug)


def read_carrier(row: Row, role: str = "first", corrected: date | None = None) -> Carrier:
    """One carrying article from a row of carriers.sql or conflicts.sql."""
    return Carrier.model_validate(
        {
            "site": refer_to_site(row["site"], row["site_name"]),
            "title": clean_text(row["title"] or row["url"], TITLE_LIMIT),
            "url": safe_link(row["url"]),
            "author": clean_optional(", ".join(row["authors"] or ()), 120),
            "published": to_day(row["published"]),
            "first_seen": row["first_day"],
            "quote": clean_text(row["quote"]),
            "language": row["language"],
            "modality": row["modality"],
            "origin": row["origin_id"],
            "role": role,
            "copied": row.get("followers", 0),
            "corrected": corrected,
        }
    )


def to_day(moment: datetime | date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def list_carriers(rows: Sequence[Row], corrected: Mapping[tuple[str, str], date]) -> tuple[Carrier, ...]:
    """All carriers of one falsehood, the first one first, at most MOST_CARRIERS and the biggest always among them."""
    kept = [row for i, row in enumerate(rows) if i < MOST_CARRIERS or row["is_biggest"]]
    carriers = []
    for row in kept:
        first, biggest = row["position"] == rows[0]["position"], bool(row["is_biggest"])
        role = "first and biggest" if first and biggest else "first" if first else "biggest" if biggest else "other"
        carriers.append(read_carrier(row, role, corrected.get((row["falsehood_id"], row["url"]))))
    return tuple(carriers)


def trace_spread(rows: Sequence[Row], monday: date) -> tuple[SpreadPoint, ...]:
    """Pages by day of the week and origin, in order of appearance; origins beyond five are "others"."""
    names: dict[str, str] = {}
    began: dict[str, str] = {"others": ""}
    pages: Counter[tuple[date | None, str]] = Counter()
    for row in rows:
        name = names.setdefault(row["origin_id"], ORIGIN_NAMES[len(names)] if len(names) < len(ORIGIN_NAMES) else "others")
        began.setdefault(name, clean_text(row["site_name"] or row["site"], 80))
        day = row["stated_since"].date()
        pages[(day if day >= monday else None, name)] += 1
    ordered = sorted(pages.items(), key=lambda entry: (entry[0][0] or date.min, entry[0][1]))
    return tuple(SpreadPoint(day=day, origin=name, site=began[name], pages=number) for (day, name), number in ordered)


def say_change(row: Row, memory: Memory | None, corrections: Sequence[Correction]) -> str | None:
    """What is new since the item was last printed, None for a new item."""
    if memory is None:
        return None
    parts = []
    for key, known, word in (("articles", memory.pages, "page"), ("origins", memory.origins, "origin"), ("sites", memory.sites, "site")):
        if row[key] > known:
            parts.append(f"{count(row[key] - known, 'more ' + word)}")
    if corrections:
        who = [f"{c.site.name} on {say_day(c.corrected, year=False)}" for c in corrections]
        parts.append(f"corrected by {say_list(who)}")
    if row["articles"] < memory.pages:
        parts.append(f"{count(memory.pages - row['articles'], 'page')} fewer after another look")
    return f"Update since {memory.week}: {', '.join(parts) or 'seen again'}."


def has_changed(row: Row, memory: Memory | None) -> bool:
    """Is there anything to print that was not printed before?"""
    return memory is None or (row["articles"], row["origins"], row["sites"], row["corrected"]) != (
        memory.pages,
        memory.origins,
        memory.sites,
        memory.corrected,
    )


def say_why(row: Row, sources: int) -> str:
    """Why the item stands where it stands, in one sentence with its three numbers."""
    about = _ABOUT.get(row["relation"]) or "the " + TOPICS.get(str(row["relation"]), str(row["relation"])).lower()
    spread = f"{count(row['articles'], 'page')} from {count(row['origins'], 'independent origin')}"
    firmness = "an editor confirmed it" if row["is_confirmed"] else f"{count(sources, 'source')} on record"
    return (
        f"It concerns {about}; {spread}; {firmness}. Harm {row['harm']:.1f} × reach {row['reach']:.2f} × certainty {row['certainty']:.2f}."
    )


class ItemMaker:
    """Makes items of one issue from candidates and the rows read for all of them at once."""

    def __init__(
        self, snapshot: Snapshot, imprint: Imprint, week: str, chosen: Sequence[Row], corrections: Mapping[str, Sequence[Correction]]
    ):
        self._imprint, self._week, self._monday = imprint, week, snapshot.monday
        self._corrections = corrections
        self._carriers: dict[str, list[Row]] = {}
        for row in snapshot.fetch_rows("carriers", falsehoods=[c["falsehood_id"] for c in chosen]):
            self._carriers.setdefault(row["falsehood_id"], []).append(row)

    def quotes_of(self, falsehood: str) -> tuple[str, ...]:
        """Every carrier's quote."""
        return tuple(str(row["quote"]) for row in self._carriers[falsehood] if row["quote"])

    def headlines_of(self, falsehood: str) -> tuple[str, ...]:
        """Every carrier's title."""
        return tuple(str(row["title"]) for row in self._carriers[falsehood] if row["title"])

    def make_item(self, row: Row, rank: int, memory: Memory | None, qualifiers: Qualifiers) -> Item | None:
        """The printed item, or None where no source may be named: then it is an editor's."""
        show = refer_to_show(row["show_slug"], row["show_title"])
        headline = say_record(row["show_slug"], show.title, row["evidence"], qualifiers)
        sources = list_sources(row["show_slug"], show.title, row["evidence"], qualifiers)
        if headline is None or not sources:
            return None
        key, rows = row["falsehood_id"], self._carriers[row["falsehood_id"]]
        corrections = tuple(self._corrections.get(key, ()))
        carriers = list_carriers(rows, {(key, c.url or ""): c.corrected for c in corrections})
        anchor = make_anchor(row["show_slug"], row["relation"], key)
        said = say_claim(show.title, row["relation"], read_object(row["object"]), row["polarity"])
        verdict = say_verdict("contradicted", sources[0].publisher, sources[0].read)
        return Item(
            anchor=anchor,
            key=key,
            kind=row["kind"],
            status="update" if memory else "new",
            rank=rank,
            show=show,
            relation=row["relation"],
            topic=TOPICS.get(str(row["relation"]), str(row["relation"])),
            headline=headline,
            said=said,
            verdict=verdict,
            explanation=clean_text(row["explanation"]),
            sources=sources,
            carriers=carriers,
            pages=row["articles"],
            origins=row["origins"],
            hedged=row["hedged"],
            still_up=row["articles_live"],
            since=row["first_stated"].date(),
            new_pages=row["new_pages"],
            sites=_list_sites(rows),
            languages=tuple(row["languages"] or ()),
            change=say_change(row, memory, corrections),
            why=say_why(row, len(sources)),
            harm=row["harm"],
            reach=row["reach"],
            certainty=row["certainty"],
            weight=row["weight"],
            spread=trace_spread(rows, self._monday),
            corrections=corrections,
            ruled="confirmed by an editor" if row["is_confirmed"] else None,
            kit=make_kit(self._imprint, self._week, self._monday, anchor, headline, said, verdict, sources, carriers),
        )


def _list_sites(rows: Iterable[Row]) -> tuple[SiteRef, ...]:
    sites = {row["site"]: refer_to_site(row["site"], row["site_name"]) for row in rows}
    return tuple(sorted(sites.values(), key=lambda site: site.name.lower()))
