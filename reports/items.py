"""From a candidate falsehood to a printed item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pipeline.settings import iso_week
from reports.context import Carrier, Correction, Imprint, Item, Memory, ShowRef, SiteRef, SpreadPoint, Statement
from reports.facts import Answer, Records, read_object, read_records
from reports.holding import may_not_mean_it
from reports.kit import make_kit
from reports.language import mark, tr
from reports.snapshot import Row, Snapshot
from reports.stories import Story
from reports.text import TITLE_LIMIT, clean_optional, clean_text, clean_title, make_anchor, safe_link
from reports.wording import count, say_claim, say_day, say_list, say_topic, say_verdict

MOST_CARRIERS = 40
ORIGIN_NAMES = "ABCDE"

_ABOUT = {
    "story_basis": mark("whether the story is true"),
    "based_on": mark("what the story comes from"),
    "protagonist": mark("whom the story is about"),
    "cast_member": mark("who plays whom"),
    "premiere_date": mark("when it came out"),
    "episode_count": mark("how long it is"),
    "season_count": mark("how long it is"),
    "setting_place": mark("where it is set"),
    "setting_time": mark("when it is set"),
    "filming_location": mark("where it was filmed"),
    "platform": mark("where it is to be seen"),
}


def refer_to_show(slug: str, title: str) -> ShowRef:
    """The show as printed, with its page in the archive; works without a record have a page by their title."""
    return ShowRef(slug=slug, title=clean_title(title or slug, TITLE_LIMIT), page=f"shows/{_file_stem(slug)}.html")


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
            "title": clean_title(row["title"], TITLE_LIMIT) if row["title"] else clean_text(row["url"], TITLE_LIMIT),
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


def list_carriers(rows: Sequence[Row], corrected: Mapping[str, Mapping[str, date]]) -> tuple[Carrier, ...]:
    """All carriers of one falsehood, the first one first, at most MOST_CARRIERS and the biggest always among them.

    ``corrected``: falsehood -> address -> day on which the page stopped stating it.
    """
    biggest_row = max(rows, key=lambda r: (r["followers"], r["site_articles"], -r["position"]))
    kept = [row for i, row in enumerate(rows) if i < MOST_CARRIERS or row is biggest_row]
    carriers = []
    for row in kept:
        first, biggest = row is rows[0], row is biggest_row
        role = "first and biggest" if first and biggest else "first" if first else "biggest" if biggest else "other"
        carriers.append(read_carrier(row, role, corrected.get(row["falsehood_id"], {}).get(row["url"])))
    return tuple(carriers)


def trace_spread(rows: Sequence[Row], monday: date, origins: int) -> tuple[SpreadPoint, ...]:
    """Pages by day of the week and origin, in order of appearance; origins beyond five are "others".

    ``origins`` is their printed number: where it is one, as for an invented name that cannot have been thought of twice, so is the chart's.
    """
    names: dict[str, str] = {}
    began: dict[str, str] = {"others": ""}
    pages: Counter[tuple[date | None, str]] = Counter()
    for row in rows:
        name = names.setdefault(
            row["origin_id"] if origins > 1 else "", ORIGIN_NAMES[len(names)] if len(names) < len(ORIGIN_NAMES) else "others"
        )
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
            parts.append(count(row[key] - known, "more " + word))
    if corrections:
        who = [tr("%s on %s") % (c.site.name, say_day(c.corrected, year=False)) for c in corrections]
        parts.append(tr("corrected by %s") % say_list(who))
    if row["articles"] < memory.pages:
        parts.append(tr("%s fewer after another look") % count(memory.pages - row["articles"], "page"))
    return tr("Update since %s: %s.") % (memory.week, ", ".join(parts) or tr("seen again"))


def has_changed(row: Row, memory: Memory | None) -> bool:
    """Is there anything to print that was not printed before?"""
    return memory is None or (row["articles"], row["origins"], row["sites"], row["corrected"]) != (
        memory.pages,
        memory.origins,
        memory.sites,
        memory.corrected,
    )


def say_why(row: Row, sources: int, also: int = 0) -> str:
    """Why the item stands where it stands, with its three numbers; ``also`` counts the story's further statements."""
    about = tr(_ABOUT[row["relation"]]) if row["relation"] in _ABOUT else tr("the %s") % say_topic(str(row["relation"])).lower()
    spread = tr("%s from %s") % (count(row["articles"], "page"), count(row["origins"], "independent origin"))
    firmness = tr("an editor confirmed it") if row["is_confirmed"] else tr("%s on record") % count(sources, "source")
    more = tr("; %s of the same story") % count(also, "more statement") if also else ""
    numbers = tr("Harm %.1f × reach %.2f × certainty %.2f.") % (row["harm"], row["reach"], row["certainty"])
    return tr("It concerns %s; %s; %s%s. %s") % (about, spread, firmness, more, numbers)


class ItemMaker:
    """Makes items of one issue from candidates and the rows read for all of them at once."""

    def __init__(
        self,
        snapshot: Snapshot,
        imprint: Imprint,
        chosen: Sequence[Row],
        corrections: Mapping[str, Sequence[Correction]],
        memory: Mapping[str, Memory],
    ):
        self._imprint, self._week, self._monday = imprint, iso_week(snapshot.monday), snapshot.monday
        self._corrections, self._memory = corrections, memory
        records = read_records(snapshot, (row["show_slug"] for row in chosen))
        self._answers = {row["falsehood_id"]: _answer(row, records) for row in chosen}
        self._carriers: dict[str, list[Row]] = {}
        for row in snapshot.fetch_rows("carriers", falsehoods=[c["falsehood_id"] for c in chosen]):
            self._carriers.setdefault(row["falsehood_id"], []).append(row)
        self._left_out = {row["falsehood_id"]: self._leave_out(row) for row in chosen if not row["is_confirmed"]}

    def _leave_out(self, row: Row) -> int:
        """Takes out pages whose words may deny or only report the statement, unless all do; returns how many that were.

        Naming a page that refutes a falsehood as one that states it would be the worst mistake of all.
        """
        carriers = self._carriers[row["falsehood_id"]]
        meant = [c for c in carriers if not may_not_mean_it(row["polarity"], c["quote"] or "", (row["show_title"],))]
        if not meant or len(meant) == len(carriers):
            return 0
        self._carriers[row["falsehood_id"]] = meant
        return len(carriers) - len(meant)

    def is_doubtful(self, row: Row) -> bool:
        """May none of its pages mean it?"""
        return all(may_not_mean_it(row["polarity"], c["quote"] or "", (row["show_title"],)) for c in self._carriers[row["falsehood_id"]])

    def _count(self, row: Row, rows: Sequence[Row]) -> Row:
        """The row with its counts, made anew where other pages than the warehouse's are printed."""
        changed = self._left_out.get(row["falsehood_id"]) or len(rows) != row["articles"]
        return {**row, **count_carriers(rows)} if changed else row

    def quotes_of(self, falsehood: str) -> tuple[str, ...]:
        """Every carrier's quote."""
        return tuple(str(row["quote"]) for row in self._carriers[falsehood] if row["quote"])

    def headlines_of(self, falsehood: str) -> tuple[str, ...]:
        """Every carrier's title."""
        return tuple(str(row["title"]) for row in self._carriers[falsehood] if row["title"])

    def pages_of(self, falsehood: str) -> frozenset[str]:
        """Every carrier's article."""
        return frozenset(str(row["article_id"]) for row in self._carriers[falsehood])

    def answer_to(self, falsehood: str) -> str | None:
        """What is right, as printed; None where no source may be named: then it is an editor's."""
        answer = self._answers[falsehood]
        return answer.headline.plain if answer.headline and answer.sources else None

    def make_item(self, story: Story, rank: int) -> Item:
        """The printed story. Every statement of it has an answer."""
        row, key = story.lead, str(story.lead["falsehood_id"])
        show, memory = refer_to_show(row["show_slug"], row["show_title"]), self._memory.get(key)
        rows = merge_carriers(self._carriers[str(r["falsehood_id"])] for r in (story.lead, *story.folded))
        corrections = self._list_corrections(story.rows)
        carriers = list_carriers(rows, {str(r["falsehood_id"]): self._corrected(r) for r in (story.lead, *story.folded)})
        anchor = make_anchor(row["show_slug"], row["relation"], key)
        headline, sources = self._answers[key].headline, self._answers[key].sources
        assert headline is not None
        said = say_claim(show.title, row["relation"], read_object(row["object"]), row["polarity"])
        verdict = say_verdict("contradicted", sources[0].publisher, sources[0].read)
        also = tuple(self._make_statement(r, show, carriers) for r in story.also)
        told = self._count(row, rows)
        return Item(
            anchor=anchor,
            key=key,
            kind=row["kind"],
            status="update" if memory else "new",
            rank=rank,
            show=show,
            relation=row["relation"],
            topic=say_topic(str(row["relation"])),
            headline=headline,
            said=said,
            verdict=verdict,
            explanation=clean_text(row["explanation"]),
            sources=sources,
            carriers=carriers,
            pages=told["articles"],
            origins=told["origins"],
            hedged=told["hedged"],
            still_up=told["articles_live"],
            since=told["first_stated"].date(),
            new_pages=told["new_pages"],
            sites=_list_sites(rows),
            languages=tuple(sorted({str(r["language"]) for r in rows if r["language"]})),
            change=say_change(row, memory, corrections),
            why=say_why(told, len(sources), len(also)),
            harm=row["harm"],
            reach=row["reach"],
            certainty=row["certainty"],
            weight=row["weight"],
            spread=trace_spread(rows, self._monday, told["origins"]),
            corrections=corrections,
            ruled=tr("confirmed by an editor") if row["is_confirmed"] else None,
            kit=make_kit(self._imprint, self._week, self._monday, anchor, headline, said, verdict, sources, carriers, also),
            also=also,
            folded=tuple(str(r["falsehood_id"]) for r in story.folded),
        )

    def _make_statement(self, row: Row, show: ShowRef, leading: Sequence[Carrier]) -> Statement:
        """One of the further statements, with the words of the page that leads the story where it carries this one too."""
        key = str(row["falsehood_id"])
        headline, sources = self._answers[key].headline, self._answers[key].sources
        assert headline is not None
        rows = self._carriers[key]
        carriers, told = list_carriers(rows, {key: self._corrected(row)}), self._count(row, rows)
        same = [c for c in carriers if c.url and c.url == leading[0].url]
        return Statement(
            anchor=make_anchor(row["show_slug"], row["relation"], key),
            key=key,
            kind=row["kind"],
            relation=row["relation"],
            topic=say_topic(str(row["relation"])),
            said=say_claim(show.title, row["relation"], read_object(row["object"]), row["polarity"]),
            headline=headline,
            verdict=say_verdict("contradicted", sources[0].publisher, sources[0].read),
            sources=sources,
            carrier=(same or list(carriers))[0],
            pages=told["articles"],
            origins=told["origins"],
            hedged=told["hedged"],
            still_up=told["articles_live"],
            change=say_change(row, self._memory.get(key), self._corrections.get(key, ())),
        )

    def _list_corrections(self, rows: Sequence[Row]) -> tuple[Correction, ...]:
        """Corrections of any of the statements, each page and day once."""
        found = [c for row in rows for c in self._corrections.get(row["falsehood_id"], ())]
        return tuple({(c.site.slug, c.url, c.corrected): c for c in found}.values())

    def _corrected(self, row: Row) -> dict[str, date]:
        return {c.url or "": c.corrected for c in self._corrections.get(row["falsehood_id"], ())}


def _answer(row: Row, records: Records) -> Answer:
    title = refer_to_show(row["show_slug"], row["show_title"]).title
    return Answer(row["show_slug"], title, row["relation"], row["evidence"], records, row["explanation"])


def merge_carriers(groups: Iterable[Sequence[Row]]) -> list[Row]:
    """The pages of several statements, each page once, first to last."""
    pages: dict[str, Row] = {}
    for row in sorted((row for rows in groups for row in rows), key=lambda r: (r["stated_since"], r["position"])):
        pages.setdefault(row["article_id"], row)
    return list(pages.values())


def count_carriers(rows: Sequence[Row]) -> dict[str, Any]:
    """What candidates.sql counts for one statement, for several that are printed as one."""
    return {
        "articles": len(rows),
        "origins": len({r["origin_id"] for r in rows}),
        "hedged": sum(r["modality"] == "hedged" for r in rows),
        "articles_live": sum(bool(r["is_live"]) for r in rows),
        "new_pages": sum(bool(r["new_this_week"]) for r in rows),
        "first_stated": min(r["stated_since"] for r in rows),
    }


def _list_sites(rows: Iterable[Row]) -> tuple[SiteRef, ...]:
    sites = {row["site"]: refer_to_site(row["site"], row["site_name"]) for row in rows}
    return tuple(sorted(sites.values(), key=lambda site: site.name.lower()))
