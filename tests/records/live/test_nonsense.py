"""Answers of the right shape with nonsense somewhere inside: an answer, or a source that is down; never anything that stops a night."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from pipeline.errors import SourceDownError
from pipeline.records.live.polite_client import PoliteClient, Reply
from pipeline.records.live.tvmaze import Tvmaze
from pipeline.records.live.wikidata import Wikidata
from pipeline.records.live.wikidata_names import NameTable
from pipeline.records.live.wikipedia import Wikipedia
from tests.records.live.conftest import BOOK, ENGLISH, HARBOUR, NAMES
from tests.records.live.stand import box, entity, maze_show

NONSENSE: tuple[Any, ...] = (None, [], {}, "x", 12, -1, 3.5, True, [None], {"a": None}, "<b>", [[]], "9" * 50, 10**30)
SUMMARY = {
    "type": "standard", "titles": {"normalized": "Harbour Lights"}, "wikibase_item": "Q100", "revision": "1200", "extract": "A series.",
    "content_urls": {"desktop": {"page": "https://en.wikipedia.org/wiki/Harbour_Lights"}},
}  # fmt: skip
ROW = {"work": {"type": "uri", "value": "http://www.wikidata.org/entity/Q9"}, "premiere": {"value": "2026-12-01T00:00:00Z"}}
SEARCH = {"search": [{"id": "Q100"}, {"id": "Q200"}]}


class Answering:
    """Stands in for the client: what an address is answered with, by a piece of it."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers

    def now(self) -> datetime:
        return datetime(2026, 11, 20, tzinfo=UTC)

    def get_json(self, url: str, params: object = None, max_age: object = None) -> tuple[Any, datetime]:
        asked = f"{url} {params}"
        return next(answer for piece, answer in self.answers.items() if piece in asked), self.now()

    def get(self, url: str) -> Reply:
        return Reply(url, box(ENGLISH).encode(), self.now(), False)


def spoil(value: Any, chance: random.Random) -> Any:
    """A copy with nonsense in one or two places."""
    made = copy.deepcopy(value)
    for place in chance.sample(list(list_places_of(made)), chance.randint(1, 2)):
        inner = made
        try:
            for key in place[:-1]:
                inner = inner[key]
            inner[place[-1]] = chance.choice(NONSENSE)
        except (KeyError, IndexError, TypeError):
            continue  # the first piece of nonsense took the place of the second
    return made


def list_places_of(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield (*place, key)
        yield from list_places_of(value[key], (*place, key))


def ask_wikidata(tmp_path: Path, **answers: Any) -> Wikidata:
    client = cast("PoliteClient", Answering(**answers))
    return Wikidata(client, "w", "w/sparql", NameTable(client, "w", tmp_path / "names.json"))


NAMED = {i: entity(i, {"en": name}) for i, name in NAMES.items()} | {"Q200": BOOK}
CASES: dict[str, tuple[Any, Callable[[Path, Any], object]]] = {
    "an entity": (
        {"entities": {"Q100": HARBOUR}},
        lambda path, told: ask_wikidata(path, EntityData=told, wbgetentities={"entities": NAMED}).read_work("Q100"),
    ),
    "names and source works": (
        {"entities": NAMED},
        lambda path, told: ask_wikidata(path, EntityData={"entities": {"Q100": HARBOUR}}, wbgetentities=told).read_work("Q100"),
    ),
    "a search": (SEARCH, lambda path, told: ask_wikidata(path, wbsearch=told, wbgetentities={"entities": {"Q100": HARBOUR}}).search("x")),
    "what a search found": (
        {"entities": {"Q100": HARBOUR, "Q200": BOOK}},
        lambda path, told: ask_wikidata(path, wbsearch=SEARCH, wbgetentities=told).search("x", 2024),
    ),
    "the query service": (
        {"results": {"bindings": [ROW, ROW]}},
        lambda path, told: ask_wikidata(path, sparql=told).find_works(date(2026, 1, 1), date(2027, 1, 1)),
    ),
    "a show of TVmaze": (maze_show(77, "x"), lambda _, told: Tvmaze(cast("PoliteClient", Answering(shows=told)), "b").read_work("77")),
    "a search at TVmaze": (
        [{"show": maze_show(77, "x")}],
        lambda _, told: Tvmaze(cast("PoliteClient", Answering(search=told)), "b").search("x"),
    ),
    "a summary": (SUMMARY, lambda _, told: Wikipedia(cast("PoliteClient", Answering(summary=told)), "b").read_work({"en": "x"}, "Q100")),
}


@pytest.mark.parametrize("case", CASES)
def test_nonsense_inside_an_answer_stops_nothing(case: str, tmp_path: Path) -> None:
    answer, ask = CASES[case]
    assert ask(tmp_path / "whole", answer), "the whole answer is one"
    for seed in range(150):
        told = spoil(answer, random.Random(seed))
        try:
            ask(tmp_path / str(seed), told)
        except SourceDownError:
            continue


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("told", NONSENSE, ids=str)
def test_nothing_but_nonsense_stops_nothing(case: str, told: Any, tmp_path: Path) -> None:
    try:
        CASES[case][1](tmp_path, told)
    except SourceDownError as e:
        assert str(e)
