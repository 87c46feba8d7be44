from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import BadInputError
from pipeline.settings import World
from pipeline.warehouse.journal import merge_journal
from pipeline.warehouse.records import load_records
from pipeline.warehouse.store import Warehouse
from tests.warehouse.stage import BOOK, FALSE_QUOTE, at, check_night, day_number, dump, make_article, make_page, make_words, put_night


def write_act(world: World, name: str, number: int, **act: Any) -> Path:
    world.journal.mkdir(parents=True, exist_ok=True)
    path = world.journal / f"{name}.json"
    path.write_text(json.dumps({"by": "ed", "at": at(day_number(number), 9).isoformat(), "reason": "looked", **act}), "utf-8")
    return path


@pytest.fixture
def claims(wh: Warehouse, world: World) -> list[tuple[str, str]]:
    """(claim_id, falsehood_id) of two articles with one falsehood."""
    load_records(wh, BOOK, at(day_number(0)))
    pages = [
        make_page(day_number(0), f"https://s{n}.example/x", make_article(f"https://s{n}.example/x", make_words(n), FALSE_QUOTE))
        for n in range(2)
    ]
    put_night(wh, world, day_number(0), pages)
    check_night(wh, day_number(0))
    return wh.db.execute("SELECT claim_id, falsehood_id FROM claims ORDER BY site").fetchall()


def test_a_ruling_outranks_the_machine_and_survives_a_new_checker(wh: Warehouse, world: World, claims: list[tuple[str, str]]) -> None:
    write_act(world, "r1", 1, kind="reject", claim_id=claims[0][0])
    merge_journal(wh, world.journal)
    assert wh.db.execute("SELECT site, verdict, machine_verdict, ruled_by FROM claims ORDER BY site").fetchall() == [
        ("s0", "unverifiable", "contradicted", "ed"), ("s1", "contradicted", "contradicted", None),
    ]  # fmt: skip
    check_night(wh, day_number(0), checker="c2", explanation="said anew", recorded_at=at(day_number(3)))
    assert wh.db.execute("SELECT verdict FROM claims ORDER BY site LIMIT 1").fetchone() == ("unverifiable",)
    assert wh.db.execute("SELECT articles, first_site FROM falsehoods").fetchall() == [(1, "s1")]
    assert wh.db.execute("SELECT articles FROM falsehoods_as_of($day)", {"day": day_number(0)}).fetchall() == [(2,)]
    assert wh.db.execute("SELECT decided_by FROM verdict_history WHERE decided_by <> 'machine'").fetchall() == [("ed",)]


def test_the_latest_ruling_counts_and_a_falsehoods_ruling_reaches_all_its_claims(
    wh: Warehouse, world: World, claims: list[tuple[str, str]]
) -> None:
    write_act(world, "r1", 1, kind="reject", falsehood_id=claims[0][1])
    merge_journal(wh, world.journal)
    assert wh.db.execute("SELECT count(*) FROM falsehoods").fetchone() == (0,)
    write_act(world, "r2", 2, kind="soften", claim_id=claims[0][0])
    write_act(world, "r3", 3, kind="confirm", claim_id=claims[0][0])
    merge_journal(wh, world.journal)
    assert wh.db.execute("SELECT articles, is_confirmed FROM falsehoods").fetchall() == [(1, True)]


def test_a_hold_pauses_and_a_release_lets_go(wh: Warehouse, world: World, claims: list[tuple[str, str]]) -> None:
    write_act(world, "h", 1, kind="dispute", falsehood_id=claims[0][1])
    merge_journal(wh, world.journal)
    assert wh.db.execute("SELECT is_held FROM falsehoods").fetchall() == [(True,)]
    write_act(world, "i", 2, kind="release", falsehood_id=claims[0][1])
    merge_journal(wh, world.journal)
    assert wh.db.execute("SELECT is_held FROM falsehoods").fetchall() == [(False,)]


def test_merged_falsehoods_are_one(wh: Warehouse, world: World, claims: list[tuple[str, str]]) -> None:
    write_act(world, "m", 1, kind="merge", falsehood_id=claims[0][1], merge_into="another")
    merge_journal(wh, world.journal)
    assert wh.db.execute("SELECT DISTINCT falsehood_id FROM spread").fetchall() == [("another",)]


def test_merging_again_changes_nothing_and_a_new_warehouse_gets_the_same(wh: Warehouse, world: World) -> None:
    write_act(world, "w", 1, kind="record_wrong", show="a-show", property="based_on")
    write_act(world, "x", 2, kind="restore", show="a-show", property="based_on")
    write_act(world, "y", 3, kind="record_wrong", show="a-show", property="story_basis", value="true story")
    write_act(world, "n", 1, kind="note", falsehood_id="f", article_id="a", step="sent", to="desk@alpha.example")
    write_act(world, "o", 1, kind="mail", week="2026-W47", reader="abc", outcome="refused", error="550")
    write_act(world, "p", 2, kind="mail", week="2026-W47", reader="abc", outcome="sent")
    write_act(world, "q", 2, kind="issue", week="2026-W47", items=[{"item_id": "f-1", "kind": "falsehood", "headline": "H", "articles": 3}])
    write_act(world, "z", 2, kind="approval", week="2026-W47")
    told = merge_journal(wh, world.journal)
    assert told == {"rulings": 2, "correction_notes": 1, "mails": 1, "digest_items": 1, "quarantine": 2}
    before = dump(wh)
    assert merge_journal(wh, world.journal) == told
    assert dump(wh) == before
    assert wh.db.execute("SELECT outcome FROM base.mails").fetchall() == [("sent",)]
    load_records(wh, BOOK, at(day_number(0)))
    rows = wh.db.execute("SELECT property, is_quarantined FROM facts ORDER BY property").fetchall()
    assert rows == [("based_on", False), ("story_basis", True)]


@pytest.mark.parametrize(
    ("act", "named"),
    [
        ({"kind": "reject"}, "claim_id or falsehood_id"),
        ({"kind": "confirm", "claim_id": "c", "verdict": "a lie"}, "no verdict"),
        ({"kind": "merge", "falsehood_id": "f"}, "merge_into"),
        ({"kind": "record_wrong", "show": "s"}, "property"),
        ({"kind": "hold", "claim_id": "c", "at": "2026-11-16T09:00:00"}, "zone"),
        ({"kind": "hold", "claim_id": "c", "at": "yesterday"}, "ISO 8601"),
    ],
)
def test_an_act_that_cannot_be_used_is_named_and_nothing_changes(wh: Warehouse, world: World, act: dict[str, Any], named: str) -> None:
    write_act(world, "good", 1, kind="hold", claim_id="c")
    merge_journal(wh, world.journal)
    write_act(world, "bad", 2, **act)
    with pytest.raises(BadInputError, match=r"bad\.json") as raised:
        merge_journal(wh, world.journal)
    assert named in str(raised.value)
    assert wh.db.execute("SELECT ruling_id FROM base.rulings").fetchall() == [("good",)]
