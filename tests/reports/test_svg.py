"""Slimmer drawings look the same: both are painted and compared."""

from __future__ import annotations

import re

import altair as alt
import vl_convert

from reports.svg import slim_svg


def draw_bars() -> str:
    values = [{"show": f"Show {n} <&>", "claims": n + 1, "verdict": "ab"[n % 2]} for n in range(6)]
    bars = alt.Chart(alt.InlineData(values=values)).mark_bar().encode(x="claims:Q", y="show:O", color="verdict:N")
    return vl_convert.vegalite_to_svg(bars.to_dict())


def round_numbers(svg: str) -> str:
    """Two decimals, as the slim drawing has them: a dot less than a hundredth off may be painted in another shade."""
    return re.sub(r"-?\d+\.\d{3,}", lambda found: f"{float(found[0]):.2f}", svg)


def test_a_slim_drawing_looks_the_same_and_weighs_a_third_less() -> None:
    before = draw_bars()
    after = slim_svg(before)
    assert len(after) < len(before) * 2 / 3
    assert vl_convert.svg_to_png(after) == vl_convert.svg_to_png(round_numbers(before))
    assert vl_convert.svg_to_png(after.replace("Show 3", "Show 8")) != vl_convert.svg_to_png(after)
    assert slim_svg(after) == after


def test_what_is_seen_stays() -> None:
    slim = slim_svg(
        '<svg xmlns="http://www.w3.org/2000/svg"><g><g/><path d=""/><text opacity="0.35" x="1.23456">a &lt;b&gt;</text></g></svg>'
    )
    assert slim == '<svg xmlns="http://www.w3.org/2000/svg"><text opacity="0.35" x="1.23">a &lt;b&gt;</text></svg>'
