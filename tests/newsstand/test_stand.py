"""Reading sites and articles: what comes out, and errors that name file and key."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from subprocess import run

import pytest

from pipeline.errors import BadInputError, SourceDownError
from spiders.newsstand.server import serve
from spiders.newsstand.stand import load_stands, load_version
from tests.newsstand.conftest import FIXTURES, Reader

GOOD = (FIXTURES / "small-paper" / "harbour.md").read_text(encoding="utf-8")


def test_versions_stand_in_order() -> None:
    paper = next(s for s in load_stands(FIXTURES) if s.slug == "small-paper")
    harbour = next(a for a in paper.articles if a.stem == "harbour")
    assert [v.edit for v in harbour.versions] == [None, "quiet", "open"]
    assert harbour.url == "http://small-paper.example/2026/harbour/"
    assert harbour.first.falsehoods[0].quote == "set in a mountain village"
    assert harbour.version_at(datetime(2026, 11, 17, 6, 59, tzinfo=UTC)) is None
    assert harbour.version_at(datetime(2026, 11, 19, tzinfo=UTC)) == harbour.versions[1]
    assert [a.first.published for a in paper.articles] == sorted(a.first.published for a in paper.articles)


def test_blocks() -> None:
    blocks = load_version(FIXTURES / "small-paper" / "harbour.md").blocks
    kinds = ["paragraph", "heading", "fact_row", "fact_row", "list_item", "list_item", "quote"]
    assert [b.kind for b in blocks] == kinds
    assert blocks[0].text.startswith("The series is set in a mountain village, as the makers never said. This line")
    assert [s.href for s in blocks[0].spans] == [None, "http://wirehouse.example/a", None]
    assert blocks[2].fact == ("Director", "Nobody At All")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('path = "/2026/harbour/"', 'path = "2026/harbour"', "path: "),
        ("published = 2026-11-17T08:00:00+01:00", "published = 2026-11-17T08:00:00", "published: "),
        ("published = ", "publisht = ", "publish"),
        ('label = "unreliable"', 'label = "bad"', "label: "),
        ('relation = "setting_place"', 'relation = "place"', "falsehoods.0.relation: "),
        ('quote = "set in a mountain village"', 'quote = "set in a valley"', "falsehoods.0.quote: 'set in a valley'"),
        ('section = "Places"', 'edit = "quiet"', "'from' and 'edit' belong together"),
        ('section = "Places"', "section = Places", "Invalid value"),
        ("+++\n\nThe", "\nThe", "front matter"),
    ],
)
def test_errors_name_file_and_key(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert GOOD.count(old) == 1
    file = tmp_path / "piece.md"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        load_version(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert reason in str(caught.value)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURES, tmp_path / "stands"))


def test_two_articles_at_one_address(copy: Path) -> None:
    shutil.copy(copy / "small-paper" / "walled.md", copy / "small-paper" / "walled-again.md")
    with pytest.raises(BadInputError, match=r"path: /2026/walled/ is taken by"):
        load_stands(copy)


def test_an_edit_without_its_first_version(copy: Path) -> None:
    (copy / "small-paper" / "harbour.md").unlink()
    with pytest.raises(BadInputError, match=r"harbour\.v2\.md: an edit without its first version"):
        load_stands(copy)


def test_an_edit_that_moves_the_article(copy: Path) -> None:
    file = copy / "small-paper" / "harbour.v2.md"
    file.write_text(file.read_text(encoding="utf-8").replace('path = "/2026/harbour/"', 'path = "/2026/port/"'), encoding="utf-8")
    with pytest.raises(BadInputError, match=r"harbour\.v2\.md: path: differs"):
        load_stands(copy)


def test_a_malformed_site_stops_the_start_with_the_reason(copy: Path) -> None:
    (copy / "small-paper" / "stand.toml").write_text('name = "x"\ncolour = "red"\n', encoding="utf-8")
    with pytest.raises(BadInputError, match=r"stand\.toml: tagline: Field required"):
        serve(datetime(2026, 11, 16, tzinfo=UTC), stands=copy)


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no site here"):
        load_stands(tmp_path)


def test_a_taken_port_and_a_clock_without_zone(small: Reader) -> None:
    port = int(small.serving.proxy_url.rsplit(":", 1)[1])
    with pytest.raises(SourceDownError, match=f"port {port}"):
        serve(datetime(2026, 11, 16, tzinfo=UTC), port=port, stands=FIXTURES)
    with pytest.raises(BadInputError, match="has no zone"):
        serve(datetime(2026, 11, 16), stands=FIXTURES)  # noqa: DTZ001 (the point of the test)


def test_the_child_ends_with_its_parent() -> None:
    """A parent that is killed, not merely finished, takes the server along."""
    code = (
        "import os, signal; from datetime import UTC, datetime; from pathlib import Path; from spiders.newsstand.server import serve\n"
        f"s = serve(datetime(2026, 11, 16, tzinfo=UTC), stands=Path({str(FIXTURES)!r})); print(s._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    # stdout is inherited by nobody but the parent and closed with it, so this returns at once
    done = run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    child = int(done.stdout)
    assert done.returncode == -9
    assert wait_for_end(child)


def wait_for_end(pid: int, seconds: float = 5.0) -> bool:
    from time import monotonic, sleep

    until = monotonic() + seconds
    while monotonic() < until:
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return True
        sleep(0.05)
    return False


def test_foreground_refuses_a_wrong_clock() -> None:
    done = run([sys.executable, "-m", "spiders.newsstand", "--clock", "noon", "--port", "0"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "'noon' is no instant" in done.stdout
