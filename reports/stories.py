"""From false statements to stories: what the same pages get wrong about one show is one item, with its statements listed.

Ten items are ten stories that way, however many statements one page makes.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reports.facts import read_object
from reports.snapshot import Row

# Two statements share their carriers when this share of all their pages carries both, or one's pages are all among the other's.
SHARED = 0.5
MOST_ALSO = 8
# Where these differ, two statements are about different things and neither is the other said less fully.
_SCOPES = ("season", "region")
# Values that name a place go from the place to what it lies in: "Yellowstone National Park, Wyoming".
_PLACES = ("setting_place", "filming_location")


@dataclass(slots=True)
class Story:
    """``lead`` is the heaviest statement, ``folded`` say the same less fully, ``also`` are further ones; all are rows of candidates.sql."""

    lead: Row
    folded: list[Row] = field(default_factory=list)
    also: list[Row] = field(default_factory=list)

    @property
    def rows(self) -> tuple[Row, ...]:
        return (self.lead, *self.folded, *self.also)


def gather_stories(rows: Sequence[Row], headlines: Mapping[str, str], pages: Mapping[str, frozenset[str]]) -> list[Story]:
    """Stories in the order of their heaviest statements. ``headlines``: what is right, ``pages``: who carries it, both by falsehood_id."""
    stories: list[Story] = []
    for row in rows:
        home = _find_home(row, stories, headlines, pages)
        if home is None:
            stories.append(Story(row))
        elif says_the_same(row, home.lead):
            home.folded.append(row)
        elif len(home.also) < MOST_ALSO and not any(says_the_same(row, other) for other in home.also):
            home.also.append(row)
    return stories


def _find_home(row: Row, stories: Sequence[Story], headlines: Mapping[str, str], pages: Mapping[str, frozenset[str]]) -> Story | None:
    """The story that a statement belongs to: that of the same statement, else of the same fact on record, else of the same pages."""
    key = row["falsehood_id"]
    near = [(story, story.lead["falsehood_id"]) for story in stories if story.lead["show_slug"] == row["show_slug"]]
    return next(
        (
            story
            for belongs in (
                lambda story, _: says_the_same(row, story.lead),
                lambda _, lead: headlines[key] == headlines[lead],
                lambda _, lead: _share_carriers(pages[key], pages[lead]),
            )
            for story, lead in near
            if belongs(story, lead)
        ),
        None,
    )


def _share_carriers(one: frozenset[str], lead: frozenset[str]) -> bool:
    return one <= lead or len(one & lead) >= SHARED * len(one | lead)


def says_the_same(row: Row, other: Row) -> bool:
    """Does one say what the other says, only less fully: "a novel by Ann Lee", "the novel Salt by Ann Lee (2019)"; "Ohio", "Lima, Ohio"?"""
    if any(row[key] != other[key] for key in ("show_slug", "relation", "polarity")):
        return False
    one, two = read_object(row["object"]), read_object(other["object"])
    if any(one.get(scope) != two.get(scope) for scope in _SCOPES):
        return False
    shared = one.keys() & two.keys()
    alike = _lies_in if row["relation"] in _PLACES else operator.eq
    return bool(shared) and all(alike(one[k], two[k]) for k in shared) and (one.keys() <= two.keys() or two.keys() <= one.keys())


def _lies_in(one: object, two: object) -> bool:
    """Is one the same place as the other, or named as what the other lies in?"""
    shorter, longer = sorted(([part.strip() for part in str(place).casefold().split(",")] for place in (one, two)), key=len)
    return longer[-len(shorter) :] == shorter
