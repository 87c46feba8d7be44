from __future__ import annotations

import random

import pytest

from pipeline.models import Link, Paragraph
from pipeline.origins.agreement import compare_values, count_in_order
from pipeline.origins.values import KINDS, hash_value, kind_of, read_values
from tests.origins.stories import COPIES, STRANGERS, TELLINGS, is_copy, is_excerpt, load_stories


def values(text: str, kind: str = "paragraph") -> list[str]:
    return read_values([Paragraph(text, kind)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("english", "spanish", "value"),
    [
        ("It came out in November 2018.", "Se estrenó en noviembre de 2018.", "number:2018-11"),
        ("on 9 January", "el 9 de enero", "number:1-09"),
        ("in the nineties", "en los años noventa", "number:90s"),
        ("in the 1990s", "en la década de 1990", "number:90s"),
        ("twenty-two children", "veintidos, o 22, niños", "number:22"),
        ("thirty-eight days", "treinta y ocho días", "number:38"),
        ("a novel about it", "una novela sobre ello", "special:k novel"),
        ("they say Tessa Ía was there", "dicen que Tessa Ía estuvo", "name:tessa ia"),
        ("in Yellowstone National Park", "en el parque nacional de Yellowstone", "word:yellowstone"),
        ("a stage play by her", "una obra de teatro suya", "special:k play"),
    ],
)
def test_values_are_the_same_in_both_languages(english: str, spanish: str, value: str) -> None:
    assert value in values(english)
    assert value in values(spanish)


def test_a_surname_alone_is_the_fuller_name_and_a_word_that_opens_a_sentence_is_none() -> None:
    assert values("Clara Whitfield wrote it. Whitfield lives alone. Cameras rolled.") == ["name:clara whitfield"]


def test_headings_in_capitals_give_no_names_and_captions_nothing() -> None:
    assert values("The Real Story Behind The Hit", "heading") == []
    assert values("Anna Petrova in Rome", "caption") == []


def test_links_count_unless_they_are_the_sites_own() -> None:
    links = [Link("https://www.paper.example/a/?x=1", "a"), Link("https://own.example/b", "b"), Link("https://paper.example/", "home")]
    assert read_values([], links, "www.own.example") == ["special:l paper.example/a"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hash_tells_its_kind(kind: str) -> None:
    assert kind_of(hash_value(f"{kind}:anything")) == kind


def test_order_is_the_longest_run_that_both_keep() -> None:
    assert count_in_order([1, 2, 3, 4], [1, 2, 3, 4]) == 4
    assert count_in_order([4, 3, 2, 1], [1, 2, 3, 4]) == 1
    assert count_in_order([1, 4, 2, 3], [1, 2, 3, 4]) == 3


@pytest.mark.parametrize("number", range(len(load_stories())))
def test_an_honest_piece_on_the_same_work_is_never_a_copy(number: int) -> None:
    for one, other in STRANGERS:
        for mates in ((), TELLINGS):
            assert not is_copy(number, one, other, mates), (one, other)


def test_spun_and_translated_stories_are_found() -> None:
    found = {pair: sum(is_copy(n, *pair) for n in range(len(load_stories()))) for pair in COPIES}
    assert found["base", "spun"] >= 23
    assert found["base", "spanish"] >= 23
    assert found["spun", "spanish"] >= 22


def test_what_everybody_mentions_makes_no_copy() -> None:
    """Two fact boxes of one show, all of it on record, in one order."""
    cast = [hash_value(f"name:actor n{n}") for n in range(20)]
    assert not compare_values(cast, cast, set(cast), True).is_copy
    invented = [hash_value("name:clara whitfield"), hash_value("name:quiet exit")]
    assert compare_values([*cast, *invented], [*cast, *invented], set(cast), True).is_copy


def test_values_that_others_have_too_weigh_less() -> None:
    mine = [hash_value(f"name:person n{n}") for n in range(8)]
    alone = compare_values(mine, mine, (), False)
    crowded = compare_values(mine, mine, (), False, [frozenset(mine)] * 20)
    assert alone.is_copy
    assert not crowded.is_copy


def test_random_sets_of_values_on_record_agree_by_chance_only() -> None:
    chance = random.Random(7)
    record = [hash_value(f"name:on record{n}") for n in range(40)]
    for _ in range(200):
        one, other = chance.sample(record, 16), chance.sample(record, 16)
        assert not compare_values(one, other, set(record), True).is_copy


def test_many_spun_and_translated_excerpts_are_found_and_independent_ones_never() -> None:
    numbers = range(len(load_stories()))
    found = sum(is_excerpt(n, "base", telling, 0.67, 0.0) for n in numbers for telling in ("spun", "spanish"))
    assert found >= 0.6 * 2 * len(numbers)
    pairs = (("base", "own"), ("own", "base"), ("spun", "own"), ("own", "spun"))
    assert not [(n, *p, place) for n in numbers for p in pairs for place in (0.0, 1.0) if is_excerpt(n, *p, 0.5, place)]


def test_a_longer_text_that_holds_a_shorter_one_came_from_it_only_as_a_whole() -> None:
    """It may be the piece that refutes it."""
    shorter, longer = list(range(12)), [*range(12), *range(100, 130)]
    assert compare_values(longer, shorter, (), on_record=True, may_be_excerpt=True).is_copy
    assert not compare_values(longer, shorter, (), on_record=True).is_copy
