"""Back-ends are off unless they are named: then nothing changes, whatever the environment holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.backends.assembly import open_backends
from pipeline.backends.settings import BackendSettings, read_settings
from pipeline.checker import Checker
from pipeline.contract import report_to_json
from pipeline.errors import BadInputError
from pipeline.models import Article, RecordBook
from tests.backends.conftest import KEY
from tests.backends.model_server import Asked, Reply, completion, serve

ENVIRONMENT = {"REELCHECK_LLM_MODEL": "test-model", "REELCHECK_LLM_KEY": KEY}
PAGE = "Maid\n\nMaid is a limited series. Maid was created by Molly Smith Metzler, and Maid premiered on Netflix.\n"


def run_check(path: Path, *more: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["check", "--json", str(path), *more])
    return result.exit_code, result.stdout


def test_addresses_alone_turn_nothing_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    before = run_check(page)
    assert json.loads(before[1])["claims"], "the article must have claims, or this test sees nothing"
    with serve(lambda _: Reply(500)) as server:
        for name, value in {**ENVIRONMENT, "REELCHECK_LLM_URL": f"{server.url}/v1", "REELCHECK_NLI_URL": server.url}.items():
            monkeypatch.setenv(name, value)
        assert run_check(page) == before
        assert server.asked == []


def test_the_option_turns_one_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    with serve(lambda _: completion({"claims": []})) as server:
        for name, value in {**ENVIRONMENT, "REELCHECK_LLM_URL": f"{server.url}/v1", "REELCHECK_BACKEND_CACHE": str(tmp_path / "c")}.items():
            monkeypatch.setenv(name, value)
        assert run_check(page, "--backend", "extractor")[0] == 0
        assert [a.path for a in server.asked] == ["/v1/chat/completions"]
        assert server.asked[0].headers["authorization"] == f"Bearer {KEY}"


def test_reports_are_the_same_to_the_byte_where_nothing_answers(plain: Checker, book: RecordBook, article: Article, bench: object) -> None:
    def broken(asked: Asked) -> Reply:
        return Reply(503, b"busy")

    with serve(broken) as server:
        checker = bench.checker(server.url, ["extractor", "adjudicator", "nli"], timeout=3.0)  # type: ignore[attr-defined]
        told = [json.dumps(report_to_json(c.check(article), book, c.rubric.name), ensure_ascii=False) for c in (plain, checker)]
        assert len(server.asked) >= 3
    assert told[0] == told[1]
    assert len(bench.said) == 3  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("names", "environ", "needle"),
    [
        (["extractor"], {}, "REELCHECK_LLM_URL"),
        (["adjudicator"], {"REELCHECK_LLM_URL": "http://127.0.0.1:1/v1"}, "REELCHECK_LLM_MODEL"),
        (["nli"], {}, "REELCHECK_NLI_URL"),
        (["oracle"], {}, "extractor, adjudicator, nli"),
    ],
)
def test_what_is_missing_is_named(names: Iterable[str], environ: dict[str, str], needle: str) -> None:
    with pytest.raises(BadInputError, match=needle):
        open_backends(names, read_settings(environ))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REELCHECK_LLM_URL", f"http://me:{KEY}@host/v1"),
        ("REELCHECK_NLI_URL", f"https://host/nli?key={KEY}"),
        ("REELCHECK_LLM_URL", f"file:///{KEY}"),
        ("REELCHECK_LLM_KEY", f"{KEY}\nX-Other: 1"),
        ("REELCHECK_BACKEND_BUDGET", f"-1{KEY}"),
        ("REELCHECK_NLI_THRESHOLD", "0"),
    ],
)
def test_a_bad_setting_is_named_and_its_value_is_not_shown(name: str, value: str) -> None:
    with pytest.raises(BadInputError, match=name) as caught:
        read_settings({name: value})
    assert KEY not in str(caught.value)
    assert caught.value.__cause__ is None


def test_settings_do_not_show_the_key() -> None:
    settings = read_settings({"REELCHECK_LLM_KEY": KEY, "REELCHECK_BACKEND_BUDGET": "7"})
    assert isinstance(settings, BackendSettings)
    assert settings.budget == 7
    assert KEY not in f"{settings!r} {settings} {settings.model_dump_json()}"
