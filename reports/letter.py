"""The issue as a letter: HTML for mail clients (MJML) and its plain-text alternative."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import css_inline
import mjml

from reports.charts import Chart
from reports.context import IssueContext
from reports.kit import issue_link
from reports.rendering import render_template


@dataclass(frozen=True, slots=True)
class Letter:
    """``html`` names its pictures ``charts/<name>.png``; ``pictures`` are those names with their bytes and text equivalents."""

    subject: str
    html: str
    text: str
    pictures: Mapping[str, Chart]


def render_letter(context: IssueContext, charts: Mapping[str, Chart]) -> Letter:
    """Both forms of the letter; what the web page has in full is cut here and linked."""
    shared = {"issue": context, "imprint": context.imprint, "charts": charts, "link_to_issue": issue_link(context.imprint, context.week)}
    html = css_inline.inline(mjml.mjml2html(render_template("mail.mjml", **shared)), keep_style_tags=True, load_remote_stylesheets=False)
    pictures = {name: chart for name, chart in charts.items() if f'src="charts/{name}.png"' in html}
    return Letter(subject=write_subject(context), html=html, text=render_template("mail.txt", **shared), pictures=pictures)


def write_subject(context: IssueContext) -> str:
    """One line of our own words and counts; nothing that an article brought."""
    week = f"{context.imprint.name}, week {int(context.week[6:])}"
    if context.quiet:
        return f"{week}: a quiet week"
    false = sum(item.kind == "falsehood" for item in context.items)
    mended = len(context.corrections)
    return f"{week}: {false} contradicted" + (f", {mended} corrected" if mended else "")
