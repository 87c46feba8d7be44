from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from reports.charts import draw_coverage, draw_sites, draw_spread
from reports.context import IssueContext
from reports.digest import draw_charts


def test_charts_are_well_formed_and_labelled(issue: IssueContext, hostile_issue: IssueContext) -> None:
    for context in (issue, hostile_issue):
        charts = draw_charts(context)
        assert {"coverage", "sites"} <= set(charts)
        for chart in charts.values():
            for svg in (chart.wide, chart.narrow):
                root = ET.fromstring(svg)
                assert root.get("role") == "img"
                assert root.get("aria-label") == chart.alt
            assert chart.png.startswith(b"\x89PNG")
            assert all(len(row) == len(chart.head) for row in chart.rows)


def test_the_same_context_draws_the_same_bytes(issue: IssueContext) -> None:
    assert draw_charts(issue) == draw_charts(issue)


def test_colours_follow_the_page_and_ids_do_not_meet(issue: IssueContext) -> None:
    charts = draw_charts(issue)
    page = "".join(chart.wide + chart.narrow for chart in charts.values())
    assert "#0101" not in page
    assert "var(--chart-contradicted)" in page
    assert "style=" not in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_text_equivalent_says_what_the_picture_shows(issue: IssueContext) -> None:
    spread = draw_spread(issue.items[0], issue.monday)
    assert spread is not None
    assert ("A · True Tales Explained", "18 Nov 2026", "2") in spread.rows
    assert sum(int(row[-1]) for row in spread.rows) == issue.items[0].pages
    sites = draw_sites(issue.sites)
    assert sites is not None
    assert ("True Tales Explained", "0.24", "0.12 to 0.40", "21") in sites.rows


def test_nothing_to_show_is_no_chart(issue: IssueContext) -> None:
    assert draw_spread(issue.items[-1].model_copy(update={"pages": 1}), issue.monday) is None
    assert draw_sites(()) is None
    assert draw_coverage(()) is None
