"""Charts where a look beats reading: the spread of a falsehood, a show's coverage by verdict, sites' scores with their intervals.

Each is drawn twice from one specification: as SVG whose colours are CSS variables (light, dark and print follow the page), and as PNG for
mail. The bytes depend on the context alone. Colours are Okabe and Ito's, told apart also by order, place and text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt
import vl_convert

from reports.context import Item, ShowLine, SiteLine, SpreadPoint
from reports.language import ENGLISH, format_day, mark, name_language, tr
from reports.svg import slim_svg
from reports.text import shorten_text
from reports.wording import count, say_day

FONT = "Liberation Sans, Helvetica, Arial, sans-serif"
VERDICTS = (
    ("supported", mark("supported")),
    ("minor", mark("minor discrepancy")),
    ("unverifiable", mark("not checkable")),
    ("conflicting", mark("differs from record")),
    ("contradicted", mark("contradicted")),
)
MOST_ROWS = 24

# name -> (stand-in that no other colour equals, colour in mail). In the page the stand-in becomes var(--chart-<name>).
_COLOURS = {
    "ink": ("#010101", "#1f1d1a"),
    "muted": ("#010102", "#5d584f"),
    "rule": ("#010103", "#ddd8cd"),
    "supported": ("#010104", "#0072B2"),
    "minor": ("#010105", "#56B4E9"),
    "unverifiable": ("#010106", "#BFBAB0"),
    "conflicting": ("#010107", "#E69F00"),
    "contradicted": ("#010108", "#D55E00"),
    "paper": ("#010109", "#ffffff"),
}
_DOUBLE = 2.0

Plot = Any  # altair's chart classes share no typed base with `properties` and `configure`


@dataclass(frozen=True, slots=True)
class Chart:
    """``wide`` and ``narrow`` are SVG elements, ``png`` is for mail, ``rows`` under ``head`` say the same as text.

    ``name`` is the stem of the picture's file, ``width`` that of the wide drawing in pixels.
    """

    name: str
    title: str
    alt: str
    wide: str
    narrow: str
    png: bytes
    width: int
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def draw_spread(item: Item, monday: date) -> Chart | None:
    """Pages over the week, one row per origin; None when there is only one page and so nothing to see."""
    if item.pages < 2:
        return None
    days = [monday + timedelta(days=n) for n in range(7)]
    first = item.carriers[0]
    pages, origins = count(item.pages, "page"), count(item.origins, "origin")
    words = tr("%s from %s by day; the first on %s at %s.") % (pages, origins, say_day(item.since), first.site.name)
    rows = tuple(
        (_name_origin(p, 80), say_day(p.day) if p.day in days and p.day else tr("before this week"), str(p.pages)) for p in item.spread
    )
    wide = _plot_spread(item, days, [tr("before"), *(f"{_say_weekday(d)} {d.day}" for d in days)], 22)
    narrow = _plot_spread(item, days, ["<", *(_say_weekday(d)[:2] for d in days)], 9)
    return _draw(
        f"spread-{item.rank}",
        tr("How it spread, by origin"),
        words,
        (wide, narrow),
        (tr("Origin"), tr("Day"), tr("Pages")),
        rows,
        (600, 330),
    )


def _plot_spread(item: Item, days: Sequence[date], labels: Sequence[str], limit: int) -> Plot:
    """Dots sized by pages; ``labels`` name the time before the week and its seven days."""
    values = [
        {
            "origin": _name_origin(p, limit),
            "day": labels[0] if p.day is None or p.day not in days else labels[1 + days.index(p.day)],
            "pages": p.pages,
        }
        for p in item.spread
    ]
    names = list(dict.fromkeys(str(v["origin"]) for v in values))
    days_axis = alt.Axis(labelAngle=0, grid=True, ticks=False, domain=False)
    base = alt.Chart(_data(values)).encode(
        x=alt.X("day:O", sort=list(labels), scale=alt.Scale(domain=list(labels)), title=None, axis=days_axis),
        y=alt.Y("origin:O", sort=names, title=None, axis=alt.Axis(ticks=False, domain=False, labelPadding=8, labelLimit=180)),
    )
    most = max(6, *(p.pages for p in item.spread))
    dots = base.mark_circle(opacity=1, color="@contradicted").encode(
        size=alt.Size("pages:Q", scale=alt.Scale(domain=[1, most], range=[150, 900]), legend=None)
    )
    numbers = base.mark_text(color="@paper", fontWeight="bold", fontSize=11).encode(text="pages:Q")
    return alt.layer(dots, numbers).properties(height=max(44, 40 * len(names)))


def _say_weekday(day: date) -> str:
    return f"{day:%a}" if name_language() == ENGLISH else format_day(day, "EEE")


def _name_origin(point: SpreadPoint, limit: int) -> str:
    return tr("other origins") if point.origin == "others" else f"{point.origin} · {shorten_text(point.site, limit)}"


def draw_sites(sites: Sequence[SiteLine]) -> Chart | None:
    """Scores with 90 % intervals, best first; None without a scored site."""
    scored = [s for s in sites if s.score is not None and s.low is not None and s.high is not None][:MOST_ROWS]
    if not scored:
        return None
    values = [
        {"site": _row_name(s.site.name, i), "score": s.score, "low": s.low, "high": s.high, "articles": s.articles}
        for i, s in enumerate(scored)
    ]
    order = [str(v["site"]) for v in values]
    y = alt.Y(
        "site:O",
        sort=order,
        title=None,
        axis=alt.Axis(ticks=False, domain=False, labelPadding=10, labelLimit=150, labelExpr="split(datum.label, '\\u200b')[0]"),
    )
    x_axis = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".2~f", grid=True, ticks=False, domain=False)
    base = alt.Chart(_data(values))
    line = base.mark_rule(strokeWidth=5, strokeCap="round", opacity=0.35, color="@supported").encode(
        y=y, x=alt.X("low:Q", scale=alt.Scale(domain=[0, 1]), title=None, axis=x_axis), x2="high:Q"
    )
    dot = base.mark_point(filled=True, size=95, opacity=1, color="@supported").encode(y=y, x="score:Q")
    rows = tuple((s.site.name, f"{s.score:.2f}", tr("%.2f to %.2f") % (s.low, s.high), str(s.articles)) for s in scored)
    best, last = scored[0], scored[-1]
    span = (count(len(scored), "site"), best.site.name, best.score, last.site.name, last.score)
    words = tr("Scores of %s with 90 %% intervals, from %s (%.2f) to %s (%.2f).") % span
    chart = alt.layer(line, dot).properties(height=26 * len(scored))
    return _draw(
        "sites",
        tr("Sites’ scores with 90 % intervals"),
        words,
        (chart, chart),
        (tr("Site"), tr("Score"), tr("Interval"), tr("Articles")),
        rows,
        (620, 330),
    )


def draw_coverage(shows: Sequence[ShowLine]) -> Chart | None:
    """Claims about each show by verdict, most contradicted first; None when nothing was checked."""
    checked = [line for line in shows if line.claims][:MOST_ROWS]
    if not checked:
        return None
    verdicts = [(key, tr(words)) for key, words in VERDICTS]
    values = [
        {"show": _row_name(line.show.title, i), "verdict": words, "order": n, "claims": getattr(line, key)}
        for i, line in enumerate(checked)
        for n, (key, words) in enumerate(verdicts)
        if getattr(line, key)
    ]
    order = [_row_name(line.show.title, i) for i, line in enumerate(checked)]
    colour = alt.Scale(domain=[w for _, w in verdicts], range=[f"@{key}" for key, _ in verdicts])
    chart = (
        alt.Chart(_data(values))
        .mark_bar(height=16, stroke="@paper", strokeWidth=1.5)
        .encode(
            y=alt.Y(
                "show:O",
                sort=order,
                title=None,
                axis=alt.Axis(ticks=False, domain=False, labelPadding=10, labelLimit=150, labelExpr="split(datum.label, '\\u200b')[0]"),
            ),
            x=alt.X(
                "claims:Q",
                title=None,
                stack="zero",
                axis=alt.Axis(tickMinStep=1, tickCount=6, format="d", grid=True, ticks=False, domain=False),
            ),
            color=alt.Color(
                "verdict:N",
                scale=colour,
                sort=[w for _, w in verdicts],
                legend=alt.Legend(title=None, orient="top", direction="horizontal", symbolType="square", columns=3, labelLimit=160),
            ),
            order=alt.Order("order:Q"),
        )
        .properties(height=28 * len(checked))
    )
    rows = tuple((line.show.title, *(str(getattr(line, key)) for key, _ in VERDICTS)) for line in checked)
    total, wrong = sum(line.claims for line in checked), sum(line.contradicted for line in checked)
    words = tr("%s about %s by verdict; %d contradicted.") % (count(total, "claim"), count(len(checked), "show"), wrong)
    return _draw(
        "coverage", tr("Claims by show and verdict"), words, (chart, chart), (tr("Show"), *(w for _, w in verdicts)), rows, (620, 330)
    )


def _data(values: list[dict[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=values)


def _row_name(name: str, index: int) -> str:
    """A name short enough for an axis, and unlike every other row's (the part behind the zero-width space is not drawn)."""
    return f"{shorten_text(name, 26)}\u200b{index}"


def _draw(
    name: str,
    title: str,
    words: str,
    plots: tuple[Plot, Plot],
    head: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[int, int],
) -> Chart:
    words = words.replace("<", "‹").replace(">", "›")  # goes into attributes, which not every mail client reads with care
    wide, narrow = (json.dumps(_finish(plot, width).to_dict()) for plot, width in zip(plots, widths, strict=True))
    png = vl_convert.vegalite_to_png(json.loads(_paint(wide, in_mail=True)), scale=_DOUBLE)
    return Chart(
        name=name,
        title=title,
        alt=words,
        wide=_to_svg(wide, f"{name}-w", words),
        narrow=_to_svg(narrow, f"{name}-n", words),
        png=png,
        width=widths[0],
        head=head,
        rows=rows,
    )


def _finish(chart: Plot, width: int) -> Any:
    """Width of the whole drawing, type and colours."""
    return (
        chart.properties(width=width, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"), background="transparent", padding=4)
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(labelColor="@muted", gridColor="@rule", labelFontSize=12)
        .configure_axisY(labelColor="@ink", labelFontSize=12.5, grid=False)
        .configure_legend(labelColor="@ink", labelFontSize=12, symbolSize=110, padding=0, offset=10)
    )


def _paint(specification: str, *, in_mail: bool) -> str:
    for name, (stand_in, colour) in _COLOURS.items():
        specification = specification.replace(f'"@{name}"', f'"{colour if in_mail else stand_in}"')
    return specification.replace('"background": "transparent"', '"background": "#ffffff"') if in_mail else specification


def _to_svg(specification: str, prefix: str, words: str) -> str:
    """An SVG element with the page's colours, ids of its own and a label; scales with its place."""
    svg = vl_convert.vegalite_to_svg(json.loads(_paint(specification, in_mail=False)))
    for name, (stand_in, _) in _COLOURS.items():
        svg = svg.replace(stand_in, f"var(--chart-{name})")
    svg = re.sub(r'\bid="', f'id="{prefix}-', svg)
    svg = re.sub(r"url\(#", f"url(#{prefix}-", svg)
    svg = slim_svg(svg)
    label = words.replace("&", "&amp;").replace('"', "&quot;")
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
