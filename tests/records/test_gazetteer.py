"""The gazetteer's kept copy gives what gathering gives, and is passed over when it is anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.records import gazetteer
from pipeline.records.whole_files import write_sealed
from pipeline.settings import WORLDS

NAMES = ("london", "paris", "santa fe", "georgia", "los angeles county", "catalonia", "moscow", "no such place")


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data root of this test's own, and nothing remembered from or for others."""
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    for remembered in (gazetteer._index, gazetteer.look_up, gazetteer.look_up_within):
        remembered.cache_clear()


def look_up_all() -> list[tuple[gazetteer.Place, ...]]:
    return [gazetteer.look_up(name) for name in NAMES]


def test_a_copy_gives_the_same_places(root: Path) -> None:
    gathered = look_up_all()
    kept = root / "cache" / "places.json"
    written = kept.read_bytes()
    forget()
    assert look_up_all() == gathered
    assert kept.read_bytes() == written
    assert [p.at is not None for p in gathered[0]] == [True]
    assert gathered[-1] == ()


EMPTY = b'{"cities":{},"areas":{}}'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, b""),
        (None, b"{"),
        (b'"london":', b'"l\xffndon":'),  # no UTF-8, in a key
        (b'[["London","GB",', b'[["London",17,'),  # still JSON, but of a wrong type inside a value
        (b'[["London","GB",', b"[" * 100_000),
    ],
)
def test_a_damaged_copy_is_made_anew(root: Path, old: bytes | None, new: bytes) -> None:
    gathered = look_up_all()
    kept = root / "cache" / "places.json"
    whole = kept.read_bytes()
    assert old is None or old in whole
    kept.write_bytes(new if old is None else whole.replace(old, new, 1))
    forget()
    assert look_up_all() == gathered
    assert kept.read_bytes() == whole


@pytest.mark.parametrize(
    ("sign", "body"), [("of another release", EMPTY), (None, b"{"), (None, b'{"cities":{"\xff":1},"areas":{}}'), (None, b"[" * 100_000)]
)
def test_a_copy_of_other_rules_or_of_no_sense_is_made_anew(root: Path, sign: str | None, body: bytes) -> None:
    gathered = look_up_all()
    kept = root / "cache" / "places.json"
    whole = kept.read_bytes()
    write_sealed(kept, sign or gazetteer._sign(), body)
    forget()
    assert look_up_all() == gathered
    assert kept.read_bytes() == whole


def test_in_a_strangers_folder_nothing_is_read_or_left(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "data" / "cache").mkdir(parents=True)
    forged = root / "data" / "cache" / "places.json"
    write_sealed(forged, gazetteer._sign(), EMPTY)
    monkeypatch.delenv("REELCHECK_DATA")
    monkeypatch.chdir(root)
    assert all(look_up_all()[:-1])
    forged.unlink()
    forget()
    assert all(look_up_all()[:-1])
    assert list(root.rglob("*")) == [root / "data", root / "data" / "cache"]


@pytest.mark.parametrize("world", WORLDS)
def test_below_a_data_root_of_ours_the_copy_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch, world: str) -> None:
    (root / "data" / world).mkdir(parents=True)
    monkeypatch.delenv("REELCHECK_DATA")
    monkeypatch.chdir(root)
    assert all(look_up_all()[:-1])
    assert (root / "data" / "cache" / "places.json").is_file()
