"""The sections below the items: shows, sites, corrections, radar, what needs an editor, health of the pipeline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from reports.context import Cite, Correction, Edit, FailedCheck, Health, HeldLine, RadarLine, ShowLine, SiteDay, SiteLine
from reports.facts import Answer, Records, read_day, read_object
from reports.holding import may_not_mean_it, needs_an_editor
from reports.items import read_carrier, refer_to_show, refer_to_site, to_day
from reports.language import mark, tr
from reports.snapshot import Row, Snapshot
from reports.text import TITLE_LIMIT, clean_optional, clean_text, clean_title, safe_link
from reports.wording import say_claim, say_day, say_topic, say_verdict

MOST_SHOWS = 60
MOST_RADAR = 12
MOST_CONFLICTS = 6
MOST_EDITS = 12
_CAUSES = {
    "failed": mark("did not answer"),
    "not_crawled": mark("was not crawled"),
    "partial": mark("answered in part"),
    "fewer than usual": mark("had fewer new articles than usual"),
    "more than usual": mark("had more new articles than usual"),
}


def list_corrections(snapshot: Snapshot) -> tuple[list[tuple[str, Correction]], list[HeldLine]]:
    """(falsehood, correction) of the week, the open ones first; and lines for those whose words an editor has to see first."""
    printed, held = [], []
    for row in snapshot.fetch_rows("corrections"):
        words = (row["quote"] or "", row["title"] or "", row["notice"] or "")
        why = None if row["is_confirmed"] else needs_an_editor(row["relation"], read_object(row["object"]), words, (row["show_title"],))
        if why:
            held.append(hold_back({**row, "articles": 1, "origins": 1}, why))
        else:
            printed.append((row["falsehood_id"], _read_correction(row)))
    return printed, held


def _read_correction(row: Row) -> Correction:
    show = refer_to_show(row["show_slug"], row["show_title"])
    return Correction(
        show=show,
        site=refer_to_site(row["site"], row["site_name"]),
        title=clean_title(row["title"] or row["url"], TITLE_LIMIT),
        url=safe_link(row["url"]),
        quote=clean_text(row["quote"]),
        said=say_claim(show.title, row["relation"], read_object(row["object"]), row["polarity"]),
        stated_until=row["stated_until"].date(),
        corrected=row["corrected_at"].date(),
        kind="open" if row["kind"] == "notice" else "quiet",
        notice=clean_optional(row["notice"]),
        days_standing=max(0, (row["corrected_at"].date() - row["stated_since"].date()).days),
    )


def list_edits(snapshot: Snapshot) -> tuple[tuple[Edit, ...], int]:
    """Changed values that were not known to be false, and how many are not printed: too many, or words that an editor has to see first."""
    rows = snapshot.fetch_rows("edits")
    printable = [row for row in rows if not _find_objection_to_edit(row)]
    return tuple(_read_edit(row) for row in printable[:MOST_EDITS]), len(rows) - len(printable[:MOST_EDITS])


def _find_objection_to_edit(row: Row) -> str | None:
    words, titles = (row["old_quote"], row["new_quote"], row["title"] or "", row["notice"] or ""), (row["show_title"],)
    objections = (needs_an_editor(row["relation"], read_object(row[key]), words, titles) for key in ("old_object", "new_object"))
    accused = row["verdict"] == "contradicted" and may_not_mean_it("affirmed", row["new_quote"], titles)
    return next((why for why in objections if why), "its words may only report what they seem to say" if accused else None)


def _read_edit(row: Row) -> Edit:
    show = refer_to_show(row["show_slug"], row["show_title"])
    return Edit(
        show=show,
        site=refer_to_site(row["site"], row["site_name"]),
        title=clean_title(row["title"] or row["url"], TITLE_LIMIT),
        url=safe_link(row["url"]),
        topic=say_topic(str(row["relation"])),
        was=say_claim(show.title, row["relation"], read_object(row["old_object"])),
        now=say_claim(show.title, row["relation"], read_object(row["new_object"])),
        old_quote=clean_text(row["old_quote"]),
        new_quote=clean_text(row["new_quote"]),
        stated_until=row["stated_until"].date(),
        changed=row["changed_at"].date(),
        notice=clean_optional(row["notice"]),
        verdict=say_verdict(row["verdict"], None, None),
    )


def list_shows(snapshot: Snapshot) -> tuple[ShowLine, ...]:
    """Shows with new articles, those with contradicted claims first."""
    return tuple(_read_show(row, snapshot.known_on) for row in snapshot.fetch_rows("shows")[:MOST_SHOWS])


def _read_show(row: Row, known_on: date) -> ShowLine:
    source = _first_publisher(row["premise_sources"], known_on)
    counts = {
        key: row[key]
        for key in (
            "articles",
            "answered_right",
            "answered_wrong",
            "supported",
            "contradicted",
            "conflicting",
            "minor",
            "unverifiable",
        )
    }
    return ShowLine(
        show=refer_to_show(row["show_slug"], row["title"]),
        year=row["year"],
        premise=row["story_basis"],
        premise_source=source,
        cite=_read_cite(row) if row["cite_title"] else None,
        **counts,
    )


def _first_publisher(sources: Any, known_on: date) -> str | None:
    loaded = json.loads(sources) if isinstance(sources, str) else sources or []
    best = sorted((s for s in loaded if int(s.get("tier") or 4) < 4), key=lambda s: int(s["tier"]))
    if not best:
        return None
    read = read_day(best[0].get("read"), known_on)
    return clean_text(str(best[0]["publisher"]), 80) + (f", {say_day(read)}" if read else "")


def _read_cite(row: Row) -> Cite:
    return Cite(
        title=clean_title(row["cite_title"], TITLE_LIMIT),
        url=safe_link(row["cite_url"]),
        site=refer_to_site(row["cite_site"], row["cite_site_name"]),
        low=round(row["cite_low"], 2),
        published=to_day(row["cite_published"]),
    )


def list_sites(snapshot: Snapshot) -> tuple[SiteLine, ...]:
    """Sites by score, unscored ones last."""
    return tuple(
        SiteLine(
            site=refer_to_site(row["site"], row["site_name"]),
            kind=clean_optional(row["kind"], 60),
            articles=row["articles"],
            origins=row["origins"],
            week_articles=row["week_articles"],
            week_contradicted=row["week_contradicted"],
            **{key: None if row[key] is None else round(row[key], 3) for key in ("score", "low", "high", "raw_share", "movement")},
        )
        for row in snapshot.fetch_rows("sites")
    )


def list_radar(snapshot: Snapshot) -> tuple[RadarLine, ...]:
    """Works from headlines, the most written about first."""
    return tuple(
        RadarLine(
            title=clean_title(row["work"], 80),
            articles=row["articles"],
            sites=tuple(clean_text(s, 80) for s in row["sites"]),
            example_title=clean_title(row["example_title"]) if row["example_title"] else None,
            example_url=safe_link(row["example_url"]),
        )
        for row in snapshot.fetch_rows("radar")[:MOST_RADAR]
    )


def list_conflicts(snapshot: Snapshot) -> list[Row]:
    """Rows of the widest statements that differ from the record without contradicting it."""
    return snapshot.fetch_rows("conflicts")


def read_conflict(row: Row, records: Records) -> HeldLine:
    """A statement that differs from a record that is not known to be complete."""
    show = refer_to_show(row["show_slug"], row["show_title"])
    return HeldLine(
        show=show,
        reason="conflict",
        said=say_claim(show.title, row["relation"], read_object(row["object"]), row["polarity"]),
        carrier=read_carrier(row),
        sources=Answer(row["show_slug"], show.title, row["relation"], row["evidence"], records).sources,
        pages=row["articles"],
        origins=row["origins"],
        note=tr("The record may be incomplete or its sources too few: this counts against nobody."),
        key=row["falsehood_id"],
    )


def hold_back(row: Row, why: str) -> HeldLine:
    """A line that names the show and the reason, and nothing of the statement."""
    return HeldLine(
        show=refer_to_show(row["show_slug"], row["show_title"]),
        reason="person or crime",
        said=None,
        carrier=None,
        sources=(),
        pages=row["articles"],
        origins=row["origins"],
        note=tr("Not printed: %s.") % tr(why),
        key=row["falsehood_id"],
    )


def list_paused(snapshot: Snapshot) -> tuple[HeldLine, ...]:
    """Held or disputed statements, and fields of records out of service."""
    paused = [
        HeldLine(
            show=refer_to_show(row["show_slug"], row["show_title"]),
            reason="paused",
            said=None,
            carrier=None,
            sources=(),
            pages=row["articles"],
            origins=row["origins"],
            note=tr("Paused by an editor or after a dispute."),
            key=row["falsehood_id"],
        )
        for row in snapshot.fetch_rows("paused")
    ]
    doubted = [
        HeldLine(
            show=refer_to_show(row["show_slug"], row["show_title"]),
            reason="record",
            said=None,
            carrier=None,
            sources=(),
            pages=0,
            origins=0,
            note=tr("%s, out of service: %s") % (say_topic(row["property"]), clean_text(row["reason"])),
            key=f"{row['show_slug']} {row['property']}",
        )
        for row in snapshot.fetch_rows("quarantine")
    ]
    return tuple(paused + doubted)


def read_health(snapshot: Snapshot) -> Health:
    """The week's runs, gaps and checks."""
    site_days = snapshot.fetch_rows("site_days")
    days = tuple(sorted({row["day"] for row in site_days if row["health"] != "not_crawled"}))
    week = [snapshot.monday + timedelta(days=n) for n in range(7)]
    checked, canaries = snapshot.fetch_row("checked"), snapshot.fetch_row("canaries")
    checks = snapshot.fetch_rows("checks")
    totals = {f"articles_{n}": sum(row[f"{n}_articles"] for row in site_days) for n in ("changed", "gone")}
    return Health(
        days=days,
        missing_days=tuple(day for day in week if day not in days),
        sites_crawled=len({row["site"] for row in site_days if row["health"] not in ("failed", "not_crawled")}),
        silent=_group_site_days(site_days),
        checks_run=len(checks),
        failed_checks=_group_checks(checks),
        canaries=canaries["canaries"],
        twins=canaries["twins"],
        canary_recall=round(canaries["caught"] / canaries["canaries"], 3) if canaries["canaries"] else None,
        canary_false_alarms=canaries["false_alarms"] if canaries["twins"] else None,
        **totals,
        **checked,
    )


def _group_site_days(rows: Sequence[Row]) -> tuple[SiteDay, ...]:
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["health"] != "healthy":
            cause = tr(_CAUSES.get(str(row["health"]), str(row["health"]))) + (f": {clean_text(row['cause'], 160)}" if row["cause"] else "")
            grouped.setdefault((row["site"], cause), []).append(row)
    return tuple(
        SiteDay(site=refer_to_site(site, found[0]["site_name"]), days=tuple(row["day"] for row in found), cause=cause)
        for (site, cause), found in grouped.items()
    )


def _group_checks(rows: Sequence[Row]) -> tuple[FailedCheck, ...]:
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if not row["passed"]:
            grouped.setdefault((row["check_name"], row["severity"]), []).append(row)
    return tuple(
        FailedCheck(name=name, severity=severity, days=tuple(row["day"] for row in found), offending=max(row["offending"] for row in found))
        for (name, severity), found in grouped.items()
    )
