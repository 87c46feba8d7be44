"""The parser's word: it stops what a sentence's syntax does not bear out, and lets plain statements pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.models import Claim, Fact
from pipeline.verdicts.confirm import SyntaxCheck
from tests.builders import make_book, make_show

BOOK = make_book(make_show(Fact("platform", "Netflix", ("paper",)), title="No One Sleeps"))
CHECK = SyntaxCheck(BOOK)


def claim(relation: str, value: dict, quote: str, sentence: str, modality: str = "asserted") -> Claim:
    assert quote in sentence
    start = sentence.index(quote)
    told = Claim("a-show", relation, value, "affirmed", modality, quote, 1, start, start + len(quote))  # type: ignore[arg-type]
    return replace(told, plain=quote, sentence=sentence, subject="title" if "No One Sleeps" in sentence else "about")


PLAIN = [
    ("director", {"value": "Kay Heart"}, "directed by Kay Heart", "No One Sleeps was directed by Kay Heart."),
    ("based_on", {"kind": "novel"}, "is based on a novel", "The series is based on a novel by Nat Holler."),
    ("based_on", {"kind": "novel"}, "Adapted from a novel", "Adapted from a novel, the drama follows two sisters."),
    ("premiere_date", {"value": "2024-05-03"}, "premiered on May 3", "No One Sleeps premiered on May 3 to warm reviews."),
    ("cast_member", {"value": "Kay Heart", "character": "Nora Lane"}, "Kay Heart plays Nora Lane", "Kay Heart plays Nora Lane, a judge."),
    (
        "cast_member",
        {"value": "Kay Heart", "character": "Nora Lane"},
        "Kay Heart takes on the role of Nora Lane",
        "Kay Heart takes on the role of Nora Lane, a judge.",
    ),
    ("episode_count", {"value": 12}, "consists of twelve episodes", "The drama consists of twelve episodes."),
    ("based_on", {"kind": "novel"}, "is based on a novel", "Many fans do not realize that the series is based on a novel."),
]
PLAIN += [
    ("based_on", {"kind": "memoir"}, "Did you know the series is based on a memoir", "Did you know the series is based on a memoir?"),
    (
        "story_basis",
        {"value": "true story"},
        "you can say that the series is a true story",
        "So yes, you can say that the series is a true story.",
    ),
]
PLAIN += [
    ("platform", {"value": "Netflix"}, "stream it on Netflix", "You can stream it on Netflix, where it began in May."),
    ("platform", {"value": "Netflix"}, "streaming it on Netflix", "The firm has been streaming it on Netflix since May."),
    ("platform", {"value": "Netflix"}, "Netflix's new drama", "Netflix's new drama has broken a record, the firm said on Monday."),
    ("episode_count", {"value": 10}, "created the ten-part", "Salt Road's Ann Poe created the ten-part series, and Jo Poe directed it."),
    ("setting_place", {"value": "Lima"}, "It plays out in sunny Lima", "It plays out in sunny Lima, so expect heat and plenty of dust."),
    ("setting_place", {"value": "Lima"}, "The characters live in a suburb of Lima", "The characters live in a suburb of Lima."),
    ("based_on", {"kind": "novel"}, "adapted it from a novel", "She adapted it from a novel by Nat Holler."),
    ("based_on", {"kind": "memoir"}, "started from a memoir", "Ann Poe started from a memoir by Nat Holler, long out of print."),
    ("based_on", {"kind": "novel"}, "took his cue from a novel", "He took his cue from a novel by Nat Holler."),
    ("based_on", {"kind": "novel"}, "found a novel by Nat Holler", "He found a novel by Nat Holler and turned it into six episodes."),
    (
        "cast_member",
        {"value": "Jacob Alder", "character": "Peter Lane"},
        "Jacob Alder's turn as Peter Lane",
        "In the barracks you may spot Jacob Alder's turn as Peter Lane.",
    ),
    (
        "cast_member",
        {"value": "Kay Heart", "character": "Chester Lane"},
        "Kay Heart steps into the boots of Chester Lane",
        "Kay Heart steps into the boots of Chester Lane.",
    ),
]
STOPPED = [
    ("based_on", {"kind": "book"}, "was adapted from the book", "Like Salt Road, which was adapted from the book, it has one behind it."),
    (
        "based_on",
        {"kind": "memoir"},
        "come from a memoir",
        "A film of 2015 is called No One Sleeps as well, and that one does come from a memoir.",
    ),
    ("based_on", {"kind": "book"}, "She is based on a book", "She is based on a book herself."),
    ("platform", {"value": "Netflix"}, "watch Salt Road on Netflix", "You can watch Salt Road on Netflix."),
    (
        "cast_member",
        {"value": "Kay Heart", "character": "Nora"},
        "Kay Heart's friend Nora",
        "Kay Heart's friend Nora was at the premiere.",
    ),
    ("platform", {"value": "Netflix"}, "was made for Netflix", "Some people claim that it was made for Netflix."),
    ("based_on", {"kind": "memoir"}, "was adapted from a memoir", "Ann Poe's film was adapted from a memoir by a sailor."),
    ("based_on", {"kind": "novel"}, "is based on a novel", "She is not a fan, because she is based on a novel herself.", "asserted"),
    (
        "director",
        {"value": "Kay Heart"},
        "directed by Kay Heart",
        "It is not to be mistaken for Salt Road, a documentary directed by Kay Heart.",
    ),
    (
        "cast_member",
        {"value": "Kay Heart", "character": "Northgate"},
        "Kay Heart as the founder of Northgate",
        "It stars Kay Heart as the founder of Northgate.",
    ),
    (
        "cast_member",
        {"value": "Jo Poe", "character": "Nora"},
        "Kay Heart and Jo Poe play Nora and Lena",
        "Kay Heart and Jo Poe play Nora and Lena.",
    ),
    ("based_on", {"kind": "novel"}, "were based on a novel", "If the series were based on a novel, readers would have noticed."),
    ("based_on", {"kind": "novel"}, "found a novel by Nat Holler", "He found a novel by Nat Holler and made a fortune."),
    ("director", {"value": "Kay Heart"}, "was directed by Kay Heart", "Some people claim that it was directed by Kay Heart."),
    ("premiere_date", {"value": "2021"}, "came out in 2021", "Salt Road came out in 2021, long before."),
]


@pytest.mark.parametrize("told", PLAIN, ids=lambda t: t[3])
def test_a_plain_statement_passes(told: tuple) -> None:
    assert CHECK(claim(*told))


@pytest.mark.parametrize("told", STOPPED, ids=lambda t: t[3])
def test_what_the_syntax_does_not_bear_out_is_stopped(told: tuple) -> None:
    assert not CHECK(claim(*told))


def test_a_title_that_negates_is_no_negation() -> None:
    sentence = "No One Sleeps was directed by Kay Heart."
    assert CHECK(claim("director", {"value": "Kay Heart"}, sentence[:-1], sentence))


def test_a_claim_without_its_sentence_passes() -> None:
    bare = replace(claim(*PLAIN[0]), sentence="", plain="")
    assert CHECK(bare)


IMPOSSIBLE = [
    ("episode_count", {"value": 4}, "into four episodes", "Twenty years do not fit into four episodes."),
    ("premiere_date", {"value": "1947", "season": 1}, "Season 1: 1947", "Season 1: 1947 to 1955, Claire Foy"),
    ("based_on", {"kind": "novel"}, "it was based on a novel", "That it was based on a novel."),
    ("setting_place", {"value": "Lima"}, "set in Lima", "The claim that the series is set in Lima is wrong as well."),
]


@pytest.mark.parametrize("told", IMPOSSIBLE, ids=lambda t: t[3])
def test_what_cannot_say_it_contradicts_nothing(told: tuple) -> None:
    assert not CHECK(claim(*told))


def test_an_unknown_character_must_be_a_name() -> None:
    told = (
        "cast_member",
        {"value": "Kay Heart", "character": "FBI"},
        "Kay Heart as an FBI",
        "It stars Jo Poe, with Kay Heart as an FBI agent.",
    )
    assert not CHECK(claim(*told))
