"""The issue as a letter: HTML for mail clients (MJML) and its plain-text alternative."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import css_inline
import mjml

from reports.charts import Chart
from reports.composing import count_statements
from reports.context import IssueContext
from reports.kit import issue_link
from reports.language import name_language, speak, tr
from reports.rendering import render_template

# Some clients cut a mail at 102 kB.
MOST_BYTES = 96_000


@dataclass(frozen=True, slots=True)
class Letter:
    """``html`` names its pictures ``charts/<name>.png``; ``pictures`` are those names with their bytes and text equivalents."""

    subject: str
    html: str
    text: str
    pictures: Mapping[str, Chart]


def render_letter(context: IssueContext, charts: Mapping[str, Chart]) -> Letter:
    """Both forms of the letter, in the context's language.

    What the web page has in full is cut here and linked. A letter that is too big is cut once more.
    """
    with speak(context.language):
        return _render_letter(context, charts)


def _render_letter(context: IssueContext, charts: Mapping[str, Chart]) -> Letter:
    shared = {
        "issue": context,
        "imprint": context.imprint,
        "charts": charts,
        "link_to_issue": issue_link(context.imprint, context.week),
        "language": name_language(),
    }
    html = _render_html(shared, brief=False)
    if len(html.encode()) > MOST_BYTES:
        html = _render_html(shared, brief=True)
    pictures = {name: chart for name, chart in charts.items() if f'src="charts/{name}.png"' in html}
    return Letter(subject=write_subject(context), html=html, text=render_template("mail.txt", **shared), pictures=pictures)


def _render_html(shared: Mapping[str, Any], *, brief: bool) -> str:
    """``brief`` leaves out quotes, and all but a few corrections and shows."""
    tables = mjml.mjml2html(render_template("mail.mjml", brief=brief, **shared))
    inlined: str = css_inline.inline(tables, keep_style_tags=True, load_remote_stylesheets=False)
    return inlined


def write_subject(context: IssueContext) -> str:
    """One line of our own words and counts; nothing that an article brought."""
    week = tr("%s, week %d") % (context.imprint.name, int(context.week[6:]))
    if context.quiet:
        return tr("%s: a quiet week") % week
    false = count_statements(context.items)
    mended = len(context.corrections)
    contradicted = tr("%s: %d contradicted") % (week, false)
    return contradicted + (tr(", %d corrected") % mended if mended else "")
