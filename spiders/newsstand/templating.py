"""The template environment of the newsstand: strict, and escaping in HTML and XML alike."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from functools import cache
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape


def render_template(name: str, /, **context: object) -> str:
    """Fill a template of ``templates/``; a name that it uses and is not given raises."""
    return _environment().get_template(name).render(**context)


@cache
def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=select_autoescape(["html", "xml"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["long_date"] = _write_date
    env.filters["rfc822"] = format_datetime
    return env


def _write_date(moment: datetime, language: str) -> str:
    return format_date(moment, format="long", locale=language)
