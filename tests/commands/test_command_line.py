"""The command line: what it promises, and that an operator's mistake is one clear line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluation.labelled import to_page

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def reelcheck(*arguments: str, data: Path | None = None, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200", **({"REELCHECK_DATA": str(data)} if data else {})}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        cwd=ROOT,
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def page(**more: object) -> str:
    told = {
        "url": "https://site.example/chernobyl-hbo",
        "site": "Site",
        "title": "Chernobyl: who made the series",
        "published": "2019-06-10",
        "paragraphs": [
            "Chernobyl is a five-part miniseries on HBO.",
            "The series was created and written by Craig Mazin and directed by Johan Renck.",
        ],
        **more,
    }
    return to_page(told)


def test_check_answers_one_line_per_argument_in_order_and_goes_on_after_a_bad_one(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.html", tmp_path / "empty.txt"
    good.write_text(page())
    empty.write_text("  ")
    done = reelcheck("check", "--json", str(empty), str(good), str(tmp_path / "missing.html"))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [line["article"]["source"] for line in lines] == [str(empty), str(good), str(tmp_path / "missing.html")]
    assert "is empty" in lines[0]["error"]
    assert "error" in lines[2]
    assert all(line["contract"] == 1 for line in lines)
    assert lines[1]["show"] == {"slug": "chernobyl", "title": "Chernobyl"}
    assert {"label", "score", "low", "high", "coverage", "premise", "claims", "findings", "versions"} <= lines[1].keys()


def test_quotes_are_verbatim_where_they_say_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(page())
    report = json.loads(reelcheck("check", "--json", str(file)).stdout)
    texts = [
        report["article"]["title"],
        "Chernobyl is a five-part miniseries on HBO.",
        "The series was created and written by Craig Mazin and directed by Johan Renck.",
    ]
    assert report["claims"]
    for claim in report["claims"]:
        assert texts[claim["paragraph"]][claim["start"] : claim["end"]] == claim["quote"]


def test_show_forces_the_work_and_an_unknown_one_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(page())
    assert json.loads(reelcheck("check", "--json", "--show", "the-crown", str(file)).stdout)["show"]["slug"] == "the-crown"
    done = reelcheck("check", "--show", "no-such-show", str(file))
    assert done.returncode == 1
    assert "no show 'no-such-show'" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nightly", "--day", "2026-13-01"), "is no day"),
        (("nightly", "--sites", "no-such-site"), "no site 'no-such-site'"),
        (("digest", "--week", "2026-W99"), "is no ISO week"),
        (("digest", "--world", "moon"), "no world 'moon'"),
        (("sql", "FROM claims"), "no snapshot"),
        (("shows", "show", "crown"), "did you mean"),
        (("evaluate", "--gold", "/nowhere"), "no folder /nowhere"),
        (("check", "ftp://example.org/x"), "ftp://example.org/x"),
        (("check", "http://127.0.0.1:9/x"), "not a public address"),
    ],
)
def test_a_mistake_is_one_clear_line(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = reelcheck(*arguments, data=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_help_names_every_command() -> None:
    told = reelcheck("--help").stdout
    for command in ("check", "nightly", "digest", "sites", "shows", "evaluate", "review", "sql", "up", "down"):
        assert command in told, command


def test_the_lists_that_people_edit_are_listed() -> None:
    assert "chernobyl" in reelcheck("shows", "list").stdout
    assert "glowreel" in reelcheck("sites", "list", "--world", "newsstand").stdout
    assert "Craig Mazin" in reelcheck("shows", "show", "chernobyl").stdout


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared beside the project")
def test_the_seed_article(tmp_path: Path) -> None:
    report = json.loads(reelcheck("check", "--json", str(SHARED / "samples" / "seed-article.txt")).stdout)
    assert report["show"]["slug"] == "no-one-saw-us-leave"
    assert report["label"] == "unreliable"
    verdicts = {(c["relation"], c["verdict"], c["object"].get("author") or c["object"].get("value")) for c in report["claims"]}
    assert ("based_on", "contradicted", "Nathan Heller") in verdicts
    assert any(v == "contradicted" and r in {"setting_place", "protagonist"} for r, v, _ in verdicts)
    for name in ("Kevin Hart", "Hartbeat"):
        assert any(v == "conflicts_with_record" and name in str(o) for _, v, o in verdicts), name
    for claim in report["claims"]:
        if claim["verdict"] == "contradicted":
            assert claim["evidence"]
            assert claim["evidence"][0]["publisher"]
