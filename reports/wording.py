"""Printed words: claims and facts as sentences, verdicts, days, counts. One place, so that nothing accuses anybody by accident."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from reports.context import Run, Words
from reports.publishers import shorten_publisher
from reports.text import QUOTE_LIMIT, clean_text, clean_title

Value = str | int
Values = Mapping[str, Value]

TOPICS = {
    "story_basis": "Is it a true story?",
    "based_on": "Source",
    "creator": "Creator",
    "writer": "Writer",
    "director": "Director",
    "producer": "Producer",
    "production_company": "Production company",
    "cast_member": "Cast",
    "platform": "Platform",
    "country": "Country",
    "language": "Language",
    "premiere_date": "Premiere",
    "episode_count": "Episodes",
    "season_count": "Seasons",
    "setting_place": "Where it is set",
    "setting_time": "When it is set",
    "filming_location": "Where it was filmed",
    "protagonist": "Who it is about",
    "real_event": "The real events",
    "award": "Award",
    "renewal": "Renewal",
}

# {T} is the title; {value} and the other keys of an object; affirmed, then negated.
_SENTENCES = {
    "creator": ("{T} was created by {value}", "{T} was not created by {value}"),
    "writer": ("{T} was written by {value}", "{T} was not written by {value}"),
    "director": ("{T} was directed by {value}", "{T} was not directed by {value}"),
    "producer": ("{T} was produced by {value}", "{T} was not produced by {value}"),
    "production_company": ("{T} is a production of {value}", "{T} is not a production of {value}"),
    "platform": ("{T} came out on {value}", "{T} did not come out on {value}"),
    "country": ("{T} is a production from {value}", "{T} is not a production from {value}"),
    "language": ("{T} is in {value}", "{T} is not in {value}"),
    "premiere_date": ("{T} premiered {on_value}", "{T} did not premiere {on_value}"),
    "episode_count": ("{T} has {value} {episodes}", "{T} does not have {value} {episodes}"),
    "season_count": ("{T} has {value} {seasons}", "{T} does not have {value} {seasons}"),
    "setting_place": ("{T} is set in {value}", "{T} is not set in {value}"),
    "setting_time": ("{T} is set in {the_value}", "{T} is not set in {the_value}"),
    "filming_location": ("{T} was filmed in {value}", "{T} was not filmed in {value}"),
    "protagonist": ("{T} is about {value}", "{T} is not about {value}"),
    "real_event": ("{T} draws on: {value}", "{T} does not draw on: {value}"),
    "award": ("{T}: {value}", "{T}: not so that {value}"),
    "renewal": ("{T}: {value}", "{T}: not so that {value}"),
}
_BASIS = {
    "true story": ("{T} tells a true story", "{T} does not tell a true story"),
    "inspired by real events": ("{T} is inspired by real events", "{T} is not inspired by real events"),
    "fiction": ("{T} is fiction", "{T} is not fiction"),
    "documentary": ("{T} is a documentary", "{T} is not a documentary"),
}
_DAY = re.compile(r"^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_LONG_TITLE = 48
_WITH_AN = re.compile(r"^[aeiou]", re.IGNORECASE)


def say_claim(title: str, relation: str, values: Values, polarity: str = "affirmed") -> Words:
    """A claim or fact as one sentence without a full stop, e.g. "X was directed by Y". Unknown relations are named as they are."""
    negated = polarity == "negated"
    if relation == "based_on":
        template = _say_source(values, negated=negated)
    elif relation == "cast_member":
        template = _say_cast(values, negated=negated)
    elif relation == "story_basis":
        template = _say_basis(values, negated=negated)
    else:
        pair = _SENTENCES.get(
            relation, ("{T}: " + relation.replace("_", " ") + " {value}", "{T}: not " + relation.replace("_", " ") + " {value}")
        )
        template = pair[negated]
    return _fill(template + _say_qualifiers(relation, values), title, values)


def say_predicate(title: str, predicate: str) -> Words:
    """The title and what is said of it: "X", "has five episodes" -> "X has five episodes"."""
    return Words(runs=(Run(text=clean_title(title), em=True, own=False), Run(text=f" {clean_title(predicate, QUOTE_LIMIT)}", own=False)))


def _say_basis(values: Values, *, negated: bool) -> str:
    value = str(values.get("value", ""))
    if values.get("degree") == "entirely" and value == "true story":
        return "not all of what {T} tells happened" if negated else "all of what {T} tells happened"
    return _BASIS.get(value, ("{T}: {value}", "{T}: not {value}"))[negated]


def _say_source(values: Values, *, negated: bool) -> str:
    verb = "{T} is not based on" if negated else "{T} is based on"
    kind = str(values.get("kind", "")) or ("work" if not values.get("value") else "")
    if values.get("value"):
        named = ("the " + kind + " {value!}") if kind else "{value!}"
    else:
        named = ("an " if _WITH_AN.match(kind) else "a ") + kind
    return " ".join([verb, named, *(["by {author}"] if values.get("author") else []), *(["({year})"] if values.get("year") else [])])


def _say_cast(values: Values, *, negated: bool) -> str:
    if not values.get("value"):
        if values.get("real_person"):
            return "{character} in {T} does not portray {real_person}" if negated else "{character} in {T} portrays {real_person}"
        return "{character} is not a character in {T}" if negated else "{character} is a character in {T}"
    played = "{character}, the real {real_person}," if values.get("character") and values.get("real_person") else "{character}"
    if not values.get("character"):
        played = "{real_person}" if values.get("real_person") else ""
    if not played:
        return "{value} is not in the cast of {T}" if negated else "{value} is in the cast of {T}"
    return f"{{value}} does not play {played} in {{T}}" if negated else f"{{value}} plays {played} in {{T}}"


def _say_qualifiers(relation: str, values: Values) -> str:
    parts = []
    if values.get("season") and relation != "season_count":
        parts.append("season {season}")
    if values.get("region"):
        parts.append("{region}")
    return f" ({', '.join(parts)})" if parts else ""


def _fill(template: str, title: str, values: Values) -> Words:
    """Fill the fields; "{value!}" and "{T}" become titles of works."""
    runs: list[Run] = []
    for index, piece in enumerate(re.split(r"\{(\w+!?)\}", template)):
        if index % 2 == 0:
            runs.append(Run(text=piece))
        elif piece == "T":
            runs.append(Run(text=clean_title(title), em=True, own=False))
        else:
            text = _field(piece.rstrip("!"), values)
            runs.append(Run(text=_drop_subtitle(text) if piece.endswith("!") else text, em=piece.endswith("!"), own=False))
    return Words(runs=_capitalise(tuple(run for run in runs if run.text)))


def _drop_subtitle(title: str) -> str:
    """A long title without what follows its colon."""
    return title.partition(": ")[0] if len(title) > _LONG_TITLE else title


def _field(name: str, values: Values) -> str:
    value = values.get("value", "")
    match name:
        case "on_value":
            return say_partial_day(str(value))
        case "the_value":
            return f"the {value}" if re.fullmatch(r"\d{3}0s.*", str(value)) else clean_text(str(value))
        case "episodes":
            return "episode" if str(value) == "1" else "episodes"
        case "seasons":
            return "season" if str(value) == "1" else "seasons"
        case "character" if not values.get("character"):
            return "a character"
    return clean_title(str(values.get(name, "?")), QUOTE_LIMIT)


def _capitalise(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    first = runs[0]
    if not first.own:
        return runs
    return (first.model_copy(update={"text": first.text[:1].upper() + first.text[1:]}), *runs[1:])


def say_partial_day(value: str) -> str:
    """ "2025-10-15" -> "on 15 October 2025", "2025-10" -> "in October 2025", "2025" -> "in 2025"; anything else as it is."""
    match = _DAY.match(value)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return clean_text(value)
    year, month, day = match.groups()
    if day:
        return f"on {int(day)} {_MONTHS[int(month) - 1]} {year}"
    return f"in {_MONTHS[int(month) - 1]} {year}" if month else f"in {year}"


def say_day(day: date, *, year: bool = True) -> str:
    """date(2026, 11, 18) -> "18 Nov 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}" + (f" {day.year}" if year else "")


def say_days(days: Sequence[date]) -> str:
    """ "16, 17 and 20 Nov"; months are named once where they are the same."""
    same_month = len({(d.year, d.month) for d in days}) == 1
    return say_list([str(d.day) if same_month and d != days[-1] else say_day(d, year=False) for d in days])


def say_range(first: date, last: date) -> str:
    """ "16–22 November 2026", or "28 September – 4 October 2026"."""
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{first.day} {_MONTHS[first.month - 1]}{'' if first.year == last.year else f' {first.year}'} – {end}"


def say_list(parts: Sequence[str], last: str = "and") -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def count(number: int, singular: str, plural: str | None = None) -> str:
    """ "1 page", "2 pages", "1,204 pages"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def say_verdict(verdict: str, publisher: str | None, read: date | None) -> str:
    """ "contradicts Radio Times, read 16 Oct 2025"; the softer verdicts differ from or are not on record.

    The day is the one on which the publisher's page was read, and is said to be that.
    """
    source = "the record" if not publisher else shorten_publisher(clean_text(publisher)) + (f", read {say_day(read)}" if read else "")
    match verdict:
        case "contradicted":
            return f"contradicts {source}"
        case "conflicts_with_record":
            return f"differs from {source}"
        case "minor_discrepancy":
            return f"differs slightly from {source}"
        case "supported":
            return f"agrees with {source}"
    return "not checked against a source"


def say_role(role: str, copied: int) -> str:
    """Why a carrier is shown. Nobody's real traffic is known: the biggest is the most copied page, or that of the busiest site watched."""
    by = f"copied by {count(copied, 'page')}" if copied else ""
    if role.startswith("first"):
        return f"First, {by}" if copied else "First"
    if role == "biggest":
        return f"Most copied, {by}" if copied else "On the busiest site"
    return "Also"


def say_hedging(hedged: int, pages: int) -> str:
    """Whether the pages say it outright: "", "hedged" or "hedged on 2 of 5 pages"."""
    return "" if not hedged else "hedged" if hedged >= pages else f"hedged on {hedged} of {count(pages, 'page')}"


def frame_quote(quote: str) -> str:
    """A verbatim quote with an ellipsis where it begins within a sentence."""
    return f"… {quote}" if quote[:1].islower() else quote


def plain_words(text: str) -> Words:
    return Words(runs=(Run(text=text),))
