"""The swap suite: what it takes out, what it puts in, and what it counts."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

from pipeline.checker import Checker
from pipeline.evaluation.samples import Sample, Statement, text_at
from pipeline.evaluation.swap_suite import count_swaps, run_swap_suite
from pipeline.evaluation.swaps import Swap, Swapper, apply_swaps
from pipeline.models import Fact
from pipeline.records.loader import load_records
from tests.builders import make_article, make_book, make_show

SHOW = make_show(
    Fact("director", "Lucía Puenta", ("paper",)),
    Fact("cast_member", "Tess Iriarte", ("paper",), character="Valeria Gold"),
    Fact("cast_member", "Bo Puenta", ("paper",), character="Max Stone"),
    Fact("episode_count", 6, ("paper",)),
    Fact("premiere_date", "2025-10-15", ("paper",)),
    complete={"director": ("paper",), "episode_count": ("paper",)},
)
OTHER = make_show(
    Fact("director", "Ken Adler", ("paper",)),
    Fact("cast_member", "Iris Novak", ("paper",), character="Edna Quill"),
    Fact("creator", "Tess Baron", ("paper",)),
    slug="another",
    title="Another",
)
BOOK = make_book(SHOW, OTHER)
TEXT = "Tess Iriarte plays Valeria Gold over six episodes. Critics praised Iriarte. It came out on 15 October 2025."


def statement(relation: str, value: dict, quote: str) -> Statement:
    start = TEXT.index(quote)
    return Statement("a-show", relation, value, 1, start, start + len(quote))


STATEMENTS = (
    statement("cast_member", {"value": "Tess Iriarte", "character": "Valeria Gold"}, "Tess Iriarte plays Valeria Gold"),
    statement("episode_count", {"value": 6}, "six episodes"),
    statement("premiere_date", {"value": "2025-10-15"}, "15 October 2025"),
)
SAMPLE = Sample("a-show-1", "a-show", "reliable", "labelled", make_article(TEXT, title="A Show"), STATEMENTS)


def swaps() -> dict[str, Swap]:
    return {s.kind: s for s in Swapper(BOOK).list_swaps(SAMPLE)}


def test_a_person_goes_out_everywhere_and_somebody_of_another_record_comes_in() -> None:
    made = apply_swaps(SAMPLE.article, (swaps()["person"],))
    assert made is not None
    assert text_at(made.article, 1).startswith("Iris Novak plays Valeria Gold over six episodes. Critics praised Novak.")
    for _, place, start, end in made.marks:
        assert text_at(made.article, place)[start:end] in {"Iris Novak", "Novak"}


def test_nobody_who_shares_a_name_with_the_show_comes_in() -> None:
    """Tess Baron shares a first name with Tess Iriarte: she is never drawn as a director."""
    swapper, rng = Swapper(BOOK), random.Random(1)
    assert {swapper._draw("maker", SHOW, SAMPLE.article, rng) for _ in range(50)} <= {"Ken Adler", None}


def test_a_surname_that_two_people_carry_is_left_alone() -> None:
    told = statement("director", {"value": "Lucía Puenta"}, "Critics")
    text = TEXT.replace("Critics", "Lucía Puenta")
    sample = replace(SAMPLE, article=make_article(text, title="A Show"), statements=(told,))
    assert Swapper(BOOK).list_swaps(sample) == []


def test_a_part_a_number_and_a_month() -> None:
    found = swaps()
    assert found["role"].replacements == (("Valeria Gold", "Max Stone"),), "somebody else's part in the same work"
    (old, new), _ = found["number"].replacements
    assert (old, new != "six") == ("six", True)
    ((old, new),) = found["date"].replacements
    assert (old, new != old) in {("October", True), ("2025", True)}


def test_only_what_the_record_could_tell_is_reachable() -> None:
    found = swaps()
    assert found["number"].reachable
    assert found["role"].reachable
    assert not found["date"].reachable, "the list of dates is not complete"


def test_the_same_swaps_every_time() -> None:
    assert Swapper(BOOK).list_swaps(SAMPLE) == Swapper(BOOK).list_swaps(SAMPLE)


def test_two_swaps_in_one_place_are_none() -> None:
    person, role = swaps()["person"], swaps()["role"]
    assert apply_swaps(SAMPLE.article, (person, role)) is not None
    assert apply_swaps(SAMPLE.article, (role, role)) is None


def test_the_suite_counts_catches_and_alarms() -> None:
    book = load_records()
    show = next(s for s in book.shows.values() if "episode_count" in s.complete and s.format == "limited series")
    count = next(int(f.value) for f in show.facts_of("episode_count"))
    text = f"{show.title} is a limited series. {show.title} has {count} episodes."
    quote = f"{show.title} has {count} episodes"
    told = Statement(show.slug, "episode_count", {"value": count}, 1, text.index(quote), text.index(quote) + len(quote))
    sample = Sample("x-1", show.slug, "reliable", "labelled", make_article(text, title=f"{show.title}: a guide"), (told,))
    figures = count_swaps(run_swap_suite(Checker(book), [sample]))
    assert (figures["single_swaps"], figures["caught"], figures["false_alarms_on_twins"]) == (1, 1.0, 0)
    assert figures["kinds"]["number"] == {"swaps": 1, "caught": 1, "amber": 0}


def told(text: str, relation: str, value: dict, *quotes: str) -> Sample:
    places = [(text.index(q), len(q)) for q in quotes]
    marked = tuple(Statement("a-show", relation, value, 1, at, at + length) for at, length in places)
    return replace(SAMPLE, article=make_article(text, title="A Show", published=datetime(2025, 11, 20, tzinfo=UTC)), statements=marked)


def test_a_fact_goes_out_wherever_it_is_stated() -> None:
    """Whoever gets the number wrong gets it wrong throughout; one swap is made of it, not two."""
    sample = told("A Show is a six-part drama. All 6 episodes are out.", "episode_count", {"value": 6}, "six-part", "All 6 episodes")
    (swap,) = Swapper(BOOK).list_swaps(sample)
    made = apply_swaps(sample.article, (swap,))
    assert made is not None
    text = text_at(made.article, 1)
    assert "six" not in text
    assert "6" not in text
    assert len(made.marks) == 2


def test_a_day_that_is_told_as_past_stays_past_and_one_to_come_is_out_of_reach() -> None:
    book = make_book(replace(SHOW, complete={"premiere_date": ("paper",)}), OTHER)
    past = told("It came out on 15 October.", "premiere_date", {"value": "2025-10-15"}, "15 October")
    drawn = set()
    for name in "abcdefghijklmnopqrstuvwxyz":
        (swap,) = Swapper(book).list_swaps(replace(past, id=name))
        drawn.add(swap.replacements[0][1])
        assert swap.reachable
    assert "November" in drawn, "out on the 15th, told on the 20th"
    assert not drawn & {"October", "December"}
    to_come = told("It comes out on 15 December.", "premiere_date", {"value": "2025-12-15"}, "15 December")
    assert not any(s.reachable for s in Swapper(book).list_swaps(to_come))


def test_a_year_is_one_or_two_too_early() -> None:
    sample = told("A drama of 2025.", "premiere_date", {"value": "2025"}, "2025")
    late = replace(sample, article=replace(sample.article, published=datetime(2028, 1, 1, tzinfo=UTC)))
    found = {Swapper(BOOK).list_swaps(replace(late, id=name))[0].replacements[0][1] for name in "abcdefghijklmnopqrstuvwxyz"}
    assert found == {"2023", "2024"}


def test_every_mention_in_a_marked_statement_goes_out() -> None:
    sample = told("Of the six episodes, two of six are long.", "episode_count", {"value": 6}, "Of the six episodes, two of six are long")
    (swap,) = Swapper(BOOK).list_swaps(sample)
    made = apply_swaps(sample.article, (swap,))
    assert made is not None
    assert "six" not in text_at(made.article, 1)


def test_a_number_that_would_still_stand_elsewhere_is_not_swapped() -> None:
    marked = ("A drama in six parts.", "episode_count", {"value": 6}, "in six parts")
    assert Swapper(BOOK).list_swaps(told(*marked))
    assert not Swapper(BOOK).list_swaps(told(marked[0] + " All 6 new episodes are out.", *marked[1:]))
    assert Swapper(BOOK).list_swaps(told(marked[0] + " It has six sponsors.", *marked[1:])), "that is no number of episodes"


def test_a_surname_stands_for_a_surname_and_a_first_name_for_a_first_name() -> None:
    for shown, new in (("Gold", "Stone"), ("Valeria", "Max"), ("Valeria Gold", "Max Stone")):
        text = f"Tess Iriarte plays {shown}."
        sample = told(text, "cast_member", {"value": "Tess Iriarte", "character": "Valeria Gold"}, text)
        roles = [s.replacements for s in Swapper(BOOK).list_swaps(sample) if s.kind == "role"]
        assert roles == [((shown, new),)]
