"""Templates and what they share: one environment, strict about names, escaping by file name; nothing here reads a clock."""

from __future__ import annotations

import base64
import hashlib
import json
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from reports.language import mark, ntr, tr
from reports.wording import count, frame_quote, say_day, say_days, say_hedging, say_range, say_role

_PREMISES = {
    "true story": mark("yes"),
    "inspired by real events": mark("in part, it is inspired by real events"),
    "fiction": mark("no, it is fiction"),
    "documentary": mark("yes, it is a documentary"),
}

# What a page's search knows of one thing: title, where it is, link, and the words it is found by.
Findable = Mapping[str, str]


def render_template(name: str, **context: Any) -> str:
    """The text that comes out of reports/templates/<name>; a name that the context lacks is an error."""
    return make_environment().get_template(name).render(**context).strip() + "\n"


def render_page(name: str, *, root: str, find: Sequence[Findable], **context: Any) -> str:
    """A whole web page with its style and script inside; ``root`` leads from its folder to the folder of all issues."""
    style, script = read_template_file("page.css"), read_template_file("find.js")
    return render_template(
        name,
        root=root,
        find=list(find),
        style=style,
        script=script,
        style_hash=hash_source(style),
        script_hash=hash_source(script),
        **context,
    )


@cache
def make_environment() -> jinja2.Environment:
    """Autoescape for web pages, mail and feeds; plain text is left as it is."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("reports", "templates"),
        autoescape=jinja2.select_autoescape(enabled_extensions=("html", "mjml", "xml"), default=False),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(tr, ntr, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {
        "day": say_day,
        "days": say_days,
        "range": say_range,
        "count": count,
        "signed": _sign,
        "premise": _say_premise,
        "role": say_role,
        "hedging": say_hedging,
        "framed": frame_quote,
        "tojson": _to_json,
        "fill": fill_text,
        "capitalize_first": _capitalise,
    }
    return environment


@cache
def read_template_file(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


def hash_source(text: str) -> str:
    """What a Content-Security-Policy calls an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _sign(number: float) -> str:
    return f"+{number:.2f}" if number >= 0.005 else f"−{-number:.2f}" if number <= -0.005 else "±0"


def fill_text(text: str, indent: str = "") -> str:
    """Lines of at most 76 characters; long addresses are not broken."""
    return textwrap.fill(text, 76, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False)


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def _say_premise(value: str) -> str:
    return tr(_PREMISES.get(value, value))


def _to_json(value: Any) -> Markup:
    """JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - nothing is left in it that could end the element
