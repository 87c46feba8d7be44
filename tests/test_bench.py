"""The bench as far as it needs no peers: which pages it takes, what it says of them, and that it leaves where there are none."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
sys.path.insert(0, str(SCRIPTS))

from bench import Measured, choose_pages, compile_sources, keep_copies, run_child, write_table  # noqa: E402

MANIFEST = "file,url,host,lang,published,title,has_jsonld,bytes,entertainment_guess\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "scrapinghub" / "html").mkdir(parents=True)
    (tmp_path / "scrapinghub" / "ground-truth.json").write_text('{"a": {"articleBody": "Body", "url": "https://one.example/a"}}')
    rows = {
        "scrapinghub/html/a.html.gz": "https://one.example/a",
        "b.html.gz": "https://two.example/b?c=1",
        "shut.html.gz": "",
        "d.html.gz": "",
    }
    (tmp_path / "MANIFEST.csv").write_text(
        MANIFEST + "".join(f"{file},{url},,,,,,,\n" for file, url in rows.items()) + "gone.html.gz,,,,,,,,\n"
    )
    for file in rows:
        robots = b'<meta name="robots" content="noarchive">' if "shut" in file else b""
        (tmp_path / file).write_bytes(gzip.compress(b"<html><head>" + robots + b"</head><p>text</p></html>"))
    return tmp_path


def test_pages_that_may_not_be_kept_are_left_out_and_addresses_are_distinct(pages: Path) -> None:
    chosen = choose_pages(pages, 10)
    assert sorted(page.file.name for page in chosen) == ["a.html.gz", "b.html.gz", "d.html.gz"]
    assert [page.truth for page in chosen if page.file.name == "a.html.gz"] == ["Body"]
    assert len({page.url for page in chosen}) == 3 and all(page.url.startswith("http://pages.example/") for page in chosen)
    assert len(choose_pages(pages, 2)) == 2 and choose_pages(pages, 10) == chosen


def test_ratios_are_against_the_whole_night_and_against_what_peers_do(pages: Path) -> None:
    stages = dict.fromkeys(("crawl", "extract", "load", "detect", "score", "check", "publish"), 1.0)
    ours, dropped = Measured(7.0, 2.0, 9, 0.97, stages), Measured(2.0, 1.0, 9, None, {"crawl": 2.0})
    table = write_table(ours, dropped, {"trafilatura": Measured(21.0, 1.0, 9, 0.96), "news-please": "no network"})
    assert "| 21.0 | 1.0 | 3.0 (7.0 against crawl, extract, load) | 2.5 | 9 | 0.960 |" in table
    assert "not measured: no network" in table
    assert "a page dropped by the prefilter | 2.0 |" in table


def test_byte_code_and_copies_are_there_before_anything_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "module.py").write_text("A = 1\n")
    compile_sources(Path(sys.executable), tmp_path / "source")
    assert list(tmp_path.glob("source/__pycache__/module.*.pyc"))
    before = dict(os.environ)
    copies = keep_copies(tmp_path / "data")
    assert (tmp_path / "data" / "cache" / "places.json").exists()
    assert len(list(tmp_path.glob("data/cache/records/*.json"))) == 1
    assert run_child([sys.executable, "-c", "import os; print(os.environ['REELCHECK_DATA'])"], copies)[1].strip() == str(tmp_path / "data")
    assert dict(os.environ) == before


def test_a_childs_own_children_are_counted() -> None:
    burn = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(6_000_000))']); print('done')"
    spent, said = run_child([sys.executable, "-c", burn])
    idle, _ = run_child([sys.executable, "-c", "pass"])
    assert said == "done\n" and spent > idle + 0.05
    with pytest.raises(RuntimeError, match="ended with 3"):
        run_child([sys.executable, "-c", "raise SystemExit(3)"])


def test_without_pages_it_says_so_and_leaves(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, SCRIPTS / "bench.py", "--pages", tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("bench skipped: no saved pages at ")
