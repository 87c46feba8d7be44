from __future__ import annotations

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from pipeline.settings import World
from reports.approval import read_approval
from reports.desk.app import create_app
from reports.desk.board import Entry, lay_out
from reports.desk.keys import COOKIE, Keys
from reports.digest import build_digest, read_context
from reports.release import release_issue
from tests.reports.conftest import publish
from tests.reports.sample import PLACE, build_sample
from tests.reports.stage import MONDAY, Stage

BASE = "http://127.0.0.1:8642"


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def desk(world: World, keys: Keys) -> TestClient:
    """The desk with the sample issue composed, entered with the key."""
    build_digest(world, MONDAY)
    client = TestClient(create_app(world, keys), base_url=BASE, follow_redirects=False)
    assert client.get(f"/?key={keys.token}").status_code == 303
    return client


def acts(world: World) -> list[dict[str, Any]]:
    return [json.loads(path.read_text()) for path in sorted(world.journal.glob("*.json"))]


def fill(keys: Keys, action: str, target: str, **values: str) -> dict[str, str]:
    """The form as the page has it, filled in."""
    return {"action": action, "target": target, "form": keys.sign_form(action, target), "by": "Ada", "reason": "looked", **values}


def printed(world: World) -> Entry:
    return lay_out(world).printed[0]


def test_nobody_comes_in_without_the_key(world: World, keys: Keys) -> None:
    build_digest(world, MONDAY)
    client = TestClient(create_app(world, keys), base_url=BASE, follow_redirects=False)
    for path in ("/", "/?key=wrong", "/digests/2026-W47/index.html"):
        answer = client.get(path)
        assert answer.status_code == 403
        assert "Salt" not in answer.text
    form = fill(keys, "issue", "2026-W47", kind="hold")
    assert client.post("/act", data=form).status_code == 403
    client.cookies.set(COOKIE, "wrong")
    assert client.post("/act", data=form).status_code == 403
    assert acts(world) == []


def test_the_key_becomes_a_strict_cookie_and_leaves_the_address(world: World, keys: Keys) -> None:
    build_digest(world, MONDAY)
    client = TestClient(create_app(world, keys), base_url=BASE, follow_redirects=False)
    answer = client.get(f"/?key={keys.token}")
    assert answer.headers["location"] == "/"
    told = answer.headers["set-cookie"].lower()
    assert "samesite=strict" in told
    assert "httponly" in told
    assert keys.token.lower() not in told
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


def test_another_host_gets_nothing(desk: TestClient, keys: Keys) -> None:
    assert desk.get("/", headers={"host": "desk.attacker.example"}).status_code == 400


def test_a_form_from_elsewhere_is_no_act(desk: TestClient, keys: Keys, world: World) -> None:
    entry = printed(world)
    good = fill(keys, "rule", entry.key, kind="reject")
    for bad in (
        {**good, "form": ""},
        {**good, "form": Keys().sign_form("rule", entry.key)},
        {**good, "target": "another"},
        {**good, "action": "merge", "into": "x"},
    ):
        assert desk.post("/act", data=bad).status_code == 403
    assert desk.post("/act", data=good, headers={"origin": "http://attacker.example"}).status_code == 403
    assert desk.post("/act", data={**good, "reason": "x" * 30_000}).status_code == 403
    assert acts(world) == []
    assert desk.post("/act", data=good, headers={"origin": BASE}).status_code == 303


def test_a_ruling_is_a_signed_act_that_waits(desk: TestClient, keys: Keys, world: World) -> None:
    entry = printed(world)
    assert desk.post("/act", data=fill(keys, "rule", entry.key, kind="reject")).status_code == 303
    (act,) = acts(world)
    assert (act["kind"], act["by"], act["falsehood_id"], act["reason"]) == ("reject", "Ada", entry.key, "looked")
    page = desk.get("/").text
    assert "reelcheck rescore --world newsstand" in page
    assert entry.key in re.sub(r"(?s).*Acts not in force yet", "", page)
    assert 'value="Ada"' in page
    assert [a.kind for a in lay_out(world).acts] == ["reject"]


def test_an_issue_is_held_and_approved(desk: TestClient, keys: Keys, world: World) -> None:
    assert "not released yet" in desk.get("/").text
    desk.post("/act", data=fill(keys, "issue", "2026-W47", kind="hold"))
    assert "on hold: neither released nor mailed" in desk.get("/").text
    desk.post("/act", data=fill(keys, "issue", "2026-W47", kind="approve", reason=""))
    decision = read_approval(world, "2026-W47")
    assert decision is not None
    assert decision.decision == "approve"
    assert "reelcheck digest --week 2026-W47 --world newsstand" in desk.get("/").text
    assert lay_out(world).acts == ()


def test_an_issue_that_waits_is_composed_anew_with_the_rulings_that_are_in_force(desk: TestClient, keys: Keys, world: World) -> None:
    first = read_context(world.digest(MONDAY)).items[0]
    ruled = build_sample()
    ruled.rule("hold", falsehood=first.key, day=6)
    publish(ruled, world)
    assert read_context(world.digest(MONDAY)).items[0].key == first.key
    form = fill(keys, "issue", "2026-W47", kind="compose")
    answer = desk.post("/act", data=form)
    assert answer.headers["location"] == "/?composed=2026-W47#issue-2026-W47"
    assert "Composed anew" in desk.get("/?composed=2026-W47").text
    for language in ("en", "es"):
        assert first.key not in [item.key for item in read_context(world.digest(MONDAY), language).items]
    assert first.headline.plain not in (world.digest(MONDAY) / "mail.txt").read_text()
    assert acts(world) == []


def test_an_issue_that_is_approved_or_out_is_not_composed_anew(desk: TestClient, keys: Keys, world: World) -> None:
    before = (world.digest(MONDAY) / "context.json").read_bytes()
    publish(Stage(), world)
    form = fill(keys, "issue", "2026-W47", kind="compose")
    desk.post("/act", data=fill(keys, "issue", "2026-W47", kind="approve"))
    refused = desk.post("/act", data=form)
    assert (refused.status_code, "hold it before" in refused.text) == (400, True)
    assert 'value="compose"' not in refused.text
    release_issue(world, MONDAY)
    assert "what was printed stays" in desk.post("/act", data=form).text
    for target in ("2020-W01", "../2026-W47"):
        assert desk.post("/act", data=fill(keys, "issue", target, kind="compose")).status_code == 400
    assert (world.digest(MONDAY) / "context.json").read_bytes() == before


def test_after_an_act_the_page_is_where_it_was_and_says_what_waits(desk: TestClient, keys: Keys, world: World) -> None:
    entry = printed(world)
    answer = desk.post("/act", data=fill(keys, "rule", entry.key, kind="soften"))
    assert answer.headers["location"].endswith(f"#s-{entry.key}")
    desk.post("/act", data=fill(keys, "record", entry.show, field=entry.relation, kind="record_wrong"))
    assert {e.key for e in lay_out(world).statements if e.pending} == {entry.key}
    assert {act.kind for act in printed(world).pending} == {"record wrong", "soften"}
    assert {act.about for act in lay_out(world).acts} == {f"{entry.show} {entry.relation}", entry.said.plain}
    page = desk.get("/").text
    assert f'<a href="#s-{entry.key}">' in page
    assert page.count("Not in force yet</span>") == 2


def test_the_desk_counts_and_judges_as_the_issue_prints(world: World) -> None:
    """One page of two is said to contradict; the name is too peculiar to have been thought of twice."""
    stage = build_sample()
    place = {"value": "Boston"}
    early = stage.article("kiosk", "Where it was", day=0, show="the-salt-ledger")
    key = stage.claim(early, "the-salt-ledger", "setting_place", place, "maybe Boston", PLACE, verdict="conflicts_with_record")
    stage.add("peculiar_falsehoods", falsehood_id=key, day=MONDAY)
    publish(stage, world)
    build_digest(world, MONDAY)
    entry = next(e for e in lay_out(world).statements if e.key == key)
    assert (entry.verdict, entry.pages, entry.origins) == ("contradicted on 1 of them", 2, 1)
    assert (entry.quote, entry.site) == ("set in the harbour quarter of Boston", "True Tales Explained")


def test_a_field_is_marked_wrong_and_put_back(desk: TestClient, keys: Keys, world: World) -> None:
    desk.post("/act", data=fill(keys, "record", "the-salt-ledger", field="based_on", kind="record_wrong"))
    desk.post("/act", data=fill(keys, "record", "the-salt-ledger", field="based_on", kind="restore"))
    assert [(a["kind"], a["show"], a["property"]) for a in acts(world)] == [
        ("record_wrong", "the-salt-ledger", "based_on"), ("restore", "the-salt-ledger", "based_on"),
    ]  # fmt: skip


def test_duplicates_are_merged_only_where_they_can_be(desk: TestClient, keys: Keys, world: World) -> None:
    by_key = {e.key: e for e in lay_out(world).statements}
    one = printed(world)
    other = next(e for e in by_key.values() if (e.show, e.relation) != (one.show, one.relation))
    for into, said in ((one.key, "into itself"), (other.key, "duplicates"), ("nothing", "no statement")):
        answer = desk.post("/act", data=fill(keys, "merge", one.key, into=into))
        assert answer.status_code == 400
        assert said in answer.text
    assert acts(world) == []


@pytest.mark.parametrize(
    ("action", "target", "values", "said"),
    [
        ("rule", "nothing", {"kind": "reject"}, "no statement"),
        ("rule", "nothing", {"kind": "shout"}, "no ruling"),
        ("rule", "nothing", {"kind": "reject", "by": " "}, "needs a name"),
        ("rule", "nothing", {"kind": "reject", "reason": ""}, "needs a reason"),
        ("issue", "2020-W01", {"kind": "hold"}, "no issue"),
        ("issue", "2026-W47", {"kind": "burn"}, "no decision"),
        ("record", "the-salt-ledger", {"kind": "record_wrong", "field": "colour"}, "has no field"),
        ("record", "the-salt-ledger", {"kind": "delete", "field": "based_on"}, "no mark"),
        ("shout", "x", {}, "no action"),
    ],
)
def test_a_mistake_is_said_on_the_page(
    desk: TestClient, keys: Keys, world: World, action: str, target: str, values: dict[str, str], said: str
) -> None:
    answer = desk.post("/act", data=fill(keys, action, target, **values))
    assert answer.status_code == 400
    assert said in answer.text
    assert acts(world) == []


def test_a_name_beyond_ascii_signs(desk: TestClient, keys: Keys, world: World) -> None:
    desk.post("/act", data=fill(keys, "rule", printed(world).key, kind="confirm", by="Zoë 山田"))
    assert acts(world)[0]["by"] == "Zoë 山田"
    assert 'value="Zoë 山田"' in desk.get("/").text


def test_hostile_words_stay_words(desk: TestClient, keys: Keys, world: World) -> None:
    bad = "<script>alert(1)</script>\"'><b>"
    desk.post("/act", data=fill(keys, "rule", printed(world).key, kind="confirm", by=bad, reason=bad))
    page = desk.get(f"/?done={bad}").text
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_what_needs_a_human_is_there_with_its_words(desk: TestClient, world: World) -> None:
    board = lay_out(world)
    assert {e.why for e in board.waiting} >= {
        "paused by a hold or a dispute", "differs from a record that may be incomplete", "it is about a real person or real events",
    }  # fmt: skip
    assert "Ruth Example" in desk.get("/").text


def test_the_issue_is_shown_as_it_will_be_out_and_nothing_else_is(desk: TestClient, world: World) -> None:
    shown = desk.get("/digests/2026-W47/index.html")
    assert shown.status_code == 200
    assert shown.headers["cache-control"] == "no-store"
    (world.root / "secret.txt").write_text("secret")
    for path in (
        "/digests/../secret.txt",
        "/digests/%2e%2e/secret.txt",
        "/digests//etc/passwd",
        "/digests/2026-W47",
        "/openapi.json",
        "/docs",
    ):
        assert desk.get(path).status_code == 404, path


def test_nothing_on_the_page_leads_a_browser_elsewhere(desk: TestClient) -> None:
    page = desk.get("/").text
    assert "<script" not in page
    assert not re.findall(r'(?:src|action)="(?!/act)[^"]+"', page)
