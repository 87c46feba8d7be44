from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text import clean_text, make_anchor, safe_link, shorten_text
from tests.reports.hostile import LINKS


@given(st.text(max_size=300))
def test_cleaned_text_is_one_line_without_invisible_or_reordering_characters(text: str) -> None:
    cleaned = clean_text(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp") for c in cleaned)
    assert not any(unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI") for c in cleaned)
    assert cleaned == cleaned.strip()
    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        ("safe \u202egnp.exe\u202c", "safe gnp.exe"),
        ("ze\u200bro", "zero"),
        ("a\r\nBcc: b", "a Bcc: b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("family 👨\u200d👩\u200d👧", "family 👨\u200d👩\u200d👧"),
        ("Nadie nos vio partir", "Nadie nos vio partir"),
    ],
)
def test_what_is_taken_out_and_what_stays(given_text: str, printed: str) -> None:
    assert clean_text(given_text) == printed


def test_long_text_is_cut_at_a_blank() -> None:
    assert shorten_text("one two three four five", 15) == "one two three…"
    assert len(shorten_text("x" * 400, 220)) == 220


@pytest.mark.parametrize("link", LINKS)
def test_only_plain_web_links_are_printed(link: str) -> None:
    assert safe_link(link) is None


def test_a_plain_link_stays_as_it_is() -> None:
    assert safe_link("https://radiotimes.example/tv/a-b?c=d&e=f#g") == "https://radiotimes.example/tv/a-b?c=d&e=f#g"


def test_anchors_are_permanent_readable_and_apart() -> None:
    anchor = make_anchor("el-ultimo-tranvia", "based_on", "abc")
    assert anchor == make_anchor("el-ultimo-tranvia", "based_on", "abc")
    assert anchor.startswith("el-ultimo-tranvia-based-on-")
    assert make_anchor("el-ultimo-tranvia", "based_on", "abd") != anchor
    assert make_anchor("<script>", '"', "x").replace("-", "").isalnum()
