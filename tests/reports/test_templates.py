"""Holds contexts and templates together: what a template asks for exists, what a context brings is printed."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import lxml.html
import pytest
from jinja2 import UndefinedError, nodes

from reports.context import (
    Health,
    HeldLine,
    Imprint,
    IssueContext,
    Item,
    Kit,
    Part,
    RecordChange,
    RecordNews,
    RecordSource,
    ShowLine,
    SiteLine,
    Statement,
)
from reports.digest import draw_charts, render_issue_page
from reports.letter import render_letter
from reports.rendering import make_environment, render_template

TEMPLATES = files("reports").joinpath("templates")
NAMES = sorted(entry.name for entry in TEMPLATES.iterdir())
# Not printed: identity and arithmetic that other fields say in words.
UNPRINTED = {
    IssueContext: {"format", "imprint", "memory", "quiet", "previous_week"},
    Item: {"key", "relation", "explanation", "harm", "reach", "certainty", "weight", "languages", "sources", "spread", "status", "folded"},
    Statement: {"key", "kind", "relation", "topic", "still_up"},
    ShowLine: {"answered_right", "minor", "unverifiable"},
    SiteLine: set(),
    HeldLine: set(),
    Health: set(),
    RecordNews: set(),
    RecordChange: {"relation", "values", "rejudged", "changed"},
    RecordSource: set(),
    Kit: set(),
    Imprint: {"tagline", "base_url"},
}


def read_names(*templates: str) -> set[str]:
    """Every attribute that the templates look up."""
    environment = make_environment()
    found: set[str] = set()
    for name in templates:
        tree = environment.parse(TEMPLATES.joinpath(name).read_text(encoding="utf-8"))
        found |= {node.attr for node in tree.find_all(nodes.Getattr)}
    return found


@pytest.mark.parametrize("part", list(UNPRINTED), ids=lambda part: part.__name__)
def test_every_field_of_a_context_is_printed(part: type[Part]) -> None:
    asked = read_names("index.html", "_sections.html", "_page.html", "_chart.html")
    assert set(part.model_fields) - asked - UNPRINTED[part] == set()


def test_fields_kept_from_print_exist() -> None:
    for part, names in UNPRINTED.items():
        assert names <= set(part.model_fields), part


def test_a_name_that_the_context_lacks_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render_template("mail.txt", issue={}, imprint=Imprint(), link_to_issue="")


@pytest.mark.parametrize("name", [n for n in NAMES if n.endswith((".html", ".mjml", ".txt"))])
def test_templates_compile_and_say_what_comes_out(name: str) -> None:
    make_environment().get_template(name)
    used = re.compile(rf'(?:extends|import|from|include) "{re.escape(name)}"')
    users = [other for other in NAMES if used.search(TEMPLATES.joinpath(other).read_text(encoding="utf-8"))]
    assert users if name.startswith("_") else not users


@pytest.mark.parametrize("name", NAMES)
def test_templates_fetch_nothing_and_escape_everything(name: str) -> None:
    text = TEMPLATES.joinpath(name).read_text(encoding="utf-8")
    assert not re.search(r"(?:src|@import|url\()\s*=?\s*[\"']?https?:", text)
    safe = re.findall(r"\{\{\s*([\w.]+) \| safe", text)
    assert set(safe) <= {"style", "script", "chart.wide", "chart.narrow"}
    assert "style=" not in text or not name.endswith(".html")


def test_hostile_text_stays_text(hostile_issue: IssueContext) -> None:
    charts = draw_charts(hostile_issue)
    letter = render_letter(hostile_issue, charts)
    for html in (render_issue_page(hostile_issue, charts), letter.html):
        tree = lxml.html.fromstring(html)
        own_scripts = 2 if html != letter.html else 0
        assert len(tree.xpath("//script")) == own_scripts
        assert len(tree.xpath("//h1")) <= 1
        assert not tree.xpath("//@*[starts-with(name(), 'on')]")
        assert all(src.startswith("charts/") for src in tree.xpath("//img/@src"))
        assert all(re.match(r"https?://|mailto:|#|[\w./-]+$|data:,$", href) for href in tree.xpath("//@href"))
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\u0007]", html)
        assert "{{ 7 * 7 }}" in tree.text_content()
        assert "49 {" not in tree.text_content()
    assert "\nBcc:" not in letter.text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\u0007]", letter.text)


def test_json_in_a_page_cannot_end_its_element() -> None:
    rendered: str = make_environment().from_string("{{ x | tojson }}").render(x=["</script><!--", "\u2028", "&"])
    assert not set("<>&\u2028") & set(rendered)


def test_printed_pages_accuse_nobody(issue: IssueContext) -> None:
    charts = draw_charts(issue)
    texts: list[Any] = [render_issue_page(issue, charts), render_letter(issue, charts).html, render_letter(issue, charts).text]
    for text in texts:
        assert not re.search(r"(?i)\b(lie[sd]?|lying|liar|fake[ds]?|hoax|content farms?)\b", re.sub(r"(?s)<style>.*?</style>", "", text))
