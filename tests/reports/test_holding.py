from __future__ import annotations

import pytest

from reports.holding import may_deny, needs_an_editor
from reports.wording import Values


@pytest.mark.parametrize(
    ("relation", "values", "quote"),
    [
        ("cast_member", {"character": "Bo", "real_person": "Cy Day"}, "Bo is Cy Day"),
        ("real_event", {"value": "a fire"}, "it was the fire of 1911"),
        ("protagonist", {"value": "Cy Day, a baker"}, "it follows Cy Day"),
        ("protagonist", {"value": "a convicted banker"}, "it follows a convicted banker"),
        ("setting_time", {"value": "1980s"}, "set in the 1980s, when Cy Day was convicted of fraud"),
        ("based_on", {"author": "Ann Lee"}, "Ann Lee's article on how Cy Day murdered his partner"),
        ("story_basis", {"value": "true story"}, "la verdadera historia de Cy Day, condenado por estafa"),
    ],
)
def test_persons_and_crimes_wait_for_an_editor(relation: str, values: Values, quote: str) -> None:
    assert needs_an_editor(relation, values, (quote,), ())


@pytest.mark.parametrize(
    ("relation", "values", "quote", "titles"),
    [
        ("based_on", {"author": "Ann Lee", "kind": "article"}, "inspired by an article by Ann Lee", ()),
        ("protagonist", {"value": "two sisters"}, "the core of the show follows two sisters", ()),
        ("setting_place", {"value": "New York"}, "the world of the New York elite", ()),
        ("director", {"value": "Ann Lee"}, "directed by Ann Lee", ()),
        ("platform", {"value": "Netflix"}, "Murder in Salt Bay is on Netflix", ("Murder in Salt Bay",)),
        ("episode_count", {"value": 8}, "all eight episodes", ()),
    ],
)
def test_statements_about_the_work_do_not(relation: str, values: Values, quote: str, titles: tuple[str, ...]) -> None:
    assert needs_an_editor(relation, values, (quote,), titles) is None


@pytest.mark.parametrize(
    ("polarity", "quote", "held"),
    [
        ("affirmed", "Salt, the thriller, is not a true story", True),
        ("affirmed", "it isn’t a true story", True),
        ("affirmed", "Salt no es un documental", True),
        ("affirmed", "rather than a memoir", True),
        ("affirmed", "it is a true story", False),
        ("affirmed", "Why Not Me is a true story", False),
        ("affirmed", "knotted, another notable true story", False),
        ("negated", "it is not based on a book", False),
    ],
)
def test_words_that_may_deny_are_read_by_a_person_first(polarity: str, quote: str, held: bool) -> None:
    assert (may_deny(polarity, (quote,), ("Why Not Me",)) is not None) == held
