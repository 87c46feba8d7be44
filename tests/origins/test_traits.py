"""What a page's source tells of who runs it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline import archive_pages
from pipeline.origins.traits import PAGES_A_SITE, SKELETON_SIZE, find_marks, read_traits, take_skeleton
from spiders.archive import ArchivedResponse, Found

PAGE = b"""<html><head>
<meta name="google-adsense-account" content="ca-pub-1234567890123456">
<meta name='p:domain_verify' content='0123456789abcdef0123456789abcdef'/>
<META PROPERTY="fb:app_id" CONTENT="%s">
<script>gtag('config', 'G-ABCDEF1234'); ga('create', 'UA-7654321-3', 'auto'); fbq('init', '123456789012345');</script>
<script>(function(w,d){})(window,'GTM-AB12CD3');</script>
</head><body>%s</body></html>"""


def lay_out(prefix: str, blocks: int = 20, text: str = "Words") -> bytes:
    body = "".join(
        f'<div class="{prefix}-{chr(97 + n % 26)}{"x" * (n // 26)}"><section><p>{text} {n}</p></section></div>' for n in range(blocks)
    )
    return PAGE % (b"111111111", body.encode())


def test_accounts_are_read_from_the_source_and_the_property_of_an_account_is_the_account() -> None:
    assert set(find_marks(lay_out("x"))) == {
        "adsense:1234567890123456", "pinterest:0123456789abcdef0123456789abcdef", "facebook-app:111111111", "analytics:G-ABCDEF1234",
        "analytics:7654321", "meta-pixel:123456789012345", "tag-manager:GTM-AB12CD3",
    }  # fmt: skip


def test_a_plugin_s_own_number_is_no_mark() -> None:
    assert not [m for m in find_marks(PAGE % (b"966242223397117", b"")) if m.startswith("facebook-app")]


def test_a_list_of_many_accounts_is_somebody_s_article_about_them() -> None:
    page = b" ".join(b"ca-pub-%016d" % n for n in range(5))
    assert list(find_marks(page)) == []


def test_a_skeleton_is_the_template_s_and_not_the_text_s() -> None:
    one = take_skeleton(lay_out("post", 40, "Words"))
    assert one == take_skeleton(lay_out("post", 40, "Other words, <b>bold</b> ones <a href='/x'>too</a>"))
    assert len(one) == SKELETON_SIZE
    assert not set(one) & set(take_skeleton(lay_out("entry", 40)))


def test_numbers_of_posts_and_adverts_in_classes_make_no_difference() -> None:
    assert take_skeleton(lay_out("post-17")) == take_skeleton(lay_out("post-18342"))


@pytest.mark.parametrize("payload", [b"", b"\x00\xff\xfe", b"<" * 50_000, b"<div>" * 30_000, b"plain words"])
def test_bad_input_has_no_traits_and_raises_nothing(payload: bytes) -> None:
    assert read_traits(payload).skeleton == ()


def answer(number: int, **more: Any) -> ArchivedResponse:
    told: dict[str, Any] = {"found": Found("article"), "status": 200, "kept": True, **more}
    page = lay_out("post").replace(b"<head>", b"<head><title>A piece about something</title>")
    return ArchivedResponse(
        f"https://alpha.example/{number}", headers={}, payload=page, fetched_at=datetime(2026, 11, 16, tzinfo=UTC), offset=number,
        record_id=str(number), **told,
    )  # fmt: skip


def test_a_few_pages_of_an_archive_are_looked_at_and_none_that_may_not_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [answer(0, found=Found("feed")), answer(1, status=404), answer(2, kept=False), *(answer(n) for n in range(3, 13))]
    monkeypatch.setattr(archive_pages, "read_archive", lambda *_, **__: iter(answers))
    target = tmp_path / "alpha-1.parquet"
    archive_pages.extract_archive(archive_pages.ArchiveTask(tmp_path / "a.warc.gz", "alpha", date(2026, 11, 16), 1, target))
    rows = pq.read_table(target).to_pylist()
    assert [row["marks"] is not None for row in rows] == [False] * 3 + [True] * PAGES_A_SITE + [False] * (10 - PAGES_A_SITE)
    assert "adsense:1234567890123456" in rows[3]["marks"]
    assert len(rows[3]["skeleton"]) >= 12
