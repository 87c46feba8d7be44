"""The project's own figures on labelled articles agree with their definition."""

from __future__ import annotations

from pipeline.evaluation.figures import auroc, compare, count_figures, interval
from pipeline.evaluation.labelled import LabelledArticle, LabelledClaim, is_held_out
from pipeline.evaluation.matching import match_claim, same_statement
from pipeline.models import Fact, Premise, Report
from pipeline.rubric import RUBRIC
from tests.builders import make_article, make_book, make_claim, make_judgement, make_reading, make_show

BOOK = make_book(make_show(Fact("director", "Ann Director", ("paper",)), complete={"director": ("paper",)}))


def labelled(quote: str, verdict: str, relation: str = "director", modality: str = "asserted", value: str = "X") -> LabelledClaim:
    return LabelledClaim(quote, "a-show", relation, {"value": value}, "affirmed", modality, verdict, True)  # type: ignore[arg-type]


def outcome(label: str, claims: tuple, *judgements) -> object:
    article = LabelledArticle("a-show-1", "a-show", label, claims, {})  # type: ignore[arg-type]
    reading = make_reading("a-show", *(j.claim for j in judgements))
    score = RUBRIC.score("a-show", judgements)
    return compare(article, Report(make_article("T."), "a", reading, judgements, Premise(None, None, None), (), score))


def test_a_quote_matches_by_containment_or_shared_words() -> None:
    claim = make_claim(quote="directed by Kay Heart")
    assert same_statement(claim, labelled("It was directed by Kay Heart.", "contradicted"))
    assert same_statement(claim, labelled("by Kay Heart, who", "contradicted"))
    assert not same_statement(claim, labelled("written by Nat Holler in 2020", "contradicted"))
    assert not same_statement(claim, labelled("directed by Kay Heart", "contradicted", relation="based_on"))
    assert same_statement(claim, labelled("directed by Kay Heart", "contradicted", relation="producer")), "makers are near one another"


def test_of_several_at_one_place_the_one_with_the_same_object_matches() -> None:
    both = (
        labelled("by Kay Heart and Jo Lane", "contradicted", value="Kay Heart"),
        labelled("by Kay Heart and Jo Lane", "supported", value="Jo Lane"),
    )
    assert match_claim(make_claim(value="Jo Lane", quote="by Kay Heart and Jo Lane"), both) == [1]


def test_a_caught_falsehood_and_a_false_accusation() -> None:
    caught = outcome("unreliable", (labelled("by Kay Heart", "contradicted"),), make_judgement("contradicted", quote="by Kay Heart"))
    accused = outcome("reliable", (labelled("by Ann Director", "supported"),), make_judgement("contradicted", quote="by Ann Director"))
    figures = count_figures([caught, accused], BOOK)  # type: ignore[list-item]
    assert (figures["true_contradictions"], figures["false_contradictions"], figures["reliable_accused"]) == (1, 1, 1)
    assert figures["contradicted_precision"] == 0.5
    assert figures["reachable_recall"] == 1.0


def test_what_is_debunked_counts_neither_for_nor_against() -> None:
    refuted = outcome(
        "reliable",
        (labelled("by Kay Heart", "contradicted", modality="debunked"),),
        make_judgement("contradicted", quote="by Kay Heart", modality="debunked"),
    )
    figures = count_figures([refuted], BOOK)  # type: ignore[list-item]
    assert (figures["true_contradictions"], figures["false_contradictions"], figures["gold_contradicted"]) == (0, 0, 0)


def test_amber_counts_apart() -> None:
    amber = outcome(
        "unreliable", (labelled("by Kay Heart", "contradicted"),), make_judgement("conflicts_with_record", quote="by Kay Heart")
    )
    figures = count_figures([amber], BOOK)  # type: ignore[list-item]
    assert figures["contradicted_recall"] == 0.0
    assert figures["contradicted_or_amber_recall"] == 1.0


def test_auroc_and_interval() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.8]) == 0.875
    assert auroc([], [0.1]) is None
    low, high = interval(0, 20)
    assert low == 0.0
    assert 0.05 < high < 0.15


def test_the_split_by_show_is_stable_and_holds_about_an_eighth_out() -> None:
    slugs = [f"show-{i}" for i in range(2000)]
    share = sum(is_held_out(s) for s in slugs) / len(slugs)
    assert 0.1 < share < 0.15
    assert is_held_out("show-1") == is_held_out("show-1")
