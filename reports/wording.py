"""Printed words: claims and facts as sentences, verdicts, days, counts. One place, so that nothing accuses anybody by accident."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from reports.context import Run, Words
from reports.language import ENGLISH, format_day, join_words, mark, name_language, ntr, say_name, say_number, tr
from reports.publishers import shorten_publisher
from reports.text import QUOTE_LIMIT, clean_text, clean_title

Value = str | int
Values = Mapping[str, Value]

TOPICS = {
    "story_basis": mark("Is it a true story?"),
    "based_on": mark("Source"),
    "creator": mark("Creator"),
    "writer": mark("Writer"),
    "director": mark("Director"),
    "producer": mark("Producer"),
    "production_company": mark("Production company"),
    "cast_member": mark("Cast"),
    "platform": mark("Platform"),
    "country": mark("Country"),
    "language": mark("Language"),
    "premiere_date": mark("Premiere"),
    "episode_count": mark("Episodes"),
    "season_count": mark("Seasons"),
    "setting_place": mark("Where it is set"),
    "setting_time": mark("When it is set"),
    "filming_location": mark("Where it was filmed"),
    "protagonist": mark("Who it is about"),
    "real_event": mark("The real events"),
    "award": mark("Award"),
    "renewal": mark("Renewal"),
}

# {T} is the title; {value} and the other keys of an object; affirmed, then negated.
_SENTENCES = {
    "creator": (mark("{T} was created by {value}"), mark("{T} was not created by {value}")),
    "writer": (mark("{T} was written by {value}"), mark("{T} was not written by {value}")),
    "director": (mark("{T} was directed by {value}"), mark("{T} was not directed by {value}")),
    "producer": (mark("{T} was produced by {value}"), mark("{T} was not produced by {value}")),
    "production_company": (mark("{T} is a production of {value}"), mark("{T} is not a production of {value}")),
    "platform": (mark("{T} came out on {value}"), mark("{T} did not come out on {value}")),
    "country": (mark("{T} is a production from {value}"), mark("{T} is not a production from {value}")),
    "language": (mark("{T} is in {value}"), mark("{T} is not in {value}")),
    "premiere_date": (mark("{T} premiered {on_value}"), mark("{T} did not premiere {on_value}")),
    "episode_count": (mark("{T} has {value} {episodes}"), mark("{T} does not have {value} {episodes}")),
    "season_count": (mark("{T} has {value} {seasons}"), mark("{T} does not have {value} {seasons}")),
    "setting_place": (mark("{T} is set in {value}"), mark("{T} is not set in {value}")),
    "setting_time": (mark("{T} is set in {the_value}"), mark("{T} is not set in {the_value}")),
    "filming_location": (mark("{T} was filmed in {value}"), mark("{T} was not filmed in {value}")),
    "protagonist": (mark("{T} is about {value}"), mark("{T} is not about {value}")),
    "real_event": (mark("{T} draws on: {value}"), mark("{T} does not draw on: {value}")),
    "award": (mark("{T}: {value}"), mark("{T}: not so that {value}")),
    "renewal": (mark("{T}: {value}"), mark("{T}: not so that {value}")),
}
_BASIS = {
    "true story": (mark("{T} tells a true story"), mark("{T} does not tell a true story")),
    "inspired by real events": (mark("{T} is inspired by real events"), mark("{T} is not inspired by real events")),
    "fiction": (mark("{T} is fiction"), mark("{T} is not fiction")),
    "documentary": (mark("{T} is a documentary"), mark("{T} is not a documentary")),
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
        template = tr(pair[negated])
    return _fill(template + _say_qualifiers(relation, values), title, values)


def say_predicate(title: str, predicate: str) -> Words:
    """The title and what is said of it: "X", "has five episodes" -> "X has five episodes"."""
    return Words(runs=(Run(text=clean_title(title), em=True, own=False), Run(text=f" {clean_title(predicate, QUOTE_LIMIT)}", own=False)))


def _say_basis(values: Values, *, negated: bool) -> str:
    value = str(values.get("value", ""))
    if values.get("degree") == "entirely" and value == "true story":
        return tr("not all of what {T} tells happened") if negated else tr("all of what {T} tells happened")
    return tr(_BASIS.get(value, ("{T}: {value}", "{T}: not {value}"))[negated])


def _say_source(values: Values, *, negated: bool) -> str:
    verb = tr("{T} is not based on") if negated else tr("{T} is based on")
    kind = str(values.get("kind", "")) or ("work" if not values.get("value") else "")
    if values.get("value"):
        named = " ".join([*([_say_kind("the", kind)] if kind else []), "{value!}"]).strip()
    else:
        named = _say_kind("an" if _WITH_AN.match(kind) else "a", kind) or tr("a work")
    return " ".join([verb, named, *([tr("by {author}")] if values.get("author") else []), *(["({year})"] if values.get("year") else [])])


def _say_kind(article: str, kind: str) -> str:
    """ "the novel"; "" where the language spoken has no word for the kind, whose gender would be unknown."""
    said = tr(f"{article} {kind}")
    return "" if name_language() != ENGLISH and said == f"{article} {kind}" else said


def _say_cast(values: Values, *, negated: bool) -> str:
    if not values.get("value"):
        if values.get("real_person"):
            return tr("{character} in {T} does not portray {real_person}") if negated else tr("{character} in {T} portrays {real_person}")
        return tr("{character} is not a character in {T}") if negated else tr("{character} is a character in {T}")
    played = tr("{character}, the real {real_person},") if values.get("character") and values.get("real_person") else "{character}"
    if not values.get("character"):
        played = "{real_person}" if values.get("real_person") else ""
    if not played:
        return tr("{value} is not in the cast of {T}") if negated else tr("{value} is in the cast of {T}")
    pattern = tr("{value} does not play %s in {T}") if negated else tr("{value} plays %s in {T}")
    return pattern % played


def _say_qualifiers(relation: str, values: Values) -> str:
    parts = []
    if values.get("season") and relation != "season_count":
        parts.append(tr("season {season}"))
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
            return tr("the %s") % value if re.fullmatch(r"\d{3}0s.*", str(value)) else clean_text(str(value))
        case "episodes":
            return ntr("episode", "episodes", 1 if str(value) == "1" else 2)
        case "seasons":
            return ntr("season", "seasons", 1 if str(value) == "1" else 2)
        case "character" if not values.get("character"):
            return tr("a character")
    return clean_title(say_name(str(values.get(name, "?"))), QUOTE_LIMIT)


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
    if name_language() != ENGLISH:
        return _say_translated_day(int(year), int(month or 0), int(day or 0), value)
    if day:
        return f"on {int(day)} {_MONTHS[int(month) - 1]} {year}"
    return f"in {_MONTHS[int(month) - 1]} {year}" if month else f"in {year}"


def _say_translated_day(year: int, month: int, day: int, value: str) -> str:
    try:
        whole = date(year, month or 1, day or 1)
    except ValueError:
        return clean_text(value)
    if day:
        return tr("on %s") % format_day(whole, tr("d MMMM y"))
    return tr("in %s") % (format_day(whole, tr("MMMM y")) if month else str(year))


def say_topic(relation: str) -> str:
    """What a statement is about; unknown relations are named as they are."""
    return tr(TOPICS.get(relation, relation))


def say_day(day: date, *, year: bool = True) -> str:
    """date(2026, 11, 18) -> "18 Nov 2026"."""
    if name_language() != ENGLISH:
        return format_day(day, "d MMM y" if year else "d MMM")
    return f"{day.day} {_MONTHS[day.month - 1][:3]}" + (f" {day.year}" if year else "")


def say_days(days: Sequence[date]) -> str:
    """ "16, 17 and 20 Nov"; months are named once where they are the same."""
    same_month = len({(d.year, d.month) for d in days}) == 1
    return say_list([str(d.day) if same_month and d != days[-1] else say_day(d, year=False) for d in days])


def say_range(first: date, last: date) -> str:
    """ "16–22 November 2026", or "28 September – 4 October 2026"."""
    if name_language() != ENGLISH:
        return tr("%s to %s") % (format_day(first, tr("d MMMM")), format_day(last, tr("d MMMM y")))
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{first.day} {_MONTHS[first.month - 1]}{'' if first.year == last.year else f' {first.year}'} – {end}"


def say_list(parts: Sequence[str], last: str = "and") -> str:
    return join_words(parts, last)


def count(number: int, singular: str, plural: str | None = None) -> str:
    """ "1 page", "2 pages", "1,204 pages"."""
    return f"{say_number(number)} {ntr(singular, plural or singular + 's', number)}"


def say_verdict(verdict: str, publisher: str | None, read: date | None) -> str:
    """ "contradicts Radio Times, read 16 Oct 2025"; the softer verdicts differ from or are not on record.

    The day is the one on which the publisher's page was read, and is said to be that.
    """
    when = tr(", read %s") % say_day(read) if read else ""
    source = tr("the record") if not publisher else shorten_publisher(clean_text(publisher)) + when
    match verdict:
        case "contradicted":
            return tr("contradicts %s") % source
        case "conflicts_with_record":
            return tr("differs from %s") % source
        case "minor_discrepancy":
            return tr("differs slightly from %s") % source
        case "supported":
            return tr("agrees with %s") % source
    return tr("not checked against a source")


def say_role(role: str, copied: int) -> str:
    """Why a carrier is shown. Nobody's real traffic is known: the biggest is the most copied page, or that of the busiest site watched."""
    if role.startswith("first"):
        return tr("First, copied by %s") % count(copied, "page") if copied else tr("First")
    if role == "biggest":
        return tr("Biggest: the most copied, by %s") % count(copied, "page") if copied else tr("Biggest: on the busiest site watched")
    return tr("Also")


def say_hedging(hedged: int, pages: int) -> str:
    """Whether the pages say it outright: "", "hedged" or "hedged on 2 of 5 pages"."""
    if not hedged:
        return ""
    return tr("hedged") if hedged >= pages else tr("hedged on %d of %s") % (hedged, count(pages, "page"))


def frame_quote(quote: str) -> str:
    """A verbatim quote with an ellipsis where it begins within a sentence."""
    return f"… {quote}" if quote[:1].islower() else quote


def plain_words(text: str) -> Words:
    return Words(runs=(Run(text=text),))
