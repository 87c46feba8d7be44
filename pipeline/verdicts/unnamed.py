"""People told of without a name, whom no piece fits: "a Mexican judge who takes on a cartel".

They must differ in two pieces at once from what the record says anywhere: country, trade, number, place. One alone may be told loosely, or
be a second strand.
"""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.folding import fold, words
from pipeline.records.likeness import Likeness
from pipeline.records.nationalities import read_country
from pipeline.records.numerals import read_counts
from pipeline.records.occupations import CALLINGS, read_callings
from pipeline.records.place_names import compare_places
from pipeline.verdicts.comparison import firm
from pipeline.verdicts.descriptions import are_related, read_head
from pipeline.verdicts.origin import country_code
from pipeline.verdicts.persons import SOMEBODY, exclude_nations, read_nations, read_places
from pipeline.verdicts.record_words import texts_of, texts_on_people, words_of

_ABOUT_TEXT = "follows narrates we_meet main_character is_main retells and_follows synopsis es_we_meet"
ABOUT = frozenset(f"protagonist.{name}" for name in _ABOUT_TEXT.split())  # patterns whose words say whom the work is about
LOOSELY_ABOUT = ABOUT | {"protagonist.following"}  # "a thriller about ...", of this work or of another
_GROUP = re.compile(r"\b(?:ensemble|set of|generation|each season|seasons?|above all)\b", re.IGNORECASE)  # more people fit than it names
_ALSO = re.compile(
    r"\b(?:one of|another|also|too|as well|along(?:side)?|seasons?|episodes?|third|first|second|half|(?<!-)part|strand|subplot|"
    r"storyline|chapter|"
    r"flashbacks?|not|never|rather|instead|sino|uno de|una de|otro|otra|tambi[eé]n|junto|temporadas?|episodios?|cap[ií]tulos?|parte|book|"
    r"novel|memoir|podcast|article|documentary|libro|novela|memorias|documental)\b|n't\b",
    re.IGNORECASE,
)
DIFFERENCES = 2  # pieces


def is_other_people(claim: Claim, text: str, facts: tuple[Fact, ...], show: Show) -> bool:
    """Is it said to be about people of whom two pieces at once are told otherwise, and nothing else is shared?"""
    head = read_head(text)
    if not is_about(claim, facts) or not _is_of_people(head):
        return False
    return differs_wholly(head, facts, show)


def differs_wholly(head: str, facts: tuple[Fact, ...], show: Show) -> bool:
    """Are DIFFERENCES pieces of a description told otherwise, and is no telling word of it in the lines on whom the work is about?"""
    line = " ".join(str(f.value) for f in facts)
    told = {w for w in words(head) if len(w) > 3 and w not in SOMEBODY and not read_country(w)}
    if told & set(words(line)):
        return False
    pieces = (_other_nation(head, facts, show), _other_calling(head, show), _other_number(head, facts), _other_place(head, show))
    return sum(pieces) >= DIFFERENCES


def is_about(claim: Claim, facts: tuple[Fact, ...]) -> bool:
    """Do the words say whom the whole work is about, and does the record name those few people beyond dispute (``facts``)?"""
    return (
        claim.pattern in LOOSELY_ABOUT
        and claim.polarity == "affirmed"
        and bool(facts)
        and firm(facts) == facts
        and not any(_GROUP.search(str(f.value)) or f.seasons for f in facts)
        and not _ALSO.search(claim.sentence)
    )


def _is_of_people(head: str) -> bool:
    """ "A Mexican judge", "four sisters from Hull": an article or number, and somebody."""
    counted = any(n.start == 0 for n in read_counts(head)) or re.match(r"(?:an?|una?) ", head, re.IGNORECASE)
    tokens = [fold(w) for w in re.findall(r"[\w-]+", _BEHIND.split(head, maxsplit=1)[0])]
    return bool(counted) and bool(tokens) and any(t in SOMEBODY or t in CALLINGS for t in tokens[-2:])


_BEHIND = re.compile(r" (?:from|of|in|at|on|with|de|del|en|con|stranded|trapped|accused|caught)\b|,")


def _other_nation(head: str, facts: tuple[Fact, ...], show: Show) -> bool:
    told = {how: codes for how, codes in read_nations(head).items() if how == "is"}
    texts = [*(str(f.value) for f in facts), *texts_on_people(show)]
    words_told = [w.removesuffix("-born") for text in texts for w in re.findall(r"[\w-]+", text)]
    recorded = {code for w in words_told if (code := read_country(w))}
    mentioned = {code for w in words_told if (code := country_code(w))}
    return bool(recorded) and exclude_nations(told, {"is": frozenset(recorded | mentioned)})


def _other_calling(head: str, show: Show) -> bool:
    """A trade that nobody on record has, in a record that tells trades."""
    told = read_callings(_BEHIND.split(head, maxsplit=1)[0])
    every = {c for f in show.facts for c in read_callings(" ".join(texts_of(f)))}
    return bool(told) and bool(every) and not any(c in every or any(are_related(c, other) for other in every) for c in told)


def _other_number(head: str, facts: tuple[Fact, ...]) -> bool:
    """So many sisters or friends, of a work whose record counts fewer or more; how many a line names says nothing."""
    told = next((n.value for n in read_counts(head) if n.start == 0), None)
    recorded = [_count_people(read_head(str(f.value))) for f in facts]
    return told is not None and all(counted and told not in counted for counted in recorded)


def _count_people(head: str) -> frozenset[int]:
    """ "Three Porto sisters": numbers before somebody; an age is none, nor are children whom one is a mother of."""
    return frozenset(n.value for n in read_counts(head) if not _OF.search(head[: n.start]) and _counts_somebody(head[n.end :]))


_OF = re.compile(r"\b(?:of|de|for|with|con|in|en) $", re.IGNORECASE)
_SEVERAL = re.compile(r" (?:[\w’'-]+ ){0,3}?([\w-]+s|children|men|women|people|team|crew)\b")


def _counts_somebody(behind: str) -> bool:
    several = _SEVERAL.match(behind)
    noun = fold(several[1]) if several else ""
    return noun in SOMEBODY or noun in CALLINGS or noun in {"children", "people"}


def _other_place(head: str, show: Show) -> bool:
    settings = show.facts_of("setting_place")
    told = [p for places in read_places(head).values() for p in places]
    every = words_of(show)
    return (
        bool(told)
        and bool(settings)
        and all(compare_places(p, str(f.value)) is Likeness.FAR for p in told for f in settings)
        and not any(set(words(p.split(",", maxsplit=1)[0])) <= every for p in told)
    )
