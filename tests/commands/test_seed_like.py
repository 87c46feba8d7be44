"""An article of the kind that started it, about an invented series of ours: what it invents is caught, and its makers are amber."""

from __future__ import annotations

from pipeline.checker import Checker
from pipeline.models import Fact, RecordBook, Show, Source
from tests.builders import make_article

PRESS = Source("press", "The Paper", 2, make_article().published.date(), "https://paper.example/a")
MAKER = Source("maker", "The Platform", 1, PRESS.read, "https://platform.example/press")
SHOW = Show(
    "nobody-heard-us-sing",
    "Nobody Heard Us Sing",
    "limited series",
    PRESS.read,
    (
        Fact("story_basis", "true story", ("maker", "press")),
        Fact("based_on", "Nadie nos oyó cantar", ("maker", "press"), author="Inés Carballo", kind="memoir", year=2019),
        Fact("producer", "Marta Ibarra", ("maker",)),
        Fact("production_company", "Faro Films", ("maker",)),
        Fact("platform", "Netflix", ("maker",)),
        Fact("protagonist", "Lucía, a young mother who searches for her two children", ("maker", "press")),
    ),
    {"press": PRESS, "maker": MAKER},
    {"based_on": ("maker",), "story_basis": ("maker",), "platform": ("maker",)},
    year=2025,
)
TEXT = (
    "People ask whether Nobody Heard Us Sing is based on a true story. With this project—led by the powerhouse Dan Hollis—nobody knows.",
    "The series is inspired by an article written by Peter Lang for The Meridian. "
    "The core of the show follows two sisters who decide to disappear.",
    "The producers, including Dan Hollis’s Hollisbeat, weren't looking to make a documentary.",
)


def test_inventions_are_caught_and_makers_not_on_record_are_amber() -> None:
    report = Checker(RecordBook({SHOW.slug: SHOW}, "test-1")).check(
        make_article(*TEXT, title="The nobody heard us sing Netflix true story")
    )
    found = {(j.claim.relation, j.verdict, str(j.claim.object.get("author") or j.claim.object.get("value"))) for j in report.judgements}
    assert ("based_on", "contradicted", "Peter Lang") in found
    assert any(relation == "protagonist" and verdict == "contradicted" for relation, verdict, _ in found)
    assert ("producer", "conflicts_with_record", "Dan Hollis") in found
    assert ("production_company", "conflicts_with_record", "Hollisbeat") in found
    assert report.score.label == "unreliable"
